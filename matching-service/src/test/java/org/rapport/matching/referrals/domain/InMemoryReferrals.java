package org.rapport.matching.referrals.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Referrals and seats under one lock, as the store keeps them under one unique key. */
public final class InMemoryReferrals implements Referrals, Seats, SeatEntries {
    private final Map<UUID, Referral> referrals = new HashMap<>();
    private final Map<UUID, List<Integer>> existing = new HashMap<>();
    private final Map<UUID, Long> caseloadVersions = new HashMap<>();
    private final List<ReferralEvent> published = new ArrayList<>();

    @Override
    public synchronized Optional<Referral> find(UUID inquiryId) {
        return Optional.ofNullable(referrals.get(inquiryId));
    }

    @Override
    public synchronized Saving save(Referral referral, List<ReferralEvent> events) {
        Referral kept = referrals.get(referral.inquiryId());
        if ((kept == null ? 0 : kept.version()) != referral.version()) {
            return Saving.STALE;
        }
        Seat seat = referral.seat();
        if (seat != null && isHeldByAnother(seat, referral.inquiryId())) {
            return Saving.TAKEN;
        }
        referrals.put(referral.inquiryId(), written(referral, events));
        published.addAll(events);
        return Saving.SAVED;
    }

    public synchronized List<ReferralEvent> published() {
        return List.copyOf(published);
    }

    @Override
    public synchronized List<Referral> list(Selection selection, Selection.Order order, int limit) {
        Comparator<Referral> since = Comparator.comparing(Referral::since)
                .thenComparing(referral -> referral.inquiryId().toString());
        return selected(selection)
                .sorted(
                        switch (order) {
                            case SINCE -> since;
                            case PRIORITY ->
                                Comparator.comparingInt(Referral::urgency).thenComparing(since);
                            case DUE ->
                                Comparator.comparing(Stories.clocks()::order).thenComparing(since);
                        })
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized long count(Selection selection) {
        return selected(selection).count();
    }

    private Stream<Referral> selected(Selection selection) {
        return referrals.values().stream()
                .filter(referral -> selection.states().contains(referral.state())
                        || (selection.withCare()
                                && (referral.facts().hasOpenConcern()
                                        || !referral.desk().openTasks().isEmpty())))
                .filter(referral -> switch (selection.ownership()) {
                    case Selection.Ownership.Anyone() -> true;
                    case Selection.Ownership.Nobody() -> referral.owner() == null;
                    case Selection.Ownership.Of(UUID coordinatorId) -> coordinatorId.equals(referral.owner());
                    case Selection.Ownership.AnyOf(Set<UUID> coordinatorIds) -> {
                        UUID owner = referral.owner();
                        yield owner != null && coordinatorIds.contains(owner);
                    }
                });
    }

    @Override
    public synchronized List<Referral> offeredTo(UUID therapistId, int limit) {
        return referrals.values().stream()
                .filter(referral -> lastOffer(referral, therapistId).isPresent())
                .sorted(Comparator.comparing((Referral referral) ->
                                referral.offers().getLast().madeAt())
                        .reversed())
                .limit(limit)
                .toList();
    }

    /** All of them, whenever they were written. */
    @Override
    public synchronized List<SeatEntry> changedSince(Instant moment) {
        Stream<SeatEntry> ofReferrals = referrals.values().stream()
                .map(referral -> new SeatEntry(
                        referral.inquiryId().toString(),
                        referral.version(),
                        Instant.EPOCH,
                        Stream.ofNullable(referral.seat()).toList(),
                        false,
                        referral.offers().stream()
                                .collect(Collectors.toMap(
                                        Offer::therapistId, Offer::madeAt, (a, b) -> a.isAfter(b) ? a : b))));
        Stream<SeatEntry> ofCaseloads = existing.entrySet().stream()
                .map(held -> new SeatEntry(
                        "caseload|" + held.getKey(),
                        caseloadVersions.getOrDefault(held.getKey(), 0L),
                        Instant.EPOCH,
                        held.getValue().stream()
                                .map(number -> new Seat(held.getKey(), number))
                                .toList(),
                        true,
                        Map.of()));
        return Stream.concat(ofReferrals, ofCaseloads).toList();
    }

    @Override
    public synchronized TakenSeats taken(UUID therapistId) {
        Set<Integer> numbers = new HashSet<>(existing.getOrDefault(therapistId, List.of()));
        seatedWith(therapistId).stream()
                .map(Referral::seat)
                .filter(Objects::nonNull)
                .forEach(seat -> numbers.add(seat.number()));
        return new TakenSeats(
                numbers, existing.getOrDefault(therapistId, List.of()).size());
    }

    @Override
    public synchronized List<Referral> seatedWith(UUID therapistId) {
        return referrals.values().stream()
                .filter(referral -> {
                    Seat seat = referral.seat();
                    return seat != null && seat.therapistId().equals(therapistId);
                })
                .toList();
    }

    @Override
    public synchronized void holdForExistingClients(UUID therapistId, int count) {
        List<Integer> held = existing.getOrDefault(therapistId, List.of());
        List<Integer> next = new ArrayList<>(held.subList(0, Math.min(count, held.size())));
        next.addAll(taken(therapistId).lowestFree(count - next.size()));
        existing.put(therapistId, next);
        caseloadVersions.merge(therapistId, 1L, Long::sum);
    }

    private boolean isHeldByAnother(Seat seat, UUID inquiryId) {
        return existing.getOrDefault(seat.therapistId(), List.of()).contains(seat.number())
                || referrals.values().stream()
                        .filter(referral -> !referral.inquiryId().equals(inquiryId))
                        .map(Referral::seat)
                        .anyMatch(seat::equals);
    }

    private static Optional<Offer> lastOffer(Referral referral, UUID therapistId) {
        return referral.offers().reversed().stream()
                .filter(offer -> offer.therapistId().equals(therapistId))
                .findFirst();
    }

    private static Referral written(Referral r, List<ReferralEvent> events) {
        return new Referral(
                r.inquiryId(),
                r.version() + Math.max(1, events.size()),
                r.state(),
                r.facts(),
                r.owner(),
                r.offers(),
                r.seat(),
                r.desk(),
                r.history());
    }
}
