package org.rapport.booking.calendars.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.CHICAGO;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.booking.calendars.application.CalendarFiles.Answer;
import org.rapport.booking.calendars.domain.CalendarAddress;
import org.rapport.booking.calendars.domain.LastRead;
import org.rapport.booking.calendars.domain.LastRead.Unclear;
import org.rapport.booking.calendars.domain.ReadFault;
import org.rapport.booking.calendars.domain.TrustedHosts;

/** Pain 19, over a socket: what is fetched, from where, and for how long. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HttpCalendarFilesTest {

    private static final int MOST_BYTES = 1_000;
    private static final Duration MOST_TIME = Duration.ofMillis(1_500);
    private static final TrustedHosts TRUSTED = new TrustedHosts(Set.of("calendar.test"));

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> lookups = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;
    private HttpCalendarFiles files;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getOrDefault("If-None-Match", List.of())
                    + exchange.getRequestHeaders().getOrDefault("If-modified-since", List.of()));
            try (exchange) {
                answer(exchange);
            }
        });
        server.start();
        files = files(HttpCalendarFilesTest::loopback);
    }

    @AfterEach
    void stop() throws IOException {
        end.countDown();
        files.close();
        server.stop(0);
    }

    @Test
    void a_file_comes_with_what_to_ask_for_next_time() {
        Answer.File file = (Answer.File) fetch("/file");
        assertThat(file.text()).isEqualTo("a calendar");
        assertThat(file.etag()).isEqualTo("\"one\"");
        assertThat(file.lastModified()).isEqualTo("Mon, 11 Jan 2027 15:00:00 GMT");
    }

    @Test
    void pain_19_what_has_not_changed_is_not_sent_again() {
        Instant now = Instant.parse("2027-01-11T15:00:00Z");
        LastRead known =
                new LastRead(now, CHICAGO, now, List.of(), Unclear.NOTHING, "\"one\"", "Mon, 11 Jan 2027 15:00:00 GMT");
        assertThat(files.fetch(address("/file"), Optional.of(known))).isEqualTo(new Answer.Unchanged());
        assertThat(asked).containsExactly("/file [\"one\"][Mon, 11 Jan 2027 15:00:00 GMT]");
    }

    @ParameterizedTest
    @CsvSource({
        "401, NOT_ALLOWED",
        "403, NOT_ALLOWED",
        "404, NOT_FOUND",
        "410, NOT_FOUND",
        "400, REFUSED",
        "204, REFUSED",
        "304, REFUSED",
        "302, REFUSED",
        "500, SERVER_FAULT",
        "503, SERVER_FAULT"
    })
    void every_other_answer_has_its_fault(int status, ReadFault fault) {
        assertThat(fetch("/status/" + status)).isEqualTo(new Answer.Failed(fault));
    }

    @Test
    void pain_19_a_header_longer_than_any_ends_the_reading() {
        assertThat(fetch("/long-header")).isEqualTo(new Answer.Failed(ReadFault.UNREACHABLE));
    }

    @Test
    void redirects_are_followed_three_times() {
        assertThat(fetch("/to/3")).isInstanceOf(Answer.File.class);
        assertThat(fetch("/to/4")).isEqualTo(new Answer.Failed(ReadFault.TOO_MANY_REDIRECTS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://10.0.0.1/private",
                "https://127.0.0.1/private",
                "https://[::1]/private",
                "https://[::ffff:169.254.169.254]/latest/meta-data",
                "https://internal.test/private"
            })
    void pain_19_a_redirect_into_a_private_network_is_not_followed(String location) {
        assertThat(fetch("/elsewhere?" + location)).isEqualTo(new Answer.Failed(ReadFault.PRIVATE_ADDRESS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://public.test/file",
                "ftp://calendar.test/file",
                "file:///etc/passwd",
                "gopher://calendar.test/"
            })
    void pain_19_a_redirect_to_what_is_not_encrypted_is_not_followed(String location) {
        assertThat(fetch("/elsewhere?" + location)).isEqualTo(new Answer.Failed(ReadFault.NOT_ENCRYPTED));
        assertThat(lookups).doesNotContain("public.test");
    }

    @Test
    void pain_19_an_address_in_a_private_network_is_not_asked_at_all() {
        assertThat(files.fetch(new CalendarAddress(URI.create("https://internal.test/file")), Optional.empty()))
                .isEqualTo(new Answer.Failed(ReadFault.PRIVATE_ADDRESS));
        assertThat(asked).isEmpty();
    }

    @Test
    void pain_19_a_name_is_looked_up_once_so_that_it_cannot_lead_elsewhere_after_the_check() throws IOException {
        List<InetAddress> answers = new ArrayList<>(List.of(InetAddress.getByName("93.184.215.14"), loopback("")[0]));
        try (HttpCalendarFiles rebound = files(host -> {
            lookups.add(host);
            return new InetAddress[] {answers.removeFirst()};
        })) {
            URI address =
                    URI.create("https://rebinding.test:" + server.getAddress().getPort() + "/file");
            assertThat(rebound.fetch(new CalendarAddress(address), Optional.empty()))
                    .isInstanceOf(Answer.Failed.class);
        }
        assertThat(lookups).containsExactly("rebinding.test");
        assertThat(asked).isEmpty();
    }

    @Test
    void pain_19_of_several_addresses_one_private_one_is_enough_to_refuse() throws IOException {
        InetAddress[] mixed = {InetAddress.getByName("93.184.215.14"), InetAddress.getByName("10.0.0.1")};
        try (HttpCalendarFiles mixing = files(_ -> mixed)) {
            assertThat(mixing.fetch(new CalendarAddress(URI.create("https://mixed.test/")), Optional.empty()))
                    .isEqualTo(new Answer.Failed(ReadFault.PRIVATE_ADDRESS));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/large/announced", "/large/in-pieces"})
    void pain_19_more_bytes_than_a_calendar_has_are_not_read(String path) {
        assertThat(fetch(path)).isEqualTo(new Answer.Failed(ReadFault.TOO_LARGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/silent", "/drop-by-drop"})
    void pain_19_a_server_that_takes_its_time_is_left(String path) {
        long begun = System.nanoTime();
        assertThat(fetch(path)).isEqualTo(new Answer.Failed(ReadFault.TIMEOUT));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(MOST_TIME.multipliedBy(3));
    }

    @Test
    void a_name_nobody_knows_and_a_closed_port_are_unreachable() {
        assertThat(files.fetch(new CalendarAddress(URI.create("https://nowhere.test/")), Optional.empty()))
                .isEqualTo(new Answer.Failed(ReadFault.UNREACHABLE));
        assertThat(files.fetch(new CalendarAddress(URI.create("http://calendar.test:1/")), Optional.empty()))
                .isEqualTo(new Answer.Failed(ReadFault.UNREACHABLE));
    }

    private Answer fetch(String path) {
        return files.fetch(address(path), Optional.empty());
    }

    private CalendarAddress address(String path) {
        return new CalendarAddress(URI.create(base() + path));
    }

    private String base() {
        return "http://calendar.test:" + server.getAddress().getPort();
    }

    private static HttpCalendarFiles files(CheckedNames.Lookup lookup) {
        return new HttpCalendarFiles(TRUSTED, new HttpCalendarFiles.Limits(MOST_BYTES, MOST_TIME), lookup);
    }

    private static InetAddress[] loopback(String host) throws UnknownHostException {
        return switch (host) {
            case "nowhere.test" -> throw new UnknownHostException();
            case "internal.test", "calendar.test", "" -> new InetAddress[] {InetAddress.getLoopbackAddress()};
            default -> InetAddress.getAllByName(host);
        };
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.startsWith("/status/")) {
            exchange.sendResponseHeaders(Integer.parseInt(path.substring("/status/".length())), -1);
        } else if (path.startsWith("/to/") && !path.equals("/to/0")) {
            int left = Integer.parseInt(path.substring("/to/".length()));
            // Relative, as many are.
            redirect(exchange, "/to/" + (left - 1));
        } else if (path.equals("/elsewhere")) {
            redirect(exchange, exchange.getRequestURI().getQuery());
        } else if (path.equals("/large/announced")) {
            exchange.sendResponseHeaders(200, MOST_BYTES + 1L);
            exchange.getResponseBody().write(new byte[MOST_BYTES + 1]);
        } else if (path.equals("/large/in-pieces")) {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[10 * MOST_BYTES]);
        } else if (path.equals("/long-header")) {
            exchange.getResponseHeaders().set("X-Long", "x".repeat(20_000));
            exchange.sendResponseHeaders(200, -1);
        } else if (path.equals("/silent")) {
            await();
        } else if (path.equals("/drop-by-drop")) {
            exchange.sendResponseHeaders(200, 0);
            while (end.getCount() > 0) {
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
                awaitBriefly();
            }
        } else if (exchange.getRequestHeaders().containsKey("If-None-Match")) {
            exchange.sendResponseHeaders(304, -1);
        } else {
            exchange.getResponseHeaders().set("ETag", "\"one\"");
            exchange.getResponseHeaders().set("Last-Modified", "Mon, 11 Jan 2027 15:00:00 GMT");
            byte[] body = "a calendar".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static void redirect(HttpExchange exchange, String location) throws IOException {
        exchange.getResponseHeaders().set("Location", location);
        exchange.sendResponseHeaders(302, -1);
    }

    private void await() {
        try {
            end.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitBriefly() {
        try {
            end.await(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
