package org.rapport.servers;

import java.nio.file.Path;

/** The store as a process of its own, for tests that kill it: folder and port are its arguments. */
public final class EmbeddedStoreProcess {
    private EmbeddedStoreProcess() {}

    public static void main(String[] arguments) {
        if (arguments.length != 2) {
            System.err.println("usage: EmbeddedStoreProcess <folder> <port>");
            System.exit(2);
        }
        ChildProcess.run(
                () -> EmbeddedStore.start(Path.of(arguments[0]), Integer.parseInt(arguments[1])),
                EmbeddedStore::address);
    }
}
