package org.rapport.testkit;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** The store without our commit before the answer, to see the kill test fail. */
final class PlainStoreProcess {
    private PlainStoreProcess() {}

    public static void main(String[] arguments) {
        MongoServer server = new MongoServer(
                new H2Backend(Path.of(arguments[0]).resolve("store.mv.db").toString()));
        System.out.println("ready " + server.bindAndGetConnectionString());
        ProcessHandle.current()
                .parent()
                .map(ProcessHandle::onExit)
                .orElseGet(CompletableFuture::new)
                .join();
        System.exit(0);
    }
}
