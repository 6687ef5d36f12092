package org.rapport.intake.responses.mongo;

/** A data key is wrapped by another master key than those that are set. */
final class WrongMasterKey extends UnreadableAnswers {
    private static final long serialVersionUID = 1L;

    WrongMasterKey() {
        super("the master key does not open it");
    }
}
