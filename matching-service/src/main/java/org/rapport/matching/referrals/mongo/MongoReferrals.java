package org.rapport.matching.referrals.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.rapport.contracts.PublishedEvent;
import org.rapport.delivery.Change;
import org.rapport.delivery.DocumentStore;
import org.rapport.delivery.Documents;
import org.rapport.delivery.Documents.Stored;
import org.rapport.delivery.Saved;
import org.rapport.matching.referrals.domain.Clocks;
import org.rapport.matching.referrals.domain.Referral;
import org.rapport.matching.referrals.domain.ReferralEvent;
import org.rapport.matching.referrals.domain.Referrals;
import org.rapport.matching.referrals.domain.Saving;
import org.rapport.matching.referrals.domain.Seat;
import org.rapport.matching.referrals.domain.SeatEntries;
import org.rapport.matching.referrals.domain.SeatEntry;
import org.rapport.matching.referrals.domain.Seats;
import org.rapport.matching.referrals.domain.Selection;
import org.rapport.matching.referrals.domain.TakenSeats;

/**
 * One document a referral. Seats of existing clients are documents of the same collection: only there does the one unique
 * key hold them apart from the seats that referrals take.
 */
public final class MongoReferrals implements Referrals, Seats, SeatEntries {
    private static final String COLLECTION = "referrals";
    /** Far above the seats of any practice; seats are bounded by the capacities. */
    private static final int MOST_SEATS = 10_000;

    private static final int RECKONED_AT_ONCE = 200;

    private final Documents<ReferralDocument> documents;
    private final Documents<CaseloadDocument> caseloads;
    private final Documents<SeatDocument> seats;
    private final Clocks clocks;
    private final Function<ReferralEvent, PublishedEvent> publication;
    private final Clock clock;
    private final List<Consumer<List<SeatEntry>>> told = new CopyOnWriteArrayList<>();

    public MongoReferrals(
            DocumentStore store, Clocks clocks, Function<ReferralEvent, PublishedEvent> publication, Clock clock) {
        this.documents = store.collection(
                COLLECTION,
                ReferralDocument.class,
                // The first tab of the queue in its first order: each of the three conditions leads to its rows in that
                // order.
                new IndexModel(Indexes.ascending("state.state", "state.dueOrder", "state.since", "_id")),
                new IndexModel(Indexes.ascending("state.urgency", "state.dueOrder", "state.since", "_id")),
                new IndexModel(Indexes.ascending("state.openTask", "state.dueOrder", "state.since", "_id")),
                new IndexModel(Indexes.ascending("state.state", "state.urgency", "state.since", "_id")),
                new IndexModel(Indexes.ascending("state.state", "state.since", "_id")),
                new IndexModel(Indexes.ascending("state.offers.therapistId")),
                new IndexModel(Indexes.ascending("state.seat.therapistId")),
                new IndexModel(Indexes.descending("state.lastOfferAt")),
                new IndexModel(Indexes.ascending("state.changedAt")));
        this.caseloads = store.collection(COLLECTION, CaseloadDocument.class);
        this.seats = store.collection(COLLECTION, SeatDocument.class);
        this.clocks = clocks;
        this.publication = publication;
        this.clock = clock;
    }

    @Override
    public Optional<Referral> find(UUID inquiryId) {
        return documents.find(inquiryId.toString()).map(MongoReferrals::referral);
    }

    @Override
    public Saving save(Referral referral, List<ReferralEvent> events) {
        Change change = Change.of(events.stream().map(publication).toList())
                .claiming(Stream.ofNullable(referral.seat()).map(Seat::claim).toList())
                .wakingAt(clocks.wakeAt(referral).orElse(null));
        String id = referral.inquiryId().toString();
        Instant now = clock.instant();
        return switch (documents.save(id, referral.version(), ReferralDocument.of(referral, clocks, now), change)) {
            case SAVED -> {
                long version = referral.version() + Math.max(1, events.size());
                tell(SeatDocument.ofReferral(id, version, now, referral.seat(), referral.offers()));
                yield Saving.SAVED;
            }
            case STALE -> Saving.STALE;
            case TAKEN -> Saving.TAKEN;
        };
    }

    @Override
    public List<Referral> list(Selection selection, Selection.Order order, int limit) {
        Bson sort = switch (order) {
            case PRIORITY -> Sorts.ascending("state.urgency", "state.since", "_id");
            case DUE -> Sorts.ascending("state.dueOrder", "state.since", "_id");
            case SINCE -> Sorts.ascending("state.since", "_id");
        };
        return referrals(documents.find(filter(selection), sort, limit));
    }

    @Override
    public long count(Selection selection) {
        return documents.count(filter(selection));
    }

    private static Bson filter(Selection selection) {
        Bson states = Filters.in(
                "state.state", selection.states().stream().map(Enum::name).toList());
        Bson which = selection.withCare()
                ? Filters.or(
                        states, Filters.eq("state.urgency", Referral.IN_DANGER), Filters.eq("state.openTask", true))
                : states;
        return switch (selection.ownership()) {
            case Selection.Ownership.Anyone() -> which;
            case Selection.Ownership.Nobody() -> Filters.and(which, Filters.exists("state.owner", false));
            case Selection.Ownership.Of(UUID coordinatorId) ->
                Filters.and(which, Filters.eq("state.owner", coordinatorId));
            case Selection.Ownership.AnyOf(Set<UUID> coordinatorIds) ->
                Filters.and(which, Filters.in("state.owner", coordinatorIds));
        };
    }

