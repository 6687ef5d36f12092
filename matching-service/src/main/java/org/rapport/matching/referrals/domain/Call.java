package org.rapport.matching.referrals.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A consultation call of this person.
 *
 * @param outcome code of how it went, once that is noted
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
        long sequence) {
    boolean cameToNothing() {
        return cancelled || (outcome != null && outcome.startsWith("missed-by-"));
    }
}
