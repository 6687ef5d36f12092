package org.rapport.benchmarks;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/**
 * The yardstick: the bare driver inserts the very document of a booking, as the service sent it first, with claims and id of its own, under
 * the same indexes, majority and journal.
 */
final class BareInserts implements CommandListener {

    private static final String COLLECTION = "bare";

    private final AtomicLong numbers = new AtomicLong();
    private volatile @Nullable BsonDocument booking;
    private @Nullable MongoCollection<BsonDocument> collection;

    /** Keeps the first booked call that is inserted; a hold is none. */
    @Override
    public void commandStarted(CommandStartedEvent event) {
        if (booking == null && event.getCommandName().equals("insert")) {
            BsonDocument command = event.getCommand();
            if (command.getString("insert").getValue().equals("calls")) {
                BsonDocument call = command.getArray("documents").get(0).asDocument();
                if (call.containsKey("outbox")) {
                    booking = BsonDocument.parse(call.toJson());
                }
            }
        }
    }

    void openIn(MongoClient client, String database) {
        collection = client.getDatabase(database)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .getCollection(COLLECTION, BsonDocument.class);
        collection.drop();
        collection.createIndexes(List.of(
                new IndexModel(Indexes.ascending("state.hostId", "state.start")),
                new IndexModel(
                        Indexes.ascending("claims"),
                        new IndexOptions().name("claims").unique(true).sparse(true)),
                sparse("wakeAt"),
                sparse("relayAt")));
    }

    private static IndexModel sparse(String field) {
        return new IndexModel(
                Indexes.ascending(field), new IndexOptions().name(field).sparse(true));
    }

    /** The collection is emptied as the service's own are. */
    void empty() {
        into().deleteMany(new BsonDocument());
    }

    void insert() {
        into().insertOne(document(numbers.incrementAndGet()));
    }

    /** @return whether this one got the claims of that number */
    boolean claim(long number) {
        try {
            into().insertOne(document(-number));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    private BsonDocument document(long number) {
        BsonDocument template = booking;
        if (template == null) {
            throw new IllegalStateException("no booking was seen yet");
        }
        BsonDocument document = new BsonDocument(template.size());
        document.putAll(template);
        document.put("_id", new BsonString(UUID.randomUUID().toString()));
        BsonArray claims = new BsonArray();
        for (int claim = 0; claim < template.getArray("claims").size(); claim++) {
            String old = template.getArray("claims").get(claim).asString().getValue();
            String own = number + "|" + claim;
            claims.add(new BsonString(own + "|" + "x".repeat(Math.max(0, old.length() - own.length() - 1))));
        }
        document.put("claims", claims);
        return document;
    }

    private MongoCollection<BsonDocument> into() {
        MongoCollection<BsonDocument> open = collection;
        if (open == null) {
            throw new IllegalStateException("not open");
        }
        return open;
    }
}
