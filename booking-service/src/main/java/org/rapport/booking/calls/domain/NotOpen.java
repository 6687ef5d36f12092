package org.rapport.booking.calls.domain;

import java.util.Locale;

/** Why a time is not offered, taken or not. */
public enum NotOpen {
    UNKNOWN_HOST,
    NOT_HOSTING,
    IN_THE_PAST,
    TOO_SOON,
    TOO_FAR_AHEAD,
    OFF_GRID,
    OUTSIDE_HOURS;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
