package org.rapport.booking.waiting.mongo;

import java.util.Optional;
import org.rapport.booking.waiting.domain.FreedTime;
import org.rapport.booking.waiting.domain.FreedTimeId;
import org.rapport.booking.waiting.domain.FreedTimes;
import org.rapport.booking.waiting.domain.Saving;
import org.rapport.delivery.Change;
import org.rapport.delivery.Documents;

public final class MongoFreedTimes implements FreedTimes {

    public static final String COLLECTION = "freedTimes";

    private final Documents<FreedTimeDocument> documents;

    public MongoFreedTimes(Documents<FreedTimeDocument> documents) {
        this.documents = documents;
    }

    @Override
    public Optional<FreedTime> find(FreedTimeId id) {
        return documents.find(id.toString()).map(stored -> stored.state().toFreedTime(stored.id(), stored.version()));
    }

    @Override
    public Saving save(FreedTime freed) {
        Change change = Change.none().wakingAt(freed.wakeAt().orElse(null));
        return switch (documents.save(freed.id().toString(), freed.version(), FreedTimeDocument.of(freed), change)) {
            case SAVED -> Saving.SAVED;
            case STALE -> Saving.STALE;
            case TAKEN -> throw new IllegalStateException("freed times claim nothing");
        };
    }
}
