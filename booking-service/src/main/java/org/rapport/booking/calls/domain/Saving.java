package org.rapport.booking.calls.domain;

/** How writing a call went. */
public enum Saving {
    SAVED,
    /** Somebody wrote it first. */
    STALE,
    /** Another call has one of its claims. */
    TAKEN
}
