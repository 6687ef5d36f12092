package org.rapport.intake.questionnaires.domain;

/**
 * How often something is answered.
 *
 * @param least answers needed once there is one; 1 without a rule
 * @param most answers allowed
 */
public record Occurrence(boolean required, boolean repeats, int least, int most) {
    /** What a form can hold, and a document without growing too large. */
    public static final int MOST = 20;

    public static Occurrence once(boolean required) {
        return new Occurrence(required, false, 1, 1);
    }

    public static Occurrence often(boolean required) {
        return new Occurrence(required, true, 1, MOST);
    }
}
