package org.rapport.booking.hosts.domain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a host's calls are cut; how long they last is a matter of the {@link CallType}.
 *
 * @param grid calls start at multiples of this on the host's own clock
 * @param minimumNotice a call cannot be booked closer to its start
 * @param horizon nor further ahead than this
 * @param cutOff a person can move or cancel a call until this long before its start
 * @param perDay most calls on one date of the host's calendar; absent for no limit
 * @param perWeek most calls from Monday to Sunday; absent for no limit
 */
public record CallTerms(
        Duration bufferBefore,
        Duration bufferAfter,
        Duration grid,
        Duration minimumNotice,
        Duration horizon,
        Duration cutOff,
        @Nullable Integer perDay,
        @Nullable Integer perWeek) {

    public CallTerms {
        if (bufferBefore.isNegative()
                || bufferAfter.isNegative()
                || minimumNotice.isNegative()
                || cutOff.isNegative()) {
            throw new IllegalArgumentException("buffers, notice and cut-off are not negative");
        }
        if (grid.toMinutes() < 5 || grid.toMinutes() % 5 != 0) {
            throw new IllegalArgumentException("starts lie on a grid of five minutes or a multiple: " + grid);
        }
        if (!horizon.isPositive()) {
            throw new IllegalArgumentException("the horizon lies ahead: " + horizon);
        }
        if ((perDay != null && perDay < 1) || (perWeek != null && perWeek < 1)) {
            throw new IllegalArgumentException("who takes no calls at all does not host; a limit is one or more");
        }
    }

    /** The same with other caps. */
    public CallTerms capped(@Nullable Integer mostPerDay, @Nullable Integer mostPerWeek) {
        return new CallTerms(bufferBefore, bufferAfter, grid, minimumNotice, horizon, cutOff, mostPerDay, mostPerWeek);
    }
}
