package org.rapport.booking.calls.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
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

    private final Documents<CallDocument> documents;
    private final Function<CallEvent, PublishedEvent> translation;

    public MongoCalls(Documents<CallDocument> documents, Function<CallEvent, PublishedEvent> translation) {
        this.documents = documents;
        this.translation = translation;
    }

    public static IndexModel byHostAndStart() {
        return new IndexModel(Indexes.ascending("state.hostId", "state.start"));
    }

    @Override
    public Optional<Call> find(CallId id) {
        return documents.find(id.toString()).map(MongoCalls::toCall);
    }

    @Override
    public Saving save(Call call, List<CallEvent> events) {
        Change change = Change.of(events.stream().map(translation).toList())
                .claiming(keys(call.claims()))
                .wakingAt(wakeAt(call));
        return switch (documents.save(call.id().toString(), call.version(), CallDocument.of(call), change)) {
            case SAVED -> Saving.SAVED;
            case STALE -> Saving.STALE;
            case TAKEN -> Saving.TAKEN;
        };
    }

    @Override
    public List<Call> claiming(Collection<Claim> claims) {
        // The embedded store answers a document once for each claim that matches.
        return find(in("claims", keys(claims)), claims.size()).stream()
                .distinct()
                .toList();
    }

    @Override
    public List<Call> active(Collection<HostId> hosts, Interval range) {
        Bson filter = and(
                in("state.hostId", hosts.stream().map(HostId::value).toList()),
                gte("state.start", range.start()),
                lt("state.start", range.end()),
                exists("claims"));
        return find(filter, ALL);
    }

    /** By the index that wakes them when they run out; a booked call is woken at its end, which is mostly later. */
    @Override
    public List<Call> held(Instant now) {
        return find(and(gt("wakeAt", now), lt("wakeAt", now.plus(LONGEST_HOLD))), ALL);
    }

    private List<Call> find(Bson filter, int limit) {
        return documents.find(filter, Sorts.ascending("state.start"), limit).stream()
                .map(MongoCalls::toCall)
                .toList();
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

    private static Call toCall(Documents.Stored<CallDocument> stored) {
        return stored.state().toCall(stored.id(), stored.version());
    }
}
