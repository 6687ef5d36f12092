package org.rapport.journeys;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.rapport.local.Ports;

/** Ports nobody listens on at the moment. */
final class FreePorts {
    private FreePorts() {}

    static Ports choose() throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        for (int n = 0; n < 6; n++) {
            held.add(new ServerSocket(0));
        }
        List<Integer> ports = held.stream().map(ServerSocket::getLocalPort).toList();
        for (ServerSocket socket : held) {
            socket.close();
        }
        return new Ports(ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4), ports.get(5), 0, 0);
    }
}
