package org.rapport.booking.calendars.domain;

import java.util.Locale;

/** Why an own calendar could not be read. */
public enum ReadFault {
    /** 401 or 403. */
    NOT_ALLOWED,
    /** 404 or 410. */
    NOT_FOUND,
    /** Any other answer but a calendar. */
    REFUSED,
    SERVER_FAULT,
    TIMEOUT,
    UNREACHABLE,
    /** It leads into a private network, which nobody may look into through us. */
    PRIVATE_ADDRESS,
    /** It leads on to where a connection is not encrypted. */
    NOT_ENCRYPTED,
    TOO_MANY_REDIRECTS,
    TOO_LARGE,
    /** More entries, or more often repeated ones, than a person's calendar has. */
    TOO_MUCH,
    NOT_A_CALENDAR;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
