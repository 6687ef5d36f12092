package org.rapport.servers;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/** Runs one server until this process is told to end, or the process that started it is gone. */
final class ChildProcess {
    static final String READY = "ready ";

    private ChildProcess() {}

    static <S extends AutoCloseable> void run(Supplier<S> start, Function<S, String> address) {
        S server;
        try {
            server = start.get();
        } catch (ServerStartException failed) {
            System.err.println(failed.getMessage());
            System.exit(1);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server), "close"));
        System.out.println(READY + address.apply(server));
        ProcessHandle.current()
                .parent()
                .map(ProcessHandle::onExit)
                .orElseGet(CompletableFuture::new)
                .join();
        System.exit(0);
    }

    private static void close(AutoCloseable server) {
        try {
            server.close();
        } catch (Exception failed) {
            System.err.println("The server did not close cleanly: " + failed);
        }
    }
}
