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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapport.local.front.FrontDoor;
import org.rapport.local.front.Inbox;
import org.springframework.context.ConfigurableApplicationContext;

/** The front door alone: behind it is one listener that takes everything. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FrontDoorTest {
    private static final ConcurrentLinkedQueue<Arrived> arrived = new ConcurrentLinkedQueue<>();
    private static final HttpClient http = HttpClient.newHttpClient();
    private static @Nullable HttpServer behind;
    private static @Nullable Inbox inbox;
    private static @Nullable ConfigurableApplicationContext front;
    private static String root = "";

    private record Arrived(String type, ByteBuffer body) {}

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        HttpServer listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        behind = listener;
        listener.createContext("/", exchange -> {
            arrived.add(new Arrived(
                    String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")),
                    ByteBuffer.wrap(exchange.getRequestBody().readAllBytes())));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        listener.start();
        Map<String, String> settings = new HashMap<>(Map.of(
                "rapport.public-url", "http://localhost:8080", "rapport.oidc.client-secret", "a secret of the tests"));
        for (String service : List.of("booking", "intake", "matching", "notification")) {
            settings.put(
                    "rapport.services." + service,
                    "http://localhost:" + listener.getAddress().getPort());
        }
        Inbox mails = Inbox.start(0);
        inbox = mails;
        front = new ServiceLauncher(settings, ShiftedClock.kept(folder.resolve("clock")))
                .start(
                        FrontDoor.class,
                        Map.of("server.port", "0", "spring.config.name", "front-door"),
                        beans -> beans.registerBean(Inbox.class, () -> mails));
        root = "http://localhost:"
                + Objects.requireNonNull(front.getEnvironment().getProperty("local.server.port"));
    }

    @AfterAll
    static void stop() {
        http.close();
        if (front != null) {
            front.close();
        }
        if (inbox != null) {
            inbox.close();
        }
        if (behind != null) {
            behind.stop(0);
        }
    }

    @Test
    void an_address_nobody_has_is_told_on_a_page_of_ours() throws IOException, InterruptedException {
        HttpResponse<String> lost = http.send(
                HttpRequest.newBuilder(URI.create(root + "/nowhere"))
                        .header("Accept", "text/html")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(lost.statusCode()).isEqualTo(404);
        assertThat(lost.body())
                .contains(
                        "Page not found",
                        "No encontramos la página",
                        "No hay nada en esta dirección",
                        "/assets/rapport.css",
                        "988")
                .doesNotContain("Tomcat", "nowhere");
        HttpResponse<String> program = http.send(
                HttpRequest.newBuilder(URI.create(root + "/api/nowhere")).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(program.statusCode()).isEqualTo(404);
        assertThat(program.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(program.body()).contains("not-found").doesNotContain("nowhere");
    }

    @Test
    void overlong_headers_are_refused_without_a_trace() throws IOException, InterruptedException {
        HttpResponse<String> overlong = http.send(
                HttpRequest.newBuilder(URI.create(root + "/nowhere"))
                        .header("X-Long", "x".repeat(20_000))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(overlong.statusCode()).isEqualTo(400);
        assertThat(overlong.body()).doesNotContain("Tomcat", "at org.apache");
    }

    /** A file that staff upload. */
    @Test
    void a_form_in_parts_passes_byte_by_byte() throws IOException, InterruptedException {
        byte[] body = new byte[200_000];
        new Random(7).nextBytes(body);
        HttpResponse<Void> answer = http.send(
                HttpRequest.newBuilder(URI.create(root + "/staff/questionnaires"))
                        .header("Content-Type", "multipart/form-data; boundary=----here")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(arrived).singleElement().satisfies(request -> {
            assertThat(request.type()).startsWith("multipart/form-data").contains("boundary=----here");
            assertThat(request.body()).isEqualTo(ByteBuffer.wrap(body));
        });
    }
}
