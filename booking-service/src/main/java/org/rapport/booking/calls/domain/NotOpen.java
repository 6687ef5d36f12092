package org.rapport.booking.calls.domain;

import java.util.Collections;
import java.util.Locale;
import java.util.Set;

/** Why a time is not offered. */
public enum NotOpen {
    UNKNOWN_HOST,
    NOT_HOSTING,
    IN_THE_PAST,
    TOO_SOON,
    TOO_FAR_AHEAD,
    OFF_GRID,
    ON_LEAVE,
    /** The host has hours of their own for the date, and this is not in them. */
    OUTSIDE_HOURS_OF_DATE,
    HOLIDAY,
    OUTSIDE_HOURS,
    /** The host's own calendar has not been read for too long, and the host wants no calls then. */
    CALENDAR_UNREADABLE,
    /** With the minutes kept free around the call. */
    BUSY_IN_OWN_CALENDAR,
    DAY_FULL,
    WEEK_FULL,
    /** By another call or hold, or the buffers around one. */
    TAKEN;

    /** Of why each of several hosts cannot be had, what comes nearest to having one: the rules are asked in this order. */
    public static NotOpen nearest(Set<NotOpen> reasons) {
        return Collections.max(reasons);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
