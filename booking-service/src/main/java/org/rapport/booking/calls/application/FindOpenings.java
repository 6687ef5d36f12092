package org.rapport.booking.calls.application;

import java.time.LocalDate;
import java.time.ZoneId;
import org.rapport.booking.hosts.domain.Interval;

/** @param zone whose days are meant */
public record FindOpenings(HostChoice hosts, LocalDate from, int days, ZoneId zone) {

    public FindOpenings {
        if (days < 1 || days > 31) {
            throw new IllegalArgumentException("openings are listed for 1 to 31 days: " + days);
        }
    }

    Interval range() {
        return new Interval(
                from.atStartOfDay(zone).toInstant(),
                from.plusDays(days).atStartOfDay(zone).toInstant());
    }
}
