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
    public HistoryEntry {
        details = List.copyOf(details);
    }
}
