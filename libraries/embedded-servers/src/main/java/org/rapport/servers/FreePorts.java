package org.rapport.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Ports for servers that are told theirs before they start. They lie below those the system hands out to clients (32768 and up
 * on Linux): one of these may be somebody's own end of a connection by the time the server asks for it.
 */
public final class FreePorts {
    private static final int FIRST = 20_000;
    private static final int LAST = 32_000;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private FreePorts() {}

    /** A loopback port nobody listens on now, never given twice by one JVM. */
    public static int one() {
        return some(1).getFirst();
    }

    public static List<Integer> some(int count) {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(FIRST, LAST))
                .filter(FreePorts::isFree)
                .filter(GIVEN::add)
                .limit(count)
                .boxed()
                .toList();
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
