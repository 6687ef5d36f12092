package org.rapport.booking.calls.application;

import java.time.LocalDate;
import java.time.ZoneId;
import org.rapport.booking.hosts.domain.HoursRules;
import org.rapport.booking.hosts.domain.Interval;

/** @param zone whose days are meant */
public record FindOpenings(HostChoice hosts, LocalDate from, int days, ZoneId zone) {

    /** The furthest horizon a host can have, and the rest of its last day. */
    public static final int MOST_DAYS = HoursRules.MOST_DAYS_AHEAD + 1;

    public FindOpenings {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("openings are listed for 1 to " + MOST_DAYS + " days: " + days);
        }
    }

    Interval range() {
        return new Interval(
                from.atStartOfDay(zone).toInstant(),
                from.plusDays(days).atStartOfDay(zone).toInstant());
    }
}
