package org.rapport.servers;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.IndexKey;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DurableBackendTest {
    private static final int ENTRIES = 20_000;

    @TempDir
    private Path folder;

    @Test
    void every_unique_index_narrows_also_in_a_file_that_is_opened_again() throws Exception {
        String file = folder.resolve("store").toString();
        for (int opening = 0; opening < 2; opening++) {
            try (MVStore store = MVStore.open(file)) {
                MongoDatabase database = new DurableBackend(store).resolveDatabase("things");
                Method open = database.getClass()
                        .getDeclaredMethod(
                                "openOrCreateUniqueIndex", String.class, String.class, List.class, boolean.class);
                open.setAccessible(true);
                assertThat(open.invoke(database, "things", "_id_", List.of(new IndexKey("_id", true)), false))
                        .isInstanceOf(NarrowingIndex.class);
            }
        }
    }

    // Repeated, because a cold JVM is too slow for the background commit to be still under way.
    @RepeatedTest(3)
    void a_commit_waits_for_the_background_commit_that_took_its_changes() throws Exception {
        Path file = folder.resolve("store");
        Path asKilled = folder.resolve("as-killed");
        try (MVStore store = new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitBufferSize(1024 * 1024)
                .open()) {
            // On, so that commits get background threads, but not in the time of this test.
            store.setAutoCommitDelay(60_000);
            DurableBackend backend = new DurableBackend(store);
            MVMap<Integer, String> map = store.openMap("map");
            store.commit();
            for (int entry = 0; entry < ENTRIES; entry++) {
                map.put(entry, "x".repeat(500));
            }

            store.tryCommit(); // what the background thread calls: it returns before the changes are written
            backend.commit();
            Files.copy(file, asKilled);
        }

        try (MVStore killed = MVStore.open(asKilled.toString())) {
            assertThat(killed.openMap("map").size()).isEqualTo(ENTRIES);
        }
    }
}
