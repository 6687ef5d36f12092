package org.rapport.journeys.kill;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rapport.testkit.ServerProcess;
import org.rapport.testkit.TestServers;

/** Store and broker, which nobody kills: at the address given, in containers if those are demanded, else processes of their own. */
final class Elsewhere implements AutoCloseable {
    private final List<ServerProcess> own = new ArrayList<>();
    private final String store;
    private final String broker;

    Elsewhere(Path folder) {
        store = TestServers.isStoreChosen()
                ? TestServers.store()
                : own(ServerProcess.store(folder.resolve("store"), 0));
        broker = TestServers.isBrokerChosen()
                ? TestServers.broker()
                : own(ServerProcess.broker(folder.resolve("broker"), 0));
    }

    String store() {
        return store;
    }

    String broker() {
        return broker;
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
