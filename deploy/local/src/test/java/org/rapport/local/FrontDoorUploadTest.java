package org.rapport.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapport.local.front.FrontDoor;
import org.rapport.local.front.Inbox;
import org.springframework.context.ConfigurableApplicationContext;

/** A file that staff upload passes the front door as it was sent. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FrontDoorUploadTest {
    private static final String TYPE = "multipart/form-data; boundary=----here";

    private record Arrived(String type, ByteBuffer body) {}

    @Test
    void a_form_in_parts_passes_byte_by_byte(@TempDir Path folder) throws IOException, InterruptedException {
        ConcurrentLinkedQueue<Arrived> arrived = new ConcurrentLinkedQueue<>();
        HttpServer intake = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        intake.createContext("/", exchange -> {
            arrived.add(new Arrived(
                    exchange.getRequestHeaders().getFirst("Content-Type"),
                    ByteBuffer.wrap(exchange.getRequestBody().readAllBytes())));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        intake.start();
        Map<String, String> settings = new HashMap<>(Map.of(
                "rapport.public-url", "http://localhost:8080", "rapport.oidc.client-secret", "a secret of the tests"));
        for (String service : List.of("booking", "intake", "matching", "notification")) {
            settings.put(
                    "rapport.services." + service,
                    "http://localhost:" + intake.getAddress().getPort());
        }
        byte[] body = new byte[200_000];
        new Random(7).nextBytes(body);
        ServiceLauncher launcher = new ServiceLauncher(settings, ShiftedClock.kept(folder.resolve("clock")));
        try (Inbox inbox = Inbox.start(0);
                ConfigurableApplicationContext front = launcher.start(
                        FrontDoor.class,
                        Map.of("server.port", "0", "spring.config.name", "front-door"),
                        beans -> beans.registerBean(Inbox.class, () -> inbox));
                HttpClient http = HttpClient.newHttpClient()) {
            String port = Objects.requireNonNull(front.getEnvironment().getProperty("local.server.port"));
            HttpResponse<Void> answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/staff/questionnaires"))
                            .header("Content-Type", TYPE)
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            assertThat(answer.statusCode()).isEqualTo(204);
        } finally {
            intake.stop(0);
        }
        assertThat(arrived).singleElement().satisfies(request -> {
            assertThat(request.type()).startsWith("multipart/form-data").contains("boundary=----here");
            assertThat(request.body()).isEqualTo(ByteBuffer.wrap(body));
        });
    }
}
