package org.rapport.benchmarks;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SynchronizedHistogram;
import org.bson.Document;
import org.rapport.booking.BookingApplication;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.booking.inquiries.domain.Inquiries;
import org.rapport.web.Staff;
import org.rapport.web.StaffRole;
import org.rapport.web.StaffTokens;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Bookings over HTTP beside {@link BareInserts} on the same store in the same run, in turn, three rounds after a warm-up: how many a second
 * at 1, 8 and 32 clients; how long one takes at 50 a second, from the instant it was due; and 500 people who want one time.
 */
public final class BookingRate {

    private static final int ROUNDS = 3;
    private static final Duration ROUND = Duration.ofSeconds(6);
    private static final int PER_SECOND = 50;
    private static final int PEOPLE = 500;

    /** And over connections that are kept, as a front door keeps them. */
    private static final String[] EVERYBODY_FROM_ONE_ADDRESS = {
        "--server.tomcat.max-keep-alive-requests=-1",
        "--server.tomcat.keep-alive-timeout=10m",
        "--server.tomcat.connection-timeout=10m",
        "--rapport.visitors.limits.api-holds[0].times=100000000",
        "--rapport.visitors.limits.api-holds[0].within=1m",
        "--rapport.visitors.limits.api-sends[0].times=100000000",
        "--rapport.visitors.limits.api-sends[0].within=1m"
    };

    private final int port;
    private final String staff;
    private final BareInserts bare;
    private final BusyPractice practice;
    private final MongoDatabase database;

    private BookingRate(int port, String staff, BareInserts bare, BusyPractice practice, MongoDatabase database) {
        this.port = port;
        this.staff = staff;
        this.bare = bare;
        this.practice = practice;
        this.database = database;
    }

    /** Without arguments everything, else those named of: rate, latency, slot. */
    public static void main(String[] arguments) {
        int status = 0;
        try {
            run(arguments.length == 0 ? Set.of("rate", "latency", "slot") : Set.of(arguments));
        } catch (Exception e) {
            System.out.println("The benchmark failed: " + e);
            status = 1;
        }
        // Whatever a failure left running ends here.
        Runtime.getRuntime().halt(status);
    }

    private static void run(Set<String> parts) throws Exception {
        BareInserts bare = new BareInserts();
        String name = Servers.DATABASES + "booking";
        try (Servers servers = new Servers();
                MongoClient client = MongoClients.create(servers.store());
                ConfigurableApplicationContext booking =
                        servers.start(BookingApplication.class, "booking", bare, EVERYBODY_FROM_ONE_ADDRESS)) {
            try {
                BusyPractice practice = new BusyPractice();
                practice.open(booking.getBean(Hosts.class), booking.getBean(Inquiries.class));
                bare.openIn(client, name);
                int port = Integer.parseInt(booking.getEnvironment().getRequiredProperty("local.server.port"));
                Staff maya = new Staff(UUID.randomUUID(), "Maya", Set.of(StaffRole.COORDINATOR));
                String token = booking.getBean(StaffTokens.class).mint(maya, Duration.ofHours(2));
                new BookingRate(port, token, bare, practice, client.getDatabase(name)).measure(parts);
            } finally {
                client.getDatabase(name).drop();
            }
        }
    }

    private void measure(Set<String> parts) throws Exception {
        System.out.println("warming up ...");
        for (Booking way : Booking.values()) {
            rate(8, Duration.ofSeconds(20), way);
        }
        bareRate(8, Duration.ofSeconds(4));
        if (parts.contains("rate")) {
            for (int clients : List.of(1, 8, 32)) {
                rates(clients);
            }
        }
        if (parts.contains("latency")) {
            latencies();
        }
        if (parts.contains("slot")) {
            new OneTime(port, PEOPLE, bare, practice).measure(this::rest);
        }
    }

    private void rates(int clients) throws Exception {
        Samples bares = new Samples();
        PerWay rates = new PerWay();
        PerWay ratios = new PerWay();
        for (int round = 0; round < ROUNDS; round++) {
            for (Booking way : Booking.values()) {
                rest();
                double yardstick = bareRate(clients, ROUND);
                rest();
                double rate = rate(clients, ROUND, way);
                bares.add(yardstick);
                rates.get(way).add(rate);
                ratios.get(way).add(rate / yardstick);
            }
        }
        System.out.printf(Locale.ROOT, "%n%d clients, a second%n", clients);
        row("bare insert", bares.text("%.0f"), "");
        for (Booking way : Booking.values()) {
            row(way.title(), rates.get(way).text("%.0f"), ratios.get(way).text("%.2f"));
        }
    }

