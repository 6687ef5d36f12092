package org.rapport.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL under load: what was acknowledged is there afterwards. Always on the embedded store, for it is that one's promise. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StoreKillIT {
    private static final int WRITERS = 8;
    private static final int WRITES_BEFORE_KILL = 1_500;

    @TempDir
    private Path folder;

    @Test
    void the_durable_store_loses_nothing_in_three_kills() {
        for (int kill = 1; kill <= 3; kill++) {
            Loss loss = killUnderLoad("kill" + kill, at -> ServerProcess.store(at, 0));
            System.out.println("[tests] durable store, kill " + kill + ": " + loss);
            assertThat(loss.lost()).isZero();
        }
    }

    /** Guards the test above: without the commit before the answer it would see writes lost. */
    @Test
    void the_plain_store_loses_writes() {
        Loss loss = killUnderLoad("plain", at -> ServerProcess.start(PlainStoreProcess.class, List.of(at.toString())));
        System.out.println("[tests] plain store: " + loss);
        assertThat(loss.lost()).isPositive();
    }

    private record Loss(int acknowledged, int lost) {}

    private Loss killUnderLoad(String database, Function<Path, ServerProcess> start) {
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        ServerProcess store = start.apply(folder);
        // The client is closed before the writers are awaited, so that none waits for a server that will not come back.
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
                MongoClient client = client(store)) {
            MongoCollection<Document> collection = client.getDatabase(database).getCollection("writes");
            AtomicInteger next = new AtomicInteger();
            for (int writer = 0; writer < WRITERS; writer++) {
                writers.execute(() -> writeUntilKilled(collection, next, acknowledged));
            }
            Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> acknowledged.size() >= WRITES_BEFORE_KILL);
            store.kill();
        }
        try (ServerProcess again = start.apply(folder);
                MongoClient client = client(again)) {
            Set<String> lost = new HashSet<>(acknowledged);
            List<Document> found =
                    client.getDatabase(database).getCollection("writes").find().into(new ArrayList<>());
            found.forEach(document -> lost.remove(document.getString("_id")));
            return new Loss(acknowledged.size(), lost.size());
        }
    }

    private static void writeUntilKilled(
            MongoCollection<Document> collection, AtomicInteger next, Set<String> acknowledged) {
        while (true) {
            String id = "write " + next.incrementAndGet();
            try {
                collection.insertOne(new Document("_id", id).append("text", "x".repeat(300)));
                acknowledged.add(id);
            } catch (MongoException | IllegalStateException killed) {
                return;
            }
        }
    }

    private static MongoClient client(ServerProcess store) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(store.address()))
                .retryWrites(false)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(2, TimeUnit.SECONDS))
                .build());
    }
}
