package org.rapport.benchmarks;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SynchronizedHistogram;
import org.rapport.booking.BookingApplication;
import org.rapport.booking.calls.events.CallEventTranslation;
import org.rapport.booking.calls.mongo.CallDocument;
import org.rapport.booking.calls.mongo.MongoCalls;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.mongo.HostDocument;
import org.rapport.booking.hosts.mongo.MongoHosts;
import org.rapport.delivery.DocumentStore;
import org.rapport.servers.EmbeddedBroker;
import org.rapport.servers.EmbeddedStore;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Openings over HTTP, of a thousand hosts with their calls in the store: the days of sixty with their counts, the times of one day, and
 * all times of sixty days; beside each a bare HTTP server that sends the same bytes ready made. Rounds in turn, open loop.
 *
 * <p>Arguments: hosts, calls of each. The process is to be given the heap the service may have.
 */
public final class OpeningsOverHttp {
    private static final int ROUNDS = 3;
    private static final int PER_SECOND = 50;
    private static final Duration ROUND = Duration.ofSeconds(6);
    private static final int UNDER_WAY = 100;
    private static final String DATABASES = "benchmark_" + Long.toString(System.currentTimeMillis(), 36) + "_";
    private static final String OPENINGS = "/api/booking/openings";

    private OpeningsOverHttp() {}

    public static void main(String[] arguments) {
        int status = 0;
        try {
            int hosts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
            int calls = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
            run(new DrawnPractice(hosts, calls, Clock.systemUTC().instant()), calls);
        } catch (Exception e) {
            System.out.println("The benchmark failed: " + e);
            status = 1;
        }
        // Whatever a failure left running ends here.
        Runtime.getRuntime().halt(status);
    }

    private static void run(DrawnPractice practice, int calls) throws Exception {
        Path folder = Files.createTempDirectory("rapport-benchmark");
        Optional<String> mongodb = Optional.ofNullable(System.getenv("MONGODB_URI"));
        Optional<String> kafka = Optional.ofNullable(System.getenv("KAFKA_BOOTSTRAP_SERVERS"));
        String store = mongodb.isPresent()
                ? mongodb.get()
                : EmbeddedStore.start(folder.resolve("store"), 0).address();
        String broker = kafka.isPresent()
                ? kafka.get()
                : EmbeddedBroker.start(folder.resolve("broker"), 0).address();
        System.out.println("store: " + (mongodb.isPresent() ? "given address" : "embedded, durable"));
        try (MongoClient client = MongoClients.create(store)) {
            try (ConfigurableApplicationContext filling = start(store, broker)) {
                fill(filling.getBean(DocumentStore.class), practice);
            }
            long before = System.nanoTime();
            try (ConfigurableApplicationContext booking = start(store, broker)) {
                System.out.printf(
                        Locale.ROOT,
                        "started with %d hosts, %d calls each: %.1f s; heap %d MiB used of %d%n",
                        practice.all().size(),
                        calls,
                        (System.nanoTime() - before) / 1e9,
                        OpeningsInCore.used() >> 20,
                        Runtime.getRuntime().maxMemory() >> 20);
                measure(URI.create(
                        "http://localhost:" + booking.getEnvironment().getRequiredProperty("local.server.port")));
                System.out.printf(Locale.ROOT, "at the end: heap %d MiB used%n", OpeningsInCore.used() >> 20);
            } finally {
                client.getDatabase(DATABASES + "booking").drop();
            }
        }
    }

    private static void fill(DocumentStore store, DrawnPractice practice) throws InterruptedException {
        MongoHosts hosts = new MongoHosts(store.collection(MongoHosts.COLLECTION, HostDocument.class));
        MongoCalls calls = new MongoCalls(
                store.collection(MongoCalls.COLLECTION, CallDocument.class, MongoCalls.byHostAndStart()),
                CallEventTranslation::published);
        try (ExecutorService writers = Executors.newFixedThreadPool(8)) {
            for (Host host : practice.all()) {
                writers.execute(() -> {
                    hosts.save(host);
                    practice.callsOf(host).forEach(call -> calls.save(call, List.of()));
                });
            }
        }
    }

