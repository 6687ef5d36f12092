package org.rapport.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A TCP proxy that behaves badly on demand. What it is told holds for connections open and new.
 *
 * <table>
 *   <tr><td>{@link #loseReplyTo}</td><td>the next request with that text is passed on; its connection is cut when the
 *       answer comes</td></tr>
 *   <tr><td>{@link #loseReplyToAndCut}</td><td>the same, and then {@link #cut}</td></tr>
 *   <tr><td>{@link #delayReplyTo}</td><td>the answer to the next request with that text comes so much later</td></tr>
 *   <tr><td>{@link #loseRequest}</td><td>the connection is cut before the request with that text is whole</td></tr>
 *   <tr><td>{@link #delay}</td><td>every answer comes so much later</td></tr>
 *   <tr><td>{@link #blackhole}</td><td>connections stay open; nothing passes, either way</td></tr>
 *   <tr><td>{@link #cut}</td><td>connections are reset, new ones at once</td></tr>
 *   <tr><td>{@link #heal}</td><td>all of this ends</td></tr>
 * </table>
 */
final class FlakyProxy implements AutoCloseable {
    private static final int CHUNK = 65_536;

    private enum Mode {
        PASS,
        BLACKHOLE,
        CUT
    }

    private enum Fate {
        REQUEST_LOST,
        REPLY_LOST,
        REPLY_LOST_AND_CUT,
        REPLY_LATE
    }

    /** What happens to the next request with a text in it. */
    private record Loss(String text, Fate fate, Duration late) {}

    private final InetSocketAddress target;
    private final ServerSocket listening;
    private final Collection<Connection> connections = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Loss> loss = new AtomicReference<>();
    private volatile Mode mode = Mode.PASS;
    private volatile Duration delay = Duration.ZERO;

    FlakyProxy(String host, int port) {
        target = new InetSocketAddress(host, port);
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("proxy-accept").start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    void loseReplyTo(String text) {
        loss.set(new Loss(text, Fate.REPLY_LOST, Duration.ZERO));
    }

    void loseReplyToAndCut(String text) {
        loss.set(new Loss(text, Fate.REPLY_LOST_AND_CUT, Duration.ZERO));
    }

    void delayReplyTo(String text, Duration late) {
        loss.set(new Loss(text, Fate.REPLY_LATE, late));
    }

    void loseRequest(String text) {
        loss.set(new Loss(text, Fate.REQUEST_LOST, Duration.ZERO));
    }

    /** Whether the loss that was asked for has happened. */
    boolean hasLost() {
        return loss.get() == null;
    }

    void delay(Duration each) {
        delay = each;
    }

    void blackhole() {
        mode = Mode.BLACKHOLE;
    }

    void cut() {
        mode = Mode.CUT;
        connections.forEach(Connection::close);
    }

    /** Swallowed bytes do not come back, so connections that lost some are closed. */
    void heal() {
        loss.set(null);
        delay = Duration.ZERO;
        if (mode == Mode.BLACKHOLE) {
            connections.forEach(Connection::close);
        }
        mode = Mode.PASS;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                if (mode == Mode.CUT) {
                    client.close();
                } else {
                    new Connection(client).start();
                }
            } catch (IOException e) {
                // Closed, or the target refused: the client sees its connection end.
            }
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        connections.forEach(Connection::close);
    }

    private final class Connection {
        private final Socket client;
        private final Socket server = new Socket();
        /** What was asked since the last answer: a request may come in pieces. */
        private final ByteArrayOutputStream request = new ByteArrayOutputStream();

        private volatile @Nullable Loss suffered;

        Connection(Socket client) {
            this.client = client;
        }

        void start() throws IOException {
            try {
                server.connect(target);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
            } catch (IOException e) {
                close();
                throw e;
            }
            connections.add(this);
            Thread.ofVirtual().name("proxy-requests").start(() -> pump(client, server, this::passesRequest));
            Thread.ofVirtual().name("proxy-replies").start(() -> pump(server, client, this::passesReply));
        }

        private void pump(Socket from, Socket to, Gate gate) {
            byte[] chunk = new byte[CHUNK];
            try (InputStream in = from.getInputStream();
                    OutputStream out = to.getOutputStream()) {
                for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                    if (mode == Mode.BLACKHOLE) {
                        continue;
                    }
                    if (mode == Mode.CUT || !gate.passes(chunk, read)) {
                        break;
                    }
                    out.write(chunk, 0, read);
                }
            } catch (IOException | InterruptedException e) {
                // The other end is gone, which is what a proxy like this is for.
            } finally {
                close();
            }
        }

        private boolean passesRequest(byte[] chunk, int length) {
            synchronized (request) {
                request.write(chunk, 0, length);
                Loss asked = loss.get();
                if (asked != null
                        && request.toString(StandardCharsets.ISO_8859_1).contains(asked.text())
                        && loss.compareAndSet(asked, null)) {
                    suffered = asked;
                    return asked.fate() != Fate.REQUEST_LOST;
                }
                return true;
            }
        }

        private boolean passesReply(byte[] chunk, int length) throws InterruptedException {
            Loss here = suffered;
            if (here != null && here.fate() == Fate.REPLY_LATE) {
                suffered = null;
                Thread.sleep(here.late());
            } else if (here != null) {
                if (here.fate() == Fate.REPLY_LOST_AND_CUT) {
                    cut();
                }
                return false;
            }
            synchronized (request) {
                request.reset();
            }
            Thread.sleep(delay);
            return true;
        }

        void close() {
            connections.remove(this);
            for (Socket socket : new Socket[] {client, server}) {
                try {
                    socket.close();
                } catch (IOException e) {
                    // Closed is closed.
                }
            }
        }
    }

    private interface Gate {
        boolean passes(byte[] chunk, int length) throws InterruptedException;
    }
}
