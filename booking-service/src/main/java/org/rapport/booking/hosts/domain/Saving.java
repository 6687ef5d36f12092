package org.rapport.booking.hosts.domain;

/** How writing a host or the practice went. */
public enum Saving {
    SAVED,
    /** Somebody wrote first. */
    STALE
}
