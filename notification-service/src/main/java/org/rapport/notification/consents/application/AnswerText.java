package org.rapport.notification.consents.application;

/**
 * A text came in.
 *
 * @param id the gateway's
 * @param from the number it came from
 */
public record AnswerText(String id, String from, String body) {
    /** The number and the words belong to somebody. */
    @Override
    public String toString() {
        return "AnswerText";
    }
}
