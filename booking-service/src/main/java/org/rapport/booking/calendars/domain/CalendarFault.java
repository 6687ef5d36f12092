package org.rapport.booking.calendars.domain;

import java.util.Locale;

/** What is wrong with one field of what was typed about an own calendar. */
public record CalendarFault(String field, Kind kind) {

    public enum Kind {
        ADDRESS_MISSING,
        ADDRESS_UNREADABLE,
        ADDRESS_NOT_ENCRYPTED,
        STALE_AFTER_UNKNOWN,
        WHEN_UNREADABLE_UNKNOWN;

        /** Stable code, also the end of the key of its message. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
