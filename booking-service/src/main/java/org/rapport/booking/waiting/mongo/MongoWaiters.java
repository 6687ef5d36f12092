package org.rapport.booking.waiting.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.rapport.booking.waiting.domain.Saving;
import org.rapport.booking.waiting.domain.Waiter;
import org.rapport.booking.waiting.domain.WaiterEvent;
import org.rapport.booking.waiting.domain.WaiterId;
import org.rapport.booking.waiting.domain.Waiters;
import org.rapport.contracts.PublishedEvent;
import org.rapport.delivery.Change;
import org.rapport.delivery.Documents;

public final class MongoWaiters implements Waiters {

    public static final String COLLECTION = "waiters";
    private static final int LONGEST_LINE = 5_000;

    private final Documents<WaiterDocument> documents;
    private final Function<WaiterEvent, PublishedEvent> translation;

    public MongoWaiters(Documents<WaiterDocument> documents, Function<WaiterEvent, PublishedEvent> translation) {
        this.documents = documents;
        this.translation = translation;
    }

    public static IndexModel inTheOrderTheyCame() {
        return new IndexModel(Indexes.ascending("state.inLine", "state.joinedAt"));
    }

    @Override
    public Optional<Waiter> find(WaiterId id) {
        return documents.find(id.toString()).map(MongoWaiters::toWaiter);
    }

    @Override
    public Saving save(Waiter waiter, List<WaiterEvent> events) {
        Change change = Change.of(events.stream().map(translation).toList())
                .wakingAt(waiter.wakeAt().orElse(null));
        return switch (documents.save(waiter.id().toString(), waiter.version(), WaiterDocument.of(waiter), change)) {
            case SAVED -> Saving.SAVED;
            case STALE -> Saving.STALE;
            case TAKEN -> throw new IllegalStateException("waiters claim nothing");
        };
    }

    @Override
    public List<Waiter> inLine() {
        return found(and(eq("state.inLine", true), ne("state.unheard", true)));
    }

    @Override
    public List<Waiter> listed() {
        return found(eq("state.inLine", true));
    }

    private List<Waiter> found(Bson filter) {
        return documents.find(filter, Sorts.ascending("state.joinedAt", "_id"), LONGEST_LINE).stream()
                .map(MongoWaiters::toWaiter)
                .toList();
    }

    private static Waiter toWaiter(Documents.Stored<WaiterDocument> stored) {
        return stored.state().toWaiter(stored.id(), stored.version());
    }
}
