package org.rapport.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DurableBackendTest {
    private static final int ENTRIES = 20_000;

    @TempDir
    private Path folder;

    @Test
    void a_commit_waits_for_the_background_commit_that_took_its_changes() throws Exception {
        Path file = folder.resolve("store");
        Path asKilled = folder.resolve("as-killed");
        try (MVStore store = new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitBufferSize(1024 * 1024)
                .open()) {
            store.setAutoCommitDelay(60_000); // on, so that commits have threads to be late on, but not during the test
            DurableBackend backend = new DurableBackend(store);
            MVMap<Integer, String> map = store.openMap("map");
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