    private void latencies() throws Exception {
        Samples bareMedian = new Samples();
        Samples bareTail = new Samples();
        PerWay medians = new PerWay();
        PerWay tails = new PerWay();
        PerWay medianRatios = new PerWay();
        PerWay tailRatios = new PerWay();
        for (int round = 0; round < ROUNDS; round++) {
            for (Booking way : Booking.values()) {
                rest();
                Histogram yardstick = openLoop(_ -> bare.insert());
                rest();
                Histogram product = openLoop(http -> way.book(http, staff, practice.next()));
                bareMedian.add(at(yardstick, 50));
                bareTail.add(at(yardstick, 99));
                medians.get(way).add(at(product, 50));
                tails.get(way).add(at(product, 99));
                medianRatios.get(way).add(at(product, 50) / at(yardstick, 50));
                tailRatios.get(way).add(at(product, 99) / at(yardstick, 99));
            }
        }
        System.out.printf(Locale.ROOT, "%n%d a second, p50 and p99 in ms from the instant due%n", PER_SECOND);
        row("bare insert", bareMedian.text("%.2f"), bareTail.text("%.2f"));
        for (Booking way : Booking.values()) {
            row(way.title(), medians.get(way).text("%.2f"), tails.get(way).text("%.2f"));
            row(
                    "  ratio",
                    medianRatios.get(way).text("%.1f"),
                    tailRatios.get(way).text("%.1f"));
        }
    }

    private double rate(int clients, Duration length, Booking way) throws Exception {
        return closedLoop(clients, length, () -> {
            Plain http = new Plain(port);
            return () -> {
                way.book(http, staff, practice.next());
                return http;
            };
        });
    }

    private double bareRate(int clients, Duration length) throws Exception {
        return closedLoop(clients, length, () -> () -> {
            bare.insert();
            return bare;
        });
    }

    /** Each client asks again as soon as it is answered. */
    private static double closedLoop(int clients, Duration length, Callable<Callable<?>> client) throws Exception {
        CyclicBarrier start = new CyclicBarrier(clients);
        List<Callable<Double>> loops = new ArrayList<>();
        for (int number = 0; number < clients; number++) {
            Callable<?> work = client.call();
            loops.add(() -> {
                start.await();
                long begun = System.nanoTime();
                long end = begun + length.toNanos();
                int done = 0;
                while (System.nanoTime() < end) {
                    work.call();
                    done++;
                }
                return done * 1e9 / (System.nanoTime() - begun);
            });
        }
        double rate = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            for (Future<Double> loop : threads.invokeAll(loops)) {
                rate += loop.get();
            }
        }
        return rate;
    }

    /** What is done over a connection of its own. */
    private interface Work {
        void with(Plain http) throws IOException;
    }

    private Histogram openLoop(Work work) throws Exception {
        Histogram measured = new SynchronizedHistogram(3);
        BlockingQueue<Plain> idle = new LinkedBlockingQueue<>();
        for (int number = 0; number < PER_SECOND; number++) {
            idle.add(new Plain(port));
        }
        List<Exception> faults = new ArrayList<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            OpenLoop.run(
                    PER_SECOND,
                    ROUND.multipliedBy(2),
                    due -> clients.execute(() -> {
                        try {
                            Plain http = idle.take();
                            work.with(http);
                            measured.recordValue(System.nanoTime() - due);
                            idle.add(http);
                        } catch (IOException | RuntimeException | InterruptedException e) {
                            synchronized (faults) {
                                faults.add(e);
                            }
                        }
                    }));
        }
        if (!faults.isEmpty()) {
            throw faults.getFirst();
        }
        return measured;
    }

    /** Every round finds the outboxes sent and the collections as empty as a young practice's. */
    private void rest() {
        try {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            Document waiting = new Document("relayAt", new Document("$exists", true));
            while (System.nanoTime() < deadline
                    && database.getCollection("calls").countDocuments(waiting) > 0) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
            database.getCollection("calls").deleteMany(new Document());
            database.getCollection("inquiries").deleteMany(new Document("state.name", "Ana Example"));
            bare.empty();
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static double at(Histogram nanos, double percentile) {
        return nanos.getValueAtPercentile(percentile) / 1e6;
    }

    /** One figure for each way. */
    private static final class PerWay {

        private final Map<Booking, Samples> samples = new EnumMap<>(Booking.class);

        Samples get(Booking way) {
            return samples.computeIfAbsent(way, _ -> new Samples());
        }
    }

    static void row(String name, String first, String second) {
        System.out.printf(Locale.ROOT, "%-26s %28s %28s%n", name, first, second);
    }
}
