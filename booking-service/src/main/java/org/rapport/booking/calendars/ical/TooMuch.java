package org.rapport.booking.calendars.ical;

/** Ends the reading of a file that would cost more than any person's calendar does. */
final class TooMuch extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooMuch() {
        super("more than a person's calendar has", null, false, false);
    }
}
