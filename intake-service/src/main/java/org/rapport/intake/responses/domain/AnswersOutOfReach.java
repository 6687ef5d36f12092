package org.rapport.intake.responses.domain;

/** What opens the answers does not answer; nothing is lost, and later they can be read again. */
public final class AnswersOutOfReach extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AnswersOutOfReach() {
        super("the key management service does not answer");
    }
}
