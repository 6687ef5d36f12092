package org.rapport.matching.roster.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.rapport.delivery.Change;
import org.rapport.delivery.DocumentStore;
import org.rapport.delivery.Documents;
import org.rapport.delivery.Documents.Stored;
import org.rapport.delivery.Saved;
import org.rapport.matching.roster.domain.Therapists;

/** One document a therapist, by id. */
public final class MongoTherapists implements Therapists {
    private static final int MOST = 1_000_000;

    private final Documents<TherapistDocument> documents;

    public MongoTherapists(DocumentStore store) {
        this.documents = store.collection(
                "therapists", TherapistDocument.class, new IndexModel(Indexes.ascending("state.changedAt")));
    }

    @Override
    public List<Kept> all() {
        return find(Filters.empty());
    }

    @Override
    public Optional<Kept> find(UUID id) {
        return documents.find(id.toString()).map(MongoTherapists::kept);
    }

    @Override
    public List<Kept> changedSince(Instant moment) {
        return find(Filters.gte("state.changedAt", moment));
    }

    private List<Kept> find(Bson filter) {
        return documents.find(filter, Sorts.ascending("_id"), MOST).stream()
                .map(MongoTherapists::kept)
                .toList();
    }

    @Override
    public Saving save(Kept kept, @Nullable Instant wakeAt) {
        Saved saved = documents.save(
                kept.therapist().id().toString(),
                kept.version(),
                TherapistDocument.of(kept.therapist(), kept.changedAt()),
                Change.none().wakingAt(wakeAt));
        return switch (saved) {
            case SAVED -> Saving.SAVED;
            case STALE -> Saving.STALE;
            case TAKEN -> throw new IllegalStateException("a therapist claims nothing");
        };
    }

    /** Has the given wake called with the id of each therapist whose clients are to be looked at. */
    public void wakeWith(BiConsumer<Documents<?>, Consumer<String>> wakeUps, Consumer<UUID> wake) {
        wakeUps.accept(documents, id -> wake.accept(UUID.fromString(id)));
    }

    private static Kept kept(Stored<TherapistDocument> stored) {
        return new Kept(
                stored.state().toTherapist(), stored.version(), stored.state().lastChange());
    }
}
