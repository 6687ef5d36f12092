package org.rapport.benchmarks;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SynchronizedHistogram;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.BookingApplication;
import org.rapport.matching.MatchingApplication;
import org.rapport.servers.EmbeddedBroker;
import org.rapport.servers.EmbeddedStore;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Event latency: from the instant a "please call me" was due to be posted to booking-service until matching-service has written the
 * referral, beside {@link KafkaPing} on the same broker in the same run. Three rounds of ping and product in turn, after a warm-up; the
 * table gives the median of the rounds, their spread, and the ratio.
 */
public final class EventLatency {
    private static final int ROUNDS = 3;
    private static final Duration ROUND = Duration.ofSeconds(10);
    /** Requests under way at once; one that is due waits for room, and its latency counts all the while. */
    private static final int UNDER_WAY = 400;

    private static final Pattern INQUIRY = Pattern.compile("\"inquiryId\"\\s*:\\s*\"([0-9a-f-]{36})\"");
    /** Of this run's own databases: what else is in a given store is left alone. */
    private static final String DATABASES = "benchmark_" + Long.toString(System.currentTimeMillis(), 36) + "_";

    /** Milliseconds. */
    private record Quantiles(double p50, double p99, long count) {
        static Quantiles of(Histogram nanos) {
            return new Quantiles(
                    nanos.getValueAtPercentile(50) / 1e6, nanos.getValueAtPercentile(99) / 1e6, nanos.getTotalCount());
        }

        String text() {
            return String.format(Locale.ROOT, "%.2f/%.2f", p50, p99);
        }
    }

    /** One round: when the POST was answered, when the referral was written, both from the instant it was due. */
    private record Round(Histogram answered, Histogram written) {}

    private final URI inquiries;
    private final HttpClient http;
    private final ReferralsWritten written;
    private final MongoClient store;

    private EventLatency(URI inquiries, HttpClient http, ReferralsWritten written, MongoClient store) {
        this.inquiries = inquiries;
        this.http = http;
        this.written = written;
        this.store = store;
    }

    public static void main(String[] arguments) {
        int status = 0;
        try {
            run(arguments.length == 0 ? new int[] {50, 1_000} : ratesOf(arguments));
        } catch (Exception e) {
            System.out.println("The benchmark failed: " + e);
            status = 1;
        }
        // Whatever a failure left running ends here.
        Runtime.getRuntime().halt(status);
    }

    private static int[] ratesOf(String[] arguments) {
        return Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
    }

    private static void run(int[] rates) throws Exception {
        Path folder = Files.createTempDirectory("rapport-benchmark");
        Optional<String> mongodb = Optional.ofNullable(System.getenv("MONGODB_URI"));
        Optional<String> kafka = Optional.ofNullable(System.getenv("KAFKA_BOOTSTRAP_SERVERS"));
        EmbeddedStore store = mongodb.isPresent() ? null : EmbeddedStore.start(folder.resolve("store"), 0);
        EmbeddedBroker broker = kafka.isPresent() ? null : EmbeddedBroker.start(folder.resolve("broker"), 0);
        String storeAddress = store == null ? mongodb.orElseThrow() : store.address();
        String brokerAddress = broker == null ? kafka.orElseThrow() : broker.address();
        ReferralsWritten written = new ReferralsWritten();
        System.out.println("store:  " + (store == null ? "given address" : "embedded, durable") + "\nbroker: "
                + (broker == null ? "given address" : "embedded"));
        try (ConfigurableApplicationContext booking =
                        start(BookingApplication.class, "booking", storeAddress, brokerAddress, null);
                ConfigurableApplicationContext _ =
                        start(MatchingApplication.class, "matching", storeAddress, brokerAddress, written);
                HttpClient http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .build();
                MongoClient client = MongoClients.create(storeAddress);
                KafkaPing ping = new KafkaPing(brokerAddress)) {
            URI inquiries = URI.create("http://localhost:"
                    + booking.getEnvironment().getRequiredProperty("local.server.port") + "/api/booking/inquiries");
            try {
                new EventLatency(inquiries, http, written, client).measure(ping, rates);
            } finally {
                for (String name : List.of("booking", "matching")) {
                    client.getDatabase(DATABASES + name).drop();
                }
            }
        }
        if (broker != null) {
            broker.close();
        }
        if (store != null) {
            store.close();
        }
    }

