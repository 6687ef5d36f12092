package org.rapport.booking.hosts.domain;

import java.time.Duration;

/**
 * How a host's calls are cut.
 *
 * @param grid calls start at multiples of this on the host's own clock
 * @param minimumNotice a call cannot be booked closer to its start
 * @param horizon nor further ahead than this
 * @param perDay most calls of a host on one day of their calendar; 0 for as many as fit
 * @param perWeek the same for an ISO week
 * @param cutOff a person can move or cancel a call until this long before its start
 */
public record CallTerms(
        Duration length,
        Duration bufferBefore,
        Duration bufferAfter,
        Duration grid,
        Duration minimumNotice,
        Duration horizon,
        int perDay,
        int perWeek,
        Duration cutOff) {

    private static final Duration LONGEST = Duration.ofHours(4);

    public CallTerms {
        if (!length.isPositive() || length.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a call lasts between nothing and " + LONGEST + ": " + length);
        }
        if (bufferBefore.isNegative()
                || bufferAfter.isNegative()
                || minimumNotice.isNegative()
                || cutOff.isNegative()) {
            throw new IllegalArgumentException("buffers, notice and cut-off are not negative");
        }
        if (grid.toMinutes() < 5 || grid.toMinutes() % 5 != 0) {
            throw new IllegalArgumentException("starts lie on a grid of five minutes or a multiple: " + grid);
        }
        if (perDay < 0 || perWeek < 0) {
            throw new IllegalArgumentException("caps are not negative");
        }
        if (!horizon.isPositive()) {
            throw new IllegalArgumentException("the horizon lies ahead: " + horizon);
        }
    }
}
