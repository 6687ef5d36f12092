package org.rapport.booking.calendars.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * Since when an own calendar cannot be read.
 *
 * @param fault of the last try
 * @param failures in a row
 * @param triedAt when it was tried last
 */
public record Outage(ReadFault fault, Instant since, int failures, Instant triedAt) {

    /** So many failures in a row are told to the host: a few minutes after the first. */
    static final int TOLD_AT = 3;

    private static final Duration FIRST_RETRY = Duration.ofMinutes(2);

    static Outage first(ReadFault fault, Instant now) {
        return new Outage(fault, now, 1, now);
    }

    Outage again(ReadFault next, Instant now) {
        return new Outage(next, since, failures + 1, now);
    }

    public boolean isTold() {
        return failures >= TOLD_AT;
    }

    /** Soon, while it may be a hiccup; as seldom as ever, once the host knows. */
    Duration pause(Duration usual) {
        Duration soon = FIRST_RETRY.multipliedBy(failures);
        return isTold() || soon.compareTo(usual) > 0 ? usual : soon;
    }
}
