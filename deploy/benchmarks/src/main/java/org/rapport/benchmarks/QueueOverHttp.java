package org.rapport.benchmarks;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.HdrHistogram.Histogram;
import org.rapport.matching.MatchingApplication;
import org.rapport.matching.referrals.domain.Fact;
import org.rapport.matching.referrals.domain.Priority;
import org.rapport.matching.referrals.domain.Referral;
import org.rapport.matching.referrals.domain.ReferralDecision.Decided;
import org.rapport.matching.referrals.domain.Referrals;
import org.rapport.matching.referrals.domain.Source;
import org.rapport.web.Staff;
import org.rapport.web.StaffRole;
import org.rapport.web.StaffTokens;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The queue page over HTTP, with many open referrals in the store; beside it a bare HTTP server that sends the same bytes ready made.
 * booking-service, which knows the names, is played. One question after the other: coordinators are few.
 *
 * <p>Arguments: open referrals, 10000 without.
 */
public final class QueueOverHttp {
    private static final int ROUNDS = 3;
    private static final int QUESTIONS = 100;
    private static final String QUEUE = "/staff/queue";

    private QueueOverHttp() {}

    public static void main(String[] arguments) {
        int status = 0;
        try {
            run(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000);
        } catch (Exception e) {
            System.out.println("The benchmark failed: " + e);
            status = 1;
        }
        // Whatever a failure left running ends here.
        Runtime.getRuntime().halt(status);
    }

    private static void run(int referrals) throws Exception {
        HttpServer booking =
                server("/api/booking/", exchange -> answer(exchange, "application/json", booking(exchange)));
        String address = "http://localhost:" + booking.getAddress().getPort();
        try (Servers servers = new Servers();
                MongoClient client = MongoClients.create(servers.store());
                ConfigurableApplicationContext matching = servers.start(
                        MatchingApplication.class, "matching", null, "--rapport.services.booking=" + address)) {
            try {
                fill(matching.getBean(Referrals.class), referrals);
                Staff maya = new Staff(UUID.randomUUID(), "Maya", Set.of(StaffRole.COORDINATOR));
                String token = matching.getBean(StaffTokens.class).mint(maya, Duration.ofHours(2));
                URI service = URI.create(
                        "http://localhost:" + matching.getEnvironment().getRequiredProperty("local.server.port"));
                System.out.println(referrals + " open referrals");
                for (String view : List.of("", "?sort=PRIORITY", "?owner=ME", "?state=READY_FOR_TRIAGE&sort=SINCE")) {
                    measure(service.resolve(QUEUE + view), token);
                }
            } finally {
                client.getDatabase(Servers.DATABASES + "matching").drop();
            }
        }
    }

    private static byte[] booking(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        String id = path.substring(path.lastIndexOf('/') + 1);
        String json = id.equals("hosts") ? "[]" : """
                {"id":"%s","path":"CALL_ME_BACK","name":"Somebody","channels":["EMAIL"],"language":"en","zone":"America/Chicago",
                 "state":"IL","mayLeaveMessage":true,"receivedAt":"2026-11-23T15:00:00Z"}""".formatted(id);
        return json.getBytes(StandardCharsets.UTF_8);
    }

    /** Half of them with their questionnaire in, over three months. */
    private static void fill(Referrals referrals, int count) {
        Instant now = Instant.now();
        DrawnRoster drawn = new DrawnRoster(1);
        try (ExecutorService writers = Executors.newFixedThreadPool(8)) {
            for (int number = 0; number < count; number++) {
                UUID id = new UUID(7, number);
                Instant at = now.minusSeconds(700L * number);
                Referral received = noted(
                        Referral.unknown(id),
                        new Fact.InquiryReceived("CALL_ME_BACK", "en", "IL", null, at),
                        "inquiry");
                Fact submitted = new Fact.ResponseSubmitted(
                        UUID.randomUUID(),
                        drawn.wish(),
                        number % 3 == 0 ? Priority.URGENT : Priority.ROUTINE,
                        at.plusSeconds(60));
                Referral referral = number % 2 == 0 ? received : noted(received, submitted, "response");
                writers.execute(() -> referrals.save(referral, List.of()));
            }
        }
    }

    private static Referral noted(Referral referral, Fact fact, String source) {
        return ((Decided) referral.note(fact, new Source(source + "|" + referral.inquiryId(), 1))).referral();
    }

    private static void measure(URI asked, String token) throws Exception {
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            byte[] page = get(asked, token, http);
            HttpServer bare = server("/", exchange -> answer(exchange, "text/html", page));
            URI ready = URI.create("http://localhost:" + bare.getAddress().getPort() + "/");
            closedLoop(asked, token, http, QUESTIONS);
            closedLoop(ready, token, http, QUESTIONS);
            List<Histogram> product = new ArrayList<>();
            List<Histogram> yardstick = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                yardstick.add(closedLoop(ready, token, http, QUESTIONS));
                product.add(closedLoop(asked, token, http, QUESTIONS));
            }
            bare.stop(0);
            print("bare HTTP, same bytes", page.length, yardstick);
            print(asked.getPath() + (asked.getQuery() == null ? "" : "?" + asked.getQuery()), page.length, product);
        }
    }

    private static Histogram closedLoop(URI asked, String token, HttpClient http, int questions) throws Exception {
        Histogram latency = new Histogram(3);
        for (int question = 0; question < questions; question++) {
            long before = System.nanoTime();
            get(asked, token, http);
            latency.recordValue(System.nanoTime() - before);
        }
        return latency;
    }

    private static byte[] get(URI asked, String token, HttpClient http) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(asked)
                .header("Cookie", "rapport_staff=" + token)
                .build();
        HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(asked + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    private static HttpServer server(String path, HttpHandler handler) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(path, handler);
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void print(String name, int bytes, List<Histogram> rounds) {
        System.out.printf(
                Locale.ROOT,
                "%-56s %6d KiB %10.2f %10.2f  %s%n",
                name,
                bytes >> 10,
                OpeningsInCore.median(rounds, 50),
                OpeningsInCore.median(rounds, 99),
                rounds.stream()
                        .map(round -> String.format(Locale.ROOT, "%.2f", round.getValueAtPercentile(99) / 1e6))
                        .toList());
    }
}
