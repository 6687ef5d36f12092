package org.rapport.booking.waiting.domain;

import java.time.Duration;
import java.time.Instant;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.HoldKind;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.Interval;

/**
 * A time kept for one waiter alone.
 *
 * @param call the hold that keeps it, and the call it becomes
 * @param until when it goes to the next
 */
public record Offer(CallId call, FreedTimeId freed, HostId host, Interval time, Instant until) {

    /** A crash may come between the hold and the word to the waiter; if more than this is gone by then, they get a new hold. */
    private static final Duration MOST_GONE = Duration.ofMinutes(1);

    public boolean isFresh(Instant now) {
        return !now.plus(HoldKind.OFFER).isAfter(until.plus(MOST_GONE));
    }
}
