package org.rapport.servers;

import java.nio.file.Path;
import org.apache.kafka.common.utils.Exit;

/** The broker as a process of its own, for tests that kill it: folder, port and, if it differs, the address told to clients. */
public final class EmbeddedBrokerProcess {
    private EmbeddedBrokerProcess() {}

    public static void main(String[] arguments) {
        if (arguments.length < 2 || arguments.length > 3) {
            System.err.println("usage: EmbeddedBrokerProcess <folder> <port> [<advertised host:port>]");
            System.exit(2);
        }
        ChildProcess.run(() -> start(arguments), EmbeddedBroker::address);
    }

    private static EmbeddedBroker start(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        int port = Integer.parseInt(arguments[1]);
        EmbeddedBroker broker = arguments.length == 2
                ? EmbeddedBroker.start(folder, port)
                : EmbeddedBroker.start(folder, port, arguments[2]);
        // Alone in its process a broker that gave up should be seen to be dead.
        Exit.setHaltProcedure((status, message) -> Runtime.getRuntime().halt(status));
        Exit.setExitProcedure((status, message) -> Runtime.getRuntime().halt(status));
        return broker;
    }
}