    private static void measure(URI service) throws Exception {
        Map<String, URI> asked = new LinkedHashMap<>();
        asked.put("days of 60", service.resolve(OPENINGS + "/days?host=any&days=60"));
        asked.put("times of one day", service.resolve(OPENINGS + "?host=any&days=1&from=" + firstDay(service)));
        asked.put("all times of 60 days", service.resolve(OPENINGS + "?host=any&days=60"));
        System.out.printf(Locale.ROOT, "%-24s %8s %10s %10s  %s%n", "", "KiB", "p50 ms", "p99 ms", "p99 of rounds");
        try (HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build()) {
            for (Map.Entry<String, URI> one : asked.entrySet()) {
                measure(one.getKey(), one.getValue(), http);
            }
        }
    }

    private static void measure(String name, URI asked, HttpClient http) throws Exception {
        byte[] answer = get(asked, http);
        HttpServer bare = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        bare.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        bare.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        bare.start();
        URI ready = URI.create("http://localhost:" + bare.getAddress().getPort() + "/");
        openLoop(asked, http, Duration.ofSeconds(15));
        openLoop(ready, http, Duration.ofSeconds(3));
        List<Histogram> product = new ArrayList<>();
        List<Histogram> yardstick = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            yardstick.add(openLoop(ready, http, ROUND));
            product.add(openLoop(asked, http, ROUND));
        }
        bare.stop(0);
        print("bare HTTP, same bytes", answer.length, yardstick);
        print(name, answer.length, product);
    }

    private static String firstDay(URI service) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            String days = new String(
                    get(service.resolve(OPENINGS + "/days?host=any&days=60"), http),
                    java.nio.charset.StandardCharsets.UTF_8);
            int last = days.lastIndexOf("\"date\":\"");
            // A day in the midst, not the last one, which the horizon cuts.
            int second = days.indexOf("\"date\":\"", days.indexOf("\"date\":\"") + 1);
            return days.substring((second < 0 ? last : second) + 8, (second < 0 ? last : second) + 18);
        }
    }

    private static byte[] get(URI asked, HttpClient http) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer =
                http.send(HttpRequest.newBuilder(asked).build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(asked + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    private static Histogram openLoop(URI asked, HttpClient http, Duration length) throws InterruptedException {
        Histogram latency = new SynchronizedHistogram(3);
        Semaphore room = new Semaphore(UNDER_WAY);
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            OpenLoop.run(
                    PER_SECOND,
                    length,
                    due -> clients.execute(() -> {
                        room.acquireUninterruptibly();
                        try {
                            get(asked, http);
                            latency.recordValue(System.nanoTime() - due);
                        } catch (IOException e) {
                            System.out.println("failed: " + e);
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        } finally {
                            room.release();
                        }
                    }));
        }
        return latency;
    }

    private static void print(String name, int bytes, List<Histogram> rounds) {
        System.out.printf(
                Locale.ROOT,
                "%-24s %8d %10.2f %10.2f  %s%n",
                name,
                bytes >> 10,
                OpeningsInCore.median(rounds, 50),
                OpeningsInCore.median(rounds, 99),
                rounds.stream()
                        .map(round -> String.format(Locale.ROOT, "%.2f", round.getValueAtPercentile(99) / 1e6))
                        .toList());
    }

    private static ConfigurableApplicationContext start(String store, String broker) {
        return new SpringApplicationBuilder(BookingApplication.class)
                .run(
                        "--spring.config.name=booking-service",
                        "--server.port=0",
                        "--rapport.secret=" + "benchmark".repeat(6),
                        "--rapport.delivery.mongodb-uri=" + store,
                        "--rapport.delivery.database=" + DATABASES + "booking",
                        "--rapport.delivery.kafka=" + broker,
                        // One visitor asks as often as all of them would.
                        "--rapport.visitors.limits.reads[0].times=100000000",
                        "--rapport.visitors.limits.reads[0].within=5m",
                        "--logging.level.root=error");
    }
}
