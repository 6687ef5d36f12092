package org.rapport.booking.calendars.domain;

/** What a host wants while their own calendar has not been read for too long. */
public enum WhenUnreadable {
    /** Nobody is booked at a time that might not be free. */
    CLOSE_HOURS,
    /** What was read last goes on to count. */
    GO_ON
}
