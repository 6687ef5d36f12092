package org.rapport.notification.messages.domain;

import java.time.Duration;

/** Waits twice as long after each attempt, up to {@code longest}, with jitter so that a provider is not met by a crowd. */
public record Backoff(Duration first, Duration longest) {
    private static final int MOST_DOUBLINGS = 20;

    /** @param jitter in [0, 1): takes up to a fifth off */
    public Duration after(int attempt, double jitter) {
        long doubled = first.toMillis() << Math.min(attempt - 1, MOST_DOUBLINGS);
        long bounded = Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(bounded - (long) (bounded * 0.2 * jitter));
    }
}
