package org.rapport.booking.waiting.domain;

import java.time.Duration;
import java.time.Instant;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.Interval;

/**
 * A time kept for one waiter alone.
 *
 * @param call the hold that keeps it, and the call it becomes
 * @param until when it goes to the next
 */
public record Offer(CallId call, FreedTimeId freed, HostId host, Interval time, Instant until) {

    /** A crash may come between the hold and the word to the waiter; with less than this left they get a new hold instead. */
    private static final Duration FEWEST = Duration.ofMinutes(14);

    public boolean isFresh(Instant now) {
        return !now.plus(FEWEST).isAfter(until);
    }
}
