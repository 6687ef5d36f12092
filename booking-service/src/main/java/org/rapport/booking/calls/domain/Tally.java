package org.rapport.booking.calls.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.hosts.domain.Host;

/**
 * What a host has taken lately, for the pool.
 *
 * @param takenAt when each of the calls of the time that counts was taken, in order
 */
public record Tally(Host host, List<Instant> takenAt) {

    public Tally {
        takenAt = takenAt.stream().sorted().toList();
    }

    @Nullable
    Instant last() {
        return takenAt.isEmpty() ? null : takenAt.getLast();
    }

    long after(Instant moment) {
        return takenAt.reversed().stream().takeWhile(moment::isBefore).count();
    }
}
