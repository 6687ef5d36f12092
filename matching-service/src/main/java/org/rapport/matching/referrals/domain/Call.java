package org.rapport.matching.referrals.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A consultation call of this person.
 *
 * @param outcome code of how it went, once that is noted
 * @param saidAt when the practice learned how it stands; absent in what was stored before that was kept
 * @param sequence of the event that said so; a lower one never overwrites it
 */
public record Call(
        UUID callId,
        UUID hostId,
        boolean withCoordinator,
        Instant start,
        Instant end,
        boolean cancelled,
        @Nullable String outcome,
        @Nullable Instant saidAt,
        long sequence) {
    static Call ahead(
            UUID callId,
            UUID hostId,
            boolean withCoordinator,
            Instant start,
            Instant end,
            Instant saidAt,
            long sequence) {
        return new Call(callId, hostId, withCoordinator, start, end, false, null, saidAt, sequence);
    }

    /** Whether it is still to be held, or nobody has noted yet how it went. */
    boolean isAhead() {
        return !cancelled && outcome == null;
    }

    boolean cameToNothing() {
        return cancelled || (outcome != null && outcome.startsWith("missed-by-"));
    }
}
