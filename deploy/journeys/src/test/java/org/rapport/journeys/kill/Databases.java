package org.rapport.journeys.kill;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.bson.conversions.Bson;

/** Everything the four services have stored. */
final class Databases implements AutoCloseable {
    private static final long QUANTUM_SECONDS = 300;
    static final List<String> SERVICES = List.of("booking", "intake", "matching", "notification");

    private final MongoClient client;
    private final String prefix;

    Databases(String uri, String prefix) {
        this.client = MongoClients.create(MongoClientSettings.builder()
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .applyConnectionString(new ConnectionString(uri))
                .build());
        this.prefix = prefix;
    }

    MongoCollection<Document> collection(String service, String name) {
        return client.getDatabase(prefix + service).getCollection(name);
    }

    /** By id. */
    Map<String, Document> all(String service, String name) {
        Map<String, Document> all = new LinkedHashMap<>();
        collection(service, name).find().forEach(document -> all.put(document.getString("_id"), document));
        return all;
    }

    List<Document> everything() {
        return everything(Filters.empty());
    }

    /** Documents with events that wait to be sent. */
    List<Document> unsent() {
        return everything(Filters.or(Filters.exists("outbox"), Filters.exists("relayAt")));
    }

    private List<Document> everything(Bson filter) {
        List<Document> everything = new ArrayList<>();
        for (String service : SERVICES) {
            MongoDatabase database = client.getDatabase(prefix + service);
            for (String name : database.listCollectionNames()) {
                database.getCollection(name).find(filter).into(everything);
            }
        }
        return everything;
    }

    /** The one of that id; that it is missing is the finding. */
    static Document one(Map<String, Document> all, Object id) {
        Document found = all.get(id.toString());
        if (found == null) {
            throw new AssertionError("lost: " + id);
        }
        return found;
    }

    static Document state(Document document) {
        return document.get("state", Document.class);
    }

    static List<String> claims(Document document) {
        return document.getList("claims", String.class, List.of());
    }

    /** The host's claims of a call, computed here once more. */
    static List<String> quanta(Document call) {
        long first = call.getDate("blockedFrom").toInstant().getEpochSecond() / QUANTUM_SECONDS;
        long behindLast = Math.ceilDiv(call.getDate("blockedUntil").toInstant().getEpochSecond(), QUANTUM_SECONDS);
        return LongStream.range(first, behindLast)
                .mapToObj(quantum -> "host|" + call.get("hostId") + "|" + quantum)
                .toList();
    }

    @Override
    public void close() {
        client.close();
    }
}
