package org.rapport.booking.waiting.domain;

import java.util.Locale;

/** What can be wrong with a wish, and to which field it belongs. */
public enum WishFault {
    HOST_UNKNOWN("host"),
    LAST_DAY_UNREADABLE("lastDay"),
    LAST_DAY_PAST("lastDay"),
    LAST_DAY_TOO_FAR("lastDay"),
    WEEKDAYS_UNKNOWN("weekdays"),
    PARTS_UNKNOWN("parts");

    private final String field;

    WishFault(String field) {
        this.field = field;
    }

    public String field() {
        return field;
    }

    /** Stable code, also the end of the key of its message. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
