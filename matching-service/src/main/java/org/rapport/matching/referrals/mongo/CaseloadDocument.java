package org.rapport.matching.referrals.mongo;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Clients a therapist has by no referral; the document holds their seats' claims.
 *
 * @param numbers of their seats; absent in what was stored when they always were the first ones
 * @param changedAt for {@link SeatDocument}; absent in what was stored before there was one
 */
public record CaseloadDocument(
        UUID therapistId,
        int existingClients,
        @Nullable List<Integer> numbers,
        @Nullable Instant changedAt) {
    List<Integer> seats() {
        return numbers != null
                ? numbers
                : IntStream.rangeClosed(1, existingClients).boxed().toList();
    }
}
