package org.rapport.booking.calls.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.domain.Bundle;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallEvent;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.CallState;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.domain.Claim;
import org.rapport.booking.calls.domain.Saving;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.Interval;
import org.rapport.contracts.PublishedEvent;
import org.rapport.delivery.Change;
import org.rapport.delivery.Documents;

/** Calls as documents. The claims' unique key keeps two calls apart; the index on host and start only makes lists quick. */
public final class MongoCalls implements Calls {

    public static final String COLLECTION = "calls";

    /** No hold, extended or waiting to be confirmed, lasts as long. */
    private static final Duration LONGEST_HOLD = Duration.ofHours(1);

    private static final int ALL = 0;
    private static final Set<CallDocument.Kind> TOLD =
            EnumSet.of(CallDocument.Kind.BOOKED, CallDocument.Kind.ENDED, CallDocument.Kind.CANCELLED);

    private final Documents<CallDocument> documents;
    private final Function<CallEvent, PublishedEvent> translation;

    public MongoCalls(Documents<CallDocument> documents, Function<CallEvent, PublishedEvent> translation) {
        this.documents = documents;
        this.translation = translation;
    }

    public static IndexModel byHostAndStart() {
        return new IndexModel(Indexes.ascending("state.hostId", "state.start"));
    }

    public static IndexModel companionsByHostAndStart() {
        return new IndexModel(Indexes.ascending("state.companions.hostId", "state.companions.start"));
    }

    @Override
    public Optional<Bundle> bundle(CallId id) {
        return documents.find(id.lead().toString()).map(MongoCalls::toBundle);
    }

    @Override
    public Saving save(Bundle bundle, List<CallEvent> events) {
        Change change = Change.of(events.stream().map(translation).toList())
                .claiming(keys(bundle.claims()))
                .wakingAt(wakeAt(bundle));
        return switch (documents.save(bundle.id().toString(), bundle.version(), CallDocument.of(bundle), change)) {
            case SAVED -> Saving.SAVED;
            case STALE -> Saving.STALE;
            case TAKEN -> Saving.TAKEN;
        };
    }

    @Override
    public List<Call> claiming(Collection<Claim> claims) {
        Set<Claim> wanted = new HashSet<>(claims);
        // The embedded store answers a document once for each claim that matches.
        return find(in("claims", keys(claims)), claims.size())
                .filter(call -> call.claims().stream().anyMatch(wanted::contains))
                .distinct()
                .toList();
    }

    @Override
    public List<Call> active(Collection<HostId> hosts, Interval range) {
        Bson filter = and(anyOf(prefix -> startsWithin(prefix, hosts, range)), exists("claims"));
        return find(filter, ALL)
                .filter(call -> !call.claims().isEmpty() && startsWithin(call, hosts, range))
                .toList();
    }

    /** By the index that wakes them when they run out; a booked call is woken at its end, which is mostly later. */
    @Override
    public List<Call> held(Instant now) {
        return find(and(gt("wakeAt", now), lt("wakeAt", now.plus(LONGEST_HOLD))), ALL)
                .toList();
    }

    @Override
    public List<Call> told(HostId host, Interval range) {
        List<HostId> one = List.of(host);
        Bson filter = anyOf(prefix -> and(
                startsWithin(prefix, one, range),
                in(prefix + "kind", TOLD.stream().map(Enum::name).toList())));
        return find(filter, ALL)
                .filter(call -> call.state().isCall() && startsWithin(call, one, range))
                .toList();
    }

    /** @param condition on the names of one call, given what stands before them */
    private static Bson anyOf(Function<String, Bson> condition) {
        return or(condition.apply("state."), elemMatch("state.companions", condition.apply("")));
    }

    private static Bson startsWithin(String prefix, Collection<HostId> hosts, Interval range) {
        return and(
                in(prefix + "hostId", hosts.stream().map(HostId::value).toList()),
                gte(prefix + "start", range.start()),
                lt(prefix + "start", range.end()));
    }

    /** Of the calls of a bundle that was found, perhaps not all were asked for. */
    private static boolean startsWithin(Call call, Collection<HostId> hosts, Interval range) {
        Instant start = call.time().start();
        return hosts.contains(call.hostId()) && !start.isBefore(range.start()) && start.isBefore(range.end());
    }

    private Stream<Call> find(Bson filter, int limit) {
        return documents.find(filter, Sorts.ascending("state.start"), limit).stream()
                .flatMap(stored -> toBundle(stored).calls().stream())
                .sorted(Comparator.comparing(call -> call.time().start()));
    }

    private static @Nullable Instant wakeAt(Bundle bundle) {
        return bundle.calls().stream()
                .map(MongoCalls::wakeAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** A hold is woken when it runs out, so that what was typed with it does not stay. */
    private static @Nullable Instant wakeAt(Call call) {
        return switch (call.state()) {
            case CallState.Held held -> held.expiresAt();
            case CallState.Doubled doubled -> doubled.freed() ? null : doubled.keptUntil();
            case CallState.Unconfirmed asked -> asked.freed() ? null : asked.keptUntil();
            // When it is over, another may stand under the address.
            case CallState.Booked booked ->
                booked.unproven() == null ? null : call.time().end();
            case CallState.Ended _, CallState.Cancelled _, CallState.Released _ -> null;
        };
    }

    private static List<String> keys(Collection<Claim> claims) {
        return claims.stream().map(Claim::key).toList();
    }

    private static Bundle toBundle(Documents.Stored<CallDocument> stored) {
        return stored.state().toBundle(stored.id(), stored.version());
    }
}
