package org.rapport.booking.waiting.domain;

/** How writing a waiter or a freed time went. */
public enum Saving {
    SAVED,
    /** Somebody wrote it first. */
    STALE
}
