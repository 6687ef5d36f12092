package org.rapport.delivery;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import java.lang.reflect.Modifier;
import java.time.Clock;
import java.util.List;

/** The database of one service. */
public final class DocumentStore {
    private final MongoDatabase database;
    private final Relay relay;
    private final WakeUps wakeUps;
    private final Clock clock;

    DocumentStore(MongoDatabase database, Relay relay, WakeUps wakeUps, Clock clock) {
        this.database = database;
        this.relay = relay;
        this.wakeUps = wakeUps;
        this.clock = clock;
    }

    /**
     * Opens a collection and declares its indexes.
     *
     * @param type how the driver's record codec stores the state: records of strings, numbers, booleans, enums, UUIDs,
     *     instants, lists, maps by string, and further records; a null component is left out. All of them are public,
     *     because that codec calls their accessors.
     * @param indexes for reading; correctness may only rest on {@code _id} and {@code claims}
     */
    public <D extends Record> Documents<D> collection(String name, Class<D> type, IndexModel... indexes) {
        if (!Modifier.isPublic(type.getModifiers())) {
            throw new IllegalArgumentException(type.getName() + " is not public, so the record codec cannot read it");
        }
        Documents<D> documents =
                new Documents<>(database.getCollection(name), type, relay, wakeUps, clock, List.of(indexes));
        relay.sweep(documents.collection());
        return documents;
    }
}
