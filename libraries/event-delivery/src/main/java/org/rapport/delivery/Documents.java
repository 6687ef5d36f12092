package org.rapport.delivery;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.Document;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.rapport.contracts.EventTypes;
import org.rapport.contracts.PublishedEvent;
import org.rapport.contracts.Topics;

/**
 * One collection of versioned documents, each with the events it still has to send.
 *
 * <pre>
 * { _id, version, write,        version counts events; write names the last write, to recognise it after a lost answer
 *   state: {...},               the aggregate
 *   claims: [..],               unique multikey index, absent when there are none: the rules between documents
 *   wakeAt,                     when the document must act again ({@link WakeUps})
 *   outbox: [..], relayAt }     events not yet on the broker, and when the sweeper may take them up ({@link Relay})
 * </pre>
 *
 * A write is one conditional operation on one document: state, claims, wake-up and events change together or not at all.
 */
public final class Documents<D extends Record> {

    /** A document as read. */
    public record Stored<D>(String id, long version, D state) {}

    private final MongoCollection<Document> collection;
    private final Codec<D> codec;
    private final Relay relay;
    private final WakeUps wakeUps;
    private final Clock clock;
    private final WriteConflicts conflicts = new WriteConflicts();

    Documents(
            MongoCollection<Document> collection,
            Class<D> type,
            Relay relay,
            WakeUps wakeUps,
            Clock clock,
            List<IndexModel> indexes) {
        this.collection = collection;
        this.codec = collection.getCodecRegistry().get(type);
        this.relay = relay;
        this.wakeUps = wakeUps;
        this.clock = clock;
        List<IndexModel> all = new ArrayList<>(indexes);
        all.add(new IndexModel(
                Indexes.ascending("claims"),
                new IndexOptions().name("claims").unique(true).sparse(true)));
        all.add(new IndexModel(
                Indexes.ascending("wakeAt"), new IndexOptions().name("wakeAt").sparse(true)));
        all.add(new IndexModel(
                Indexes.ascending("relayAt"), new IndexOptions().name("relayAt").sparse(true)));
        collection.createIndexes(all);
    }

    public Optional<Stored<D>> find(String id) {
        return Optional.ofNullable(collection.find(eq("_id", id)).first()).map(this::read);
    }

    /** @param filter on {@code state.<component>}, {@code claims} or {@code wakeAt} */
    public List<Stored<D>> find(Bson filter, Bson sort, int limit) {
        return collection.find(filter).sort(sort).limit(limit).map(this::read).into(new ArrayList<>());
    }

    public long count(Bson filter) {
        return collection.countDocuments(filter);
    }

    /**
     * Writes what was decided, if nobody wrote since it was loaded.
     *
     * @param expectedVersion the version the decision was made on; 0 inserts
     * @throws MongoException when the store cannot be reached; then it is not known whether the write happened, and the
     *     caller may only repeat the whole decision. Also when the store broke the write off for another one, every time.
     */
    public Saved save(String id, long expectedVersion, D state, Change change) {
        String write = new ObjectId().toHexString();
        long version = expectedVersion + Math.max(1, change.events().size());
        List<OutboxEntry> entries = entries(id, expectedVersion, change.events());
        CrashPoint.BEFORE_WRITE.reached();
        Saved saved = conflicts.overcome(() -> writeOnce(id, expectedVersion, version, write, state, change, entries));
        if (saved == Saved.SAVED) {
            CrashPoint.AFTER_WRITE.reached();
            if (!entries.isEmpty()) {
                relay.send(collection, id, version, entries);
            }
            if (change.wakeAt() != null) {
                wakeUps.told(change.wakeAt());
            }
        }
        return saved;
    }

    /**
     * Removes what has served its time, unless somebody wrote it since it was loaded. Not for documents that say events: what is
     * not on the broker yet would go with them.
     */
    public boolean remove(String id, long expectedVersion) {
        return collection
                        .deleteOne(and(eq("_id", id), eq("version", expectedVersion)))
                        .getDeletedCount()
                == 1;
    }

