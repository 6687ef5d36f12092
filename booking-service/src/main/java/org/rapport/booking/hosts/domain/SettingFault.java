package org.rapport.booking.hosts.domain;

import java.util.Locale;

/**
 * What is wrong with one field of what staff typed.
 *
 * @param field its path, such as {@code dates[0].hours}
 * @param least of a number; most as well
 */
public record SettingFault(String field, Kind kind, int least, int most) {

    public enum Kind {
        HOURS_UNREADABLE,
        HOURS_BACKWARDS,
        HOURS_OVERLAP,
        DATE_MISSING,
        DATE_UNREADABLE,
        DATE_OVER,
        DATE_TWICE,
        LEAVE_BACKWARDS,
        LEAVE_OVERLAPS,
        DELEGATE_UNKNOWN,
        NUMBER,
        GRID,
        NAME,
        CODE,
        CODE_TWICE,
        ROLE_UNKNOWN,
        OFFERED_UNCLEAR,
        TOO_MANY_ROWS;

        /** Stable code, also the end of the key of its message. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static SettingFault of(String field, Kind kind) {
        return new SettingFault(field, kind, 0, 0);
    }
}
