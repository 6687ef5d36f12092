package org.rapport.intake.responses.domain;

/** How a write of a response ended. */
public enum Saving {
    SAVED,
    /** Somebody else wrote first. */
    STALE
}
