package org.rapport.matching.referrals.mongo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rapport.matching.referrals.domain.Offer;
import org.rapport.matching.referrals.domain.Seat;
import org.rapport.matching.referrals.domain.SeatEntry;

/** What a {@link ReferralDocument} or a {@link CaseloadDocument} says about seats and offers; what else they hold is passed over. */
public record SeatDocument(
        @Nullable Seat seat,
        @Nullable List<Offer> offers,
        @Nullable UUID therapistId,
        @Nullable Integer existingClients,
        @Nullable List<Integer> numbers,
        @Nullable Instant changedAt) {
    SeatEntry toEntry(String id, long version) {
        Instant changed = changedAt == null ? Instant.EPOCH : changedAt;
        return therapistId == null || existingClients == null
                ? ofReferral(id, version, changed, seat, offers == null ? List.of() : offers)
                : ofCaseload(
                        id, version, changed, new CaseloadDocument(therapistId, existingClients, numbers, changedAt));
    }

    static SeatEntry ofReferral(String id, long version, Instant changedAt, @Nullable Seat seat, List<Offer> offers) {
        Map<UUID, Instant> offered = offers.stream()
                .collect(Collectors.toMap(Offer::therapistId, Offer::madeAt, (a, b) -> a.isAfter(b) ? a : b));
        return new SeatEntry(id, version, changedAt, Stream.ofNullable(seat).toList(), false, offered);
    }

    static SeatEntry ofCaseload(String id, long version, Instant changedAt, CaseloadDocument caseload) {
        List<Seat> seats = caseload.seats().stream()
                .map(number -> new Seat(caseload.therapistId(), number))
                .toList();
        return new SeatEntry(id, version, changedAt, seats, true, Map.of());
    }
}