    private Saved writeOnce(
            String id,
            long expectedVersion,
            long version,
            String write,
            D state,
            Change change,
            List<OutboxEntry> entries) {
        try {
            if (expectedVersion == 0) {
                collection.insertOne(inserted(id, version, write, state, change, entries));
                return Saved.SAVED;
            }
            Bson unchanged = and(eq("_id", id), eq("version", expectedVersion));
            long matched = collection
                    .updateOne(unchanged, updated(version, write, state, change, entries))
                    .getMatchedCount();
            // A driver that repeats a write by itself finds the version already moved on, by us.
            return matched == 1 ? Saved.SAVED : outcomeOf(id, write);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return expectedVersion == 0 && lastWrite(id).isPresent() ? outcomeOf(id, write) : Saved.TAKEN;
        } catch (MongoSocketException | MongoTimeoutException e) {
            // The answer was lost, not necessarily the write.
            if (lastWrite(id).filter(write::equals).isPresent()) {
                return Saved.SAVED;
            }
            throw e;
        }
    }

    private Saved outcomeOf(String id, String write) {
        return lastWrite(id).filter(write::equals).isPresent() ? Saved.SAVED : Saved.STALE;
    }

    private Optional<String> lastWrite(String id) {
        return Optional.ofNullable(collection
                        .find(eq("_id", id))
                        .projection(new Document("write", 1))
                        .first())
                .map(found -> found.getString("write"));
    }

    private Document inserted(
            String id, long version, String write, D state, Change change, List<OutboxEntry> entries) {
        Document document = new Document("_id", id)
                .append("version", version)
                .append("write", write)
                .append("state", encode(state));
        if (!change.claims().isEmpty()) {
            document.append("claims", change.claims());
        }
        if (change.wakeAt() != null) {
            document.append("wakeAt", change.wakeAt());
        }
        if (!entries.isEmpty()) {
            document.append(
                            "outbox",
                            entries.stream().map(OutboxEntry::toDocument).toList())
                    .append("relayAt", relay.sweepableFrom());
        }
        return document;
    }

    private Bson updated(long version, String write, D state, Change change, List<OutboxEntry> entries) {
        List<Bson> updates = new ArrayList<>();
        updates.add(set("version", version));
        updates.add(set("write", write));
        updates.add(set("state", encode(state)));
        updates.add(change.claims().isEmpty() ? unset("claims") : set("claims", change.claims()));
        updates.add(change.wakeAt() == null ? unset("wakeAt") : set("wakeAt", change.wakeAt()));
        if (!entries.isEmpty()) {
            updates.add(pushEach(
                    "outbox", entries.stream().map(OutboxEntry::toDocument).toList()));
            updates.add(set("relayAt", relay.sweepableFrom()));
        }
        return combine(updates);
    }

    private List<OutboxEntry> entries(String id, long expectedVersion, List<PublishedEvent> events) {
        List<OutboxEntry> entries = new ArrayList<>(events.size());
        Instant now = clock.instant();
        String traceparent = Trace.next();
        for (PublishedEvent event : events) {
            long sequence = expectedVersion + entries.size() + 1;
            entries.add(new OutboxEntry(
                    id + "/" + sequence,
                    Topics.of(event),
                    event.key(),
                    EventTypes.nameOf(event),
                    id,
                    sequence,
                    now,
                    EventJson.write(event),
                    traceparent));
        }
        return entries;
    }

    private BsonDocument encode(D state) {
        BsonDocument document = new BsonDocument();
        codec.encode(
                new BsonDocumentWriter(document),
                state,
                EncoderContext.builder().build());
        return document;
    }

    private Stored<D> read(Document document) {
        BsonDocument state =
                document.get("state", Document.class).toBsonDocument(BsonDocument.class, collection.getCodecRegistry());
        D decoded = codec.decode(
                new BsonDocumentReader(state), DecoderContext.builder().build());
        return new Stored<>(document.getString("_id"), document.getLong("version"), decoded);
    }

    MongoCollection<Document> collection() {
        return collection;
    }
}
