package org.rapport.intake.responses.mongo;

/** What is stored does not open, and will not by waiting. */
class UnreadableAnswers extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    UnreadableAnswers(String problem) {
        super(problem);
    }
}
