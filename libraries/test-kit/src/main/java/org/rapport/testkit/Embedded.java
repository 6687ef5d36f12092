package org.rapport.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.rapport.servers.EmbeddedBroker;
import org.rapport.servers.EmbeddedStore;

/** The embedded servers on temporary folders, closed and deleted when the JVM ends. */
final class Embedded {
    private Embedded() {}

    static String store() {
        Path folder = temporaryFolder("store");
        EmbeddedStore store = EmbeddedStore.start(folder, 0);
        atEnd(store, folder);
        return store.address();
    }

    static String broker() {
        Path folder = temporaryFolder("broker");
        EmbeddedBroker broker = EmbeddedBroker.start(folder, 0);
        atEnd(broker, folder);
        return broker.address();
    }

    private static Path temporaryFolder(String name) {
        try {
            return Files.createTempDirectory("rapport-test-" + name + "-");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void atEnd(AutoCloseable server, Path folder) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> closeAndDelete(server, folder), "close-" + folder.getFileName()));
    }

    private static void closeAndDelete(AutoCloseable server, Path folder) {
        try (Stream<Path> content = Files.walk(folder)) {
            server.close();
            List<Path> deepestFirst = content.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (Exception failed) {
            System.err.println("[tests] " + folder + " was left behind: " + failed);
        }
    }
}
