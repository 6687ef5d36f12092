package org.rapport.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Two questions to a Docker engine, asked on its socket: a client library takes a second to find out that there is none. */
final class DockerEngine {
    private final SocketAddress address;

    private DockerEngine(SocketAddress address) {
        this.address = address;
    }

    static String address() {
        return Optional.ofNullable(System.getenv("DOCKER_HOST")).orElse("unix:///var/run/docker.sock");
    }

    static Optional<DockerEngine> find() {
        return socket(URI.create(address())).map(DockerEngine::new).filter(engine -> engine.answers("/_ping"));
    }

    boolean has(String image) {
        return answers("/images/" + image + "/json");
    }

    private static Optional<SocketAddress> socket(URI uri) {
        if (!"unix".equals(uri.getScheme())) {
            return Optional.of(new InetSocketAddress(uri.getHost(), uri.getPort()));
        }
        Path path = Path.of(uri.getPath());
        return Files.exists(path) ? Optional.of(UnixDomainSocketAddress.of(path)) : Optional.empty();
    }

    private boolean answers(String path) {
        try (SocketChannel channel = SocketChannel.open(address)) {
            channel.write(US_ASCII.encode("GET " + path + " HTTP/1.0\r\nHost: docker\r\n\r\n"));
            ByteBuffer status = ByteBuffer.allocate("HTTP/1.0 200".length());
            while (status.hasRemaining() && channel.read(status) >= 0) {}
            return US_ASCII.decode(status.flip()).toString().endsWith(" 200");
        } catch (IOException unreachable) {
            return false;
        }
    }
}
