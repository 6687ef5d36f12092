package org.rapport.matching.referrals.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the referral's ledger.
 *
 * @param key the same fact has the same key, so that a repeated event leaves one line
 * @param what key of the sentence, for example {@code call-booked}
 * @param who the member of staff who did it, if one did
 * @param details codes to fill into the sentence
 */
public record HistoryEntry(
        String key, Instant at, String what, @Nullable UUID who, List<String> details) {
    /** Which of the four services it happened in. */
    public enum Hand {
        BOOKING,
        INTAKE,
        MATCHING,
        NOTIFICATION
    }

    public HistoryEntry {
        details = List.copyOf(details);
    }

    /** What another service told has the key of its {@link Source}, which names the aggregate it comes from. */
    public Hand hand() {
        return switch (key.substring(0, Math.max(0, key.indexOf('|')))) {
            case "inquiry", "call" -> Hand.BOOKING;
            case "response" -> Hand.INTAKE;
            case "message" -> Hand.NOTIFICATION;
            default -> Hand.MATCHING;
        };
    }
}
