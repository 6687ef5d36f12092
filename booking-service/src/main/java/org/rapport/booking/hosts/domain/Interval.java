package org.rapport.booking.hosts.domain;

import java.time.Instant;

/** From {@code start} up to, not including, {@code end}. */
public record Interval(Instant start, Instant end) {

    public Interval {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("an interval ends after it starts: " + start + " to " + end);
        }
    }

    public boolean encloses(Interval other) {
        return !other.start.isBefore(start) && !other.end.isAfter(end);
    }

    public boolean overlaps(Interval other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }
}