    @Override
    public List<Referral> offeredTo(UUID therapistId, int limit) {
        return referrals(documents.find(
                Filters.eq("state.offers.therapistId", therapistId), Sorts.descending("state.lastOfferAt"), limit));
    }

    @Override
    public List<SeatEntry> changedSince(Instant moment) {
        Bson which = moment.equals(Instant.EPOCH)
                ? Filters.or(
                        Filters.exists("state.seat"),
                        Filters.exists("state.lastOfferAt"),
                        Filters.exists("state.existingClients"))
                : Filters.gte("state.changedAt", moment);
        return seats.find(which, Sorts.ascending("_id"), Integer.MAX_VALUE).stream()
                .map(stored -> stored.state().toEntry(stored.id(), stored.version()))
                .toList();
    }

    /** Has somebody told what each write of this instance changed, with the write. */
    public void tell(Consumer<List<SeatEntry>> written) {
        told.add(written);
    }

    private void tell(SeatEntry entry) {
        told.forEach(each -> each.accept(List.of(entry)));
    }

    @Override
    public TakenSeats taken(UUID therapistId) {
        List<Integer> existing = caseloads
                .find(caseloadId(therapistId))
                .map(stored -> stored.state().seats())
                .orElse(List.of());
        Set<Integer> numbers = new HashSet<>(existing);
        seatedWith(therapistId).stream()
                .map(Referral::seat)
                .filter(Objects::nonNull)
                .forEach(seat -> numbers.add(seat.number()));
        return new TakenSeats(numbers, existing.size());
    }

    @Override
    public List<Referral> seatedWith(UUID therapistId) {
        return referrals(
                documents.find(Filters.eq("state.seat.therapistId", therapistId), Sorts.ascending("_id"), MOST_SEATS));
    }

    @Override
    public void holdForExistingClients(UUID therapistId, int count) {
        String id = caseloadId(therapistId);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Stored<CaseloadDocument>> stored = caseloads.find(id);
            List<Integer> held = stored.map(found -> found.state().seats()).orElse(List.of());
            if (held.size() == count) {
                return;
            }
            List<Integer> next = held.size() > count
                    ? held.subList(0, count)
                    : Stream.concat(held.stream(), taken(therapistId).lowestFree(count - held.size()).stream())
                            .toList();
            long version = stored.map(Stored::version).orElse(0L);
            Instant now = clock.instant();
            CaseloadDocument caseload = new CaseloadDocument(therapistId, count, next, now);
            Saved saved = caseloads.save(
                    id,
                    version,
                    caseload,
                    Change.none()
                            .claiming(next.stream()
                                    .map(number -> new Seat(therapistId, number).claim())
                                    .toList()));
            if (saved == Saved.SAVED) {
                tell(SeatDocument.ofCaseload(id, version + 1, now, caseload));
                return;
            }
        }
        throw new IllegalStateException(
                "the caseload of " + therapistId + " was written " + ATTEMPTS + " times in between");
    }

    private static String caseloadId(UUID therapistId) {
        return "caseload|" + therapistId;
    }

    /** Has the given wake called with the id of each referral whose time has come. */
    public void wakeWith(BiConsumer<Documents<?>, Consumer<String>> wakeUps, Consumer<UUID> wake) {
        wakeUps.accept(documents, id -> {
            UUID inquiryId = UUID.fromString(id);
            Optional<Referral> due = find(inquiryId);
            wake.accept(inquiryId);
            // Nothing to do: then it woke by a clock that counts otherwise by now, and sleeps by the one that counts.
            due.filter(before -> find(inquiryId).map(Referral::version).equals(Optional.of(before.version())))
                    .ifPresent(before -> save(before, List.of()));
        });
    }

    /** The practice's days have changed: every clock that runs, and every place in the queue, is reckoned by the new ones. */
    public void reckonAnew() {
        Bson running = Filters.lt("state.dueOrder", Clocks.NEVER);
        List<Referral> some = referrals(documents.find(running, Sorts.ascending("_id"), RECKONED_AT_ONCE));
        while (!some.isEmpty()) {
            // Somebody who writes one of them meanwhile reckons it by the new days too.
            some.forEach(referral -> save(referral, List.of()));
            Bson behind = Filters.gt("_id", some.getLast().inquiryId().toString());
            some = referrals(documents.find(Filters.and(running, behind), Sorts.ascending("_id"), RECKONED_AT_ONCE));
        }
    }

    private static List<Referral> referrals(List<Stored<ReferralDocument>> stored) {
        return stored.stream().map(MongoReferrals::referral).toList();
    }

    private static Referral referral(Stored<ReferralDocument> stored) {
        return stored.state().toReferral(UUID.fromString(stored.id()), stored.version());
    }
}
