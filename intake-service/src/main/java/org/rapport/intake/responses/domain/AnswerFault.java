package org.rapport.intake.responses.domain;

/**
 * Why an answer is not taken. It never repeats what was given.
 *
 * @param linkId the question, or {@link #NO_QUESTION}
 * @param given length or number given, where that is what is wrong
 * @param allowed the most that is allowed, where that is what is wrong
 */
public record AnswerFault(String linkId, Reason reason, int given, int allowed) {
    public static final String NO_QUESTION = "answers";

    /** What is wrong with it. */
    public enum Reason {
        REQUIRED,
        TOO_LONG,
        NOT_AN_OPTION,
        ONLY_ONE,
        UNKNOWN_QUESTION
    }

    static AnswerFault of(String linkId, Reason reason) {
        return new AnswerFault(linkId, reason, 0, 0);
    }
}
