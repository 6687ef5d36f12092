package org.rapport.booking.calls.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.hosts.domain.Host;

/**
 * Where somebody of the pool stands.
 *
 * @param calls taken within {@link Turns#LATELY}, by name too
 * @param last when the last of them was taken
 * @param waits whether the host has had their calls in a row, and comes after everybody else this time
 */
public record Turn(Host host, int calls, @Nullable Instant last, boolean waits) {

    /** The half call keeps those of small weight from being rounded up for ever. */
    double share() {
        return (calls + 0.5) / host.weight();
    }
}
