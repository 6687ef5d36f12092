package org.rapport.booking.hosts.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Hours of one day on the host's own clock; {@code until} 00:00 means the end of that day. */
public record LocalSpan(LocalTime from, LocalTime until) {

    public LocalSpan {
        if (!until.equals(LocalTime.MIDNIGHT) && !from.isBefore(until)) {
            throw new IllegalArgumentException("a working span ends after it starts: " + from + " to " + until);
        }
    }

    public boolean overlaps(LocalSpan other) {
        return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
    }

    /** This span on a date; empty where the clock's jump swallows all of it. */
    Optional<Interval> on(LocalDate date, ZoneId zone) {
        LocalDate lastDate = until.equals(LocalTime.MIDNIGHT) ? date.plusDays(1) : date;
        Instant start = firstInstantOf(LocalDateTime.of(date, from), zone);
        Instant end = firstInstantOf(LocalDateTime.of(lastDate, until), zone);
        return start.isBefore(end) ? Optional.of(new Interval(start, end)) : Optional.empty();
    }

    private boolean startsBeforeEndOf(LocalSpan other) {
        return other.until.equals(LocalTime.MIDNIGHT) || from.isBefore(other.until);
    }

    /** A wall time that comes twice counts the first time it comes; one that never comes is the moment of the jump. */
    private static Instant firstInstantOf(LocalDateTime wallTime, ZoneId zone) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(wallTime);
        return offsets.isEmpty()
                ? zone.getRules().getTransition(wallTime).getInstant()
                : wallTime.toInstant(offsets.getFirst());
    }
}
