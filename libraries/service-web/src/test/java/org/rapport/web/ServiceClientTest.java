package org.rapport.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ServiceClientTest {
    record Answer(String name) {}

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final StaffTokens tokens =
            new StaffTokens(new SharedSecret("a-secret-of-at-least-thirty-two-chars"), Clock.systemUTC());
    private final AtomicInteger failures = new AtomicInteger();
    private volatile int status = 200;
    private volatile String token = "";
    private final HttpServer server;
    private final ServiceClient booking;

    ServiceClientTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        booking = new ServiceClients(
                        "matching",
                        Map.of(
                                "booking",
                                URI.create("http://localhost:"
                                        + server.getAddress().getPort())),
                        tokens)
                .to("booking");
    }

    @BeforeEach
    void start() {
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            token = exchange.getRequestHeaders().getFirst("Authorization").replace("Bearer ", "");
            exchange.getRequestBody().readAllBytes();
            int answered = failures.getAndDecrement() > 0 ? 503 : status;
            byte[] body = "{\"name\":\"Ann\",\"new\":1}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(answered, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void asking_is_tried_again_and_carries_the_service_token() {
        failures.set(2);
        assertThat(booking.get("/things/{id}", Answer.class, "a/b")).isEqualTo(new Answer("Ann"));
        assertThat(asked).containsExactly("GET /things/a%2Fb", "GET /things/a%2Fb", "GET /things/a%2Fb");
        assertThat(tokens.read(token).orElseThrow().roles()).containsExactly(StaffRole.SERVICE);
    }

    @Test
    void posting_is_never_tried_again() {
        failures.set(1);
        assertThatThrownBy(() -> booking.post("/things", new Answer("x"), Answer.class))
                .isInstanceOf(ServiceUnavailable.class);
        assertThat(asked).hasSize(1);
        assertThat(booking.post("/things", new Answer("x"), Answer.class)).isEqualTo(new Answer("Ann"));
    }

    @Test
    void what_is_not_there_is_empty_and_no_failure() {
        status = 404;
        for (int i = 0; i < 20; i++) {
            assertThat(booking.find("/things", Answer.class)).isEmpty();
        }
        assertThatThrownBy(() -> booking.get("/things", Answer.class)).isInstanceOf(ServiceUnavailable.class);
        status = 200;
        assertThat(booking.find("/things", Answer.class)).contains(new Answer("Ann"));
    }

    @Test
    void a_refusal_is_unavailable_once_and_trips_nothing() {
        status = 403;
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> booking.find("/things", Answer.class)).isInstanceOf(ServiceUnavailable.class);
        }
        assertThat(asked).hasSize(20);
    }

    @Test
    void a_service_that_stays_down_is_left_alone_for_a_while() {
        status = 500;
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> booking.post("/things/{id}", null, "secret"))
                    .isInstanceOf(ServiceUnavailable.class)
                    .hasMessageContaining("POST /things/{id}");
        }
        assertThat(asked).hasSize(5);
    }

    @Test
    void nobody_there_is_unavailable() {
        server.stop(0);
        assertThatThrownBy(() -> booking.find("/things", Answer.class)).isInstanceOf(ServiceUnavailable.class);
    }
}
