package org.rapport.booking.calendars.domain;

/** How writing a feed or an own calendar went. */
public enum Saving {
    SAVED,
    /** Somebody wrote first. */
    STALE
}