    private void measure(KafkaPing ping, int[] rates) throws InterruptedException {
        System.out.println("warming up ...");
        ping.measure(200, Duration.ofSeconds(10));
        // Enough for the compiler to have seen everything often; 50 a second alone would take minutes.
        measure(300, Duration.ofSeconds(40));
        empty();
        measure(50, Duration.ofSeconds(10));
        System.out.printf(Locale.ROOT, "%-8s %-26s %10s %10s %8s%n", "rate/s", "", "p50 ms", "p99 ms", "events");
        for (int rate : rates) {
            List<Quantiles> pings = new ArrayList<>();
            List<Quantiles> answers = new ArrayList<>();
            List<Quantiles> products = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                empty();
                pings.add(Quantiles.of(ping.measure(rate, ROUND)));
                Round measured = measure(rate, ROUND);
                answers.add(Quantiles.of(measured.answered()));
                products.add(Quantiles.of(measured.written()));
            }
            print(rate, median(pings), median(answers), median(products));
            System.out.println("         referral written, p50/p99 of each round: "
                    + products.stream().map(Quantiles::text).toList());
        }
    }

    /** Every round finds a store with as little in it as a young practice has. */
    private void empty() throws InterruptedException {
        // Whatever is still on its way to an outbox or out of one.
        TimeUnit.SECONDS.sleep(3);
        store.getDatabase(DATABASES + "booking").getCollection("inquiries").deleteMany(new Document());
        store.getDatabase(DATABASES + "matching").getCollection("referrals").deleteMany(new Document());
    }

    private static void print(int rate, Quantiles ping, Quantiles answered, Quantiles product) {
        row(rate, "bare Kafka ping", ping);
        row(rate, "POST answered", answered);
        row(rate, "POST to referral written", product);
        System.out.printf(
                Locale.ROOT,
                "%-8d %-26s %10.2f %10.2f%n",
                rate,
                "ratio to the ping",
                product.p50() / ping.p50(),
                product.p99() / ping.p99());
    }

    private static void row(int rate, String name, Quantiles quantiles) {
        System.out.printf(
                Locale.ROOT,
                "%-8d %-26s %10.2f %10.2f %8d%n",
                rate,
                name,
                quantiles.p50(),
                quantiles.p99(),
                quantiles.count());
    }

    private static Quantiles median(List<Quantiles> rounds) {
        double p50 = rounds.stream().mapToDouble(Quantiles::p50).sorted().toArray()[ROUNDS / 2];
        double p99 = rounds.stream().mapToDouble(Quantiles::p99).sorted().toArray()[ROUNDS / 2];
        return new Quantiles(
                p50, p99, rounds.stream().mapToLong(Quantiles::count).sum());
    }

    private Round measure(int perSecond, Duration length) throws InterruptedException {
        Map<String, Long> due = new ConcurrentHashMap<>();
        AtomicInteger refused = new AtomicInteger();
        Histogram answered = new SynchronizedHistogram(3);
        Semaphore room = new Semaphore(UNDER_WAY);
        long operations = length.toMillis() * perSecond / 1_000;
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            OpenLoop.run(
                    perSecond,
                    length,
                    at -> clients.execute(() -> {
                        room.acquireUninterruptibly();
                        try {
                            HttpResponse<String> answer = http.send(post(), HttpResponse.BodyHandlers.ofString());
                            answered.recordValue(System.nanoTime() - at);
                            Matcher inquiry = INQUIRY.matcher(answer.body());
                            if (answer.statusCode() == 201 && inquiry.find()) {
                                due.put(inquiry.group(1), at);
                            } else if (refused.getAndIncrement() == 0) {
                                System.out.println("refused: " + answer.body());
                            }
                        } catch (IOException e) {
                            if (refused.getAndIncrement() == 0) {
                                System.out.println("failed: " + e);
                            }
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        } finally {
                            room.release();
                        }
                    }));
        }
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (System.nanoTime() < deadline && !written.written().keySet().containsAll(due.keySet())) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        Histogram arrived = new SynchronizedHistogram(3);
        due.forEach((inquiry, at) -> {
            Long end = written.written().get(inquiry);
            if (end != null) {
                arrived.recordValue(Math.max(0, end - at));
            }
        });
        if (arrived.getTotalCount() < operations) {
            System.out.printf(
                    Locale.ROOT,
                    "%d of %d at %d/s did not arrive (%d refused)%n",
                    operations - arrived.getTotalCount(),
                    operations,
                    perSecond,
                    refused.get());
        }
        return new Round(answered, arrived);
    }

    private HttpRequest post() {
        String body = """
            {"path":"CALL_ME_BACK","requestId":"%s","person":{"name":"Ana Example","email":"ana@example.org","phone":"+13128675309","zone":"America/Chicago",
            "state":"IL","language":"en","channels":["EMAIL"],"mayLeaveMessage":true,"consentVersion":"2026-11"}}
            """.formatted(UUID.randomUUID());
        return HttpRequest.newBuilder(inquiries)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static ConfigurableApplicationContext start(
            Class<?> application, String name, String store, String broker, @Nullable CommandListener listener) {
        return new SpringApplicationBuilder(application)
                .initializers(context -> {
                    if (listener != null) {
                        ((GenericApplicationContext) context).registerBean(CommandListener.class, () -> listener);
                    }
                })
                .run(
                        "--spring.config.name=" + name + "-service",
                        "--server.port=0",
                        "--rapport.secret=" + "benchmark".repeat(6),
                        "--rapport.delivery.mongodb-uri=" + store,
                        "--rapport.delivery.database=" + DATABASES + name,
                        "--rapport.delivery.kafka=" + broker,
                        // Everybody comes from one address.
                        "--rapport.visitors.limits.api-sends[0].times=1000000",
                        "--rapport.visitors.limits.api-sends[0].within=1m",
                        "--logging.level.root=error");
    }
}
