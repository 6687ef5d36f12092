package org.rapport.booking.calls.domain;

import java.time.Duration;
import java.time.Instant;
import org.rapport.booking.hosts.domain.Interval;

/** Five minutes: the unit in which time is claimed and starts are counted, numbered from the epoch on. */
public final class Quantum {

    public static final Duration LENGTH = Duration.ofMinutes(5);
    private static final long SECONDS = LENGTH.toSeconds();

    private Quantum() {}

    /** The one an instant lies in. */
    static long of(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), SECONDS);
    }

    /** The first that begins at an instant or after it. */
    static long from(Instant instant) {
        return Math.ceilDiv(instant.getEpochSecond() + (instant.getNano() > 0 ? 1 : 0), SECONDS);
    }

    /** Whether two times have one in common. */
    static boolean overlap(Interval one, Interval other) {
        return of(one.start()) < from(other.end()) && of(other.start()) < from(one.end());
    }

    /** How many it takes to cover a time. */
    static int count(Duration time) {
        return Math.toIntExact(Math.ceilDiv(time.toMillis(), LENGTH.toMillis()));
    }

    public static Instant start(long quantum) {
        return Instant.ofEpochSecond(quantum * SECONDS);
    }
}
