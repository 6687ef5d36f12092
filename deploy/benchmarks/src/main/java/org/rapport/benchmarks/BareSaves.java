package org.rapport.benchmarks;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/**
 * The yardstick: the bare driver makes the very update of a saved page, as the service sent it last, on a document of its own, under
 * the same indexes, condition on the version, majority and journal.
 */
final class BareSaves implements CommandListener {
    private static final String COLLECTION = "bare";
    private static final String VERSION = "version";

    private volatile @Nullable BsonDocument update;
    private volatile boolean listening = true;
    private @Nullable MongoCollection<BsonDocument> collection;

    @Override
    public void commandStarted(CommandStartedEvent event) {
        if (listening && event.getCommandName().equals("update")) {
            BsonDocument command = event.getCommand();
            if (command.getString("update").getValue().equals("responses")) {
                BsonDocument first = command.getArray("updates").get(0).asDocument();
                update = BsonDocument.parse(first.getDocument("u").toJson());
            }
        }
    }

    /** From now on the update stays as it is. */
    void openIn(MongoClient client, String database) {
        listening = false;
        MongoCollection<BsonDocument> opened = client.getDatabase(database)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .getCollection(COLLECTION, BsonDocument.class);
        opened.drop();
        opened.createIndexes(List.of(
                new IndexModel(Indexes.compoundIndex(
                        Indexes.ascending("state.questionnaires", "state.state"), Indexes.descending("state.sentAt"))),
                sparse("claims", true),
                sparse("wakeAt", false),
                sparse("relayAt", false)));
        collection = opened;
    }

    private static IndexModel sparse(String field, boolean unique) {
        return new IndexModel(
                Indexes.ascending(field),
                new IndexOptions().name(field).sparse(true).unique(unique));
    }

    /** Somebody with a document of their own. */
    final class Person {
        private final MongoCollection<BsonDocument> into;
        private final BsonString id = new BsonString(UUID.randomUUID().toString());
        private final BsonDocument own;
        private long version = 1;

        Person() {
            BsonDocument template = update;
            MongoCollection<BsonDocument> open = collection;
            if (template == null || open == null) {
                throw new IllegalStateException("no saved page was seen yet");
            }
            into = open;
            own = template.clone();
            BsonDocument document = own.getDocument("$set").clone();
            document.put("_id", id);
            document.put(VERSION, new BsonInt64(version));
            into.insertOne(document);
        }

        void save() {
            own.getDocument("$set").put(VERSION, new BsonInt64(version + 1));
            long matched = into.updateOne(
                            Filters.and(Filters.eq("_id", id), Filters.eq(VERSION, new BsonInt64(version))), own)
                    .getMatchedCount();
            if (matched != 1) {
                throw new IllegalStateException("not written");
            }
            version++;
        }
    }
}
