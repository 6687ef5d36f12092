package org.rapport.booking.waiting.domain;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.HostRole;

/**
 * What somebody waits for. The kind of call is the one that the host, or every coordinator, holds.
 *
 * @param host absent for any coordinator
 * @param zone whose days and hours are meant
 * @param lastDay of those the person waits for
 * @param weekdays that suit; none means all
 * @param parts of the day that suit; none means all
 */
public record TimeWish(
        @Nullable HostId host, ZoneId zone, LocalDate lastDay, Set<DayOfWeek> weekdays, Set<PartOfDay> parts) {

    public TimeWish {
        weekdays = Set.copyOf(weekdays);
        parts = Set.copyOf(parts);
    }

    public boolean suits(Host offered, Instant start) {
        LocalDateTime local = LocalDateTime.ofInstant(start, zone);
        return isFor(offered)
                && !local.toLocalDate().isAfter(lastDay)
                && (weekdays.isEmpty() || weekdays.contains(local.getDayOfWeek()))
                && (parts.isEmpty() || parts.contains(PartOfDay.of(local.toLocalTime())));
    }

    /** The first instant after the last day. */
    public Instant end() {
        return lastDay.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private boolean isFor(Host offered) {
        return host == null ? offered.role() == HostRole.COORDINATOR && offered.isInPool() : host.equals(offered.id());
    }
}
