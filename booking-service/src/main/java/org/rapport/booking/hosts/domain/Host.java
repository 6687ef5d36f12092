package org.rapport.booking.hosts.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the staff who may hold consultation calls.
 *
 * @param onLeaveUntil first day back
 * @param hosting whether people may book calls with this host now
 * @param publicLine one line about the host, by language code
 */
public record Host(
        HostId id,
        String name,
        HostRole role,
        String email,
        ZoneId zone,
        List<WorkingSpan> week,
        CallTerms terms,
        @Nullable LocalDate onLeaveUntil,
        boolean hosting,
        Map<String, String> publicLine) {

    public Host {
        week = List.copyOf(week);
        publicLine = Map.copyOf(publicLine);
    }

    /** The hours worked that touch {@code range}, in order. */
    public List<Interval> hoursWithin(Interval range) {
        LocalDate first = range.start().atZone(zone).toLocalDate();
        LocalDate last = range.end().atZone(zone).toLocalDate();
        return first.datesUntil(last.plusDays(1))
                .filter(date -> !isOnLeave(date))
                .flatMap(date -> week.stream()
                        .filter(span -> span.day() == date.getDayOfWeek())
                        .flatMap(span -> span.on(date, zone).stream()))
                .filter(range::overlaps)
                .sorted(Comparator.comparing(Interval::start))
                .toList();
    }

    public boolean isOnLeave(LocalDate date) {
        return onLeaveUntil != null && date.isBefore(onLeaveUntil);
    }

    public boolean startsOnGrid(Instant start) {
        ZonedDateTime local = start.atZone(zone);
        return local.getSecond() == 0
                && local.getNano() == 0
                && (local.getHour() * 60L + local.getMinute()) % terms.grid().toMinutes() == 0;
    }
}
