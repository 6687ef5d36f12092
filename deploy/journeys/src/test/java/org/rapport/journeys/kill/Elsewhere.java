package org.rapport.journeys.kill;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rapport.testkit.ServerProcess;
import org.rapport.testkit.TestServers;

/** Servers that nobody kills: at the address given, in containers if those are demanded, else processes of their own. */
final class Elsewhere implements AutoCloseable {
    private final List<ServerProcess> own = new ArrayList<>();
    private final Path folder;

    Elsewhere(Path folder) {
        this.folder = folder;
    }

    /** The address of the store. */
    String store() {
        return TestServers.isStoreChosen() ? TestServers.store() : own(ServerProcess.store(folder.resolve("store"), 0));
    }

    /** The address of the broker. */
    String broker() {
        return TestServers.isBrokerChosen()
                ? TestServers.broker()
                : own(ServerProcess.broker(folder.resolve("broker"), 0));
    }

    private String own(ServerProcess server) {
        own.add(server);
        System.out.println("[kill] embedded, in a process of its own: " + server.address());
        return server.address();
    }

    @Override
    public void close() {
        own.forEach(ServerProcess::kill);
    }
}
