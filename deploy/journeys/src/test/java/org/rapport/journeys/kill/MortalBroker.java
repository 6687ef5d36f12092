package org.rapport.journeys.kill;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.rapport.servers.FreePorts;
import org.rapport.testkit.ServerProcess;

/** A broker that keeps its folder and its port over its deaths. */
final class MortalBroker implements Mortal, AutoCloseable {
    private final Path folder;
    private final int port = FreePorts.some(1).getFirst();
    private CompletableFuture<ServerProcess> process;

    MortalBroker(Path folder) {
        this.folder = folder;
        this.process = starting();
    }

    private CompletableFuture<ServerProcess> starting() {
        return CompletableFuture.supplyAsync(() -> ServerProcess.broker(folder, port), Thread::startVirtualThread);
    }

    String address() {
        return process.join().address();
    }

    @Override
    public String name() {
        return "broker";
    }

    @Override
    public void kill() {
        process.join().kill();
    }

    @Override
    public void start() {
        process = starting();
    }

    @Override
    public void awaitReady() {
        process.join();
    }

    @Override
    public void close() {
        kill();
    }
}
