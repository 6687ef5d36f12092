package org.rapport.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.HdrHistogram.Histogram;
import org.rapport.booking.calls.application.FindOpenings;
import org.rapport.booking.calls.application.FindOpeningsHandler;
import org.rapport.booking.calls.application.HostChoice;
import org.rapport.booking.calls.application.IndexUpkeep;
import org.rapport.booking.calls.application.IndexedCalls;
import org.rapport.booking.calls.application.OpeningsIndex;
import org.rapport.booking.calls.domain.BusyTimes;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.domain.Opening;
import org.rapport.booking.calls.domain.OpeningRules;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.HostSchedule;
import org.rapport.booking.hosts.domain.Interval;
import org.rapport.booking.hosts.domain.PracticeSettings;

/**
 * Openings in the core: "any free time", every host's list, and one host's, of hosts with two hundred calls each; beside them a plain
 * loop that asks {@link OpeningRules} of every start of every host, over calls that lie ready by host. Before each query somebody
 * holds a time, so that something has to be worked out again. Queries are due at fixed instants, and latency counts from those; what a query costs
 * the processor is told too, since that does not tell of whatever else the machine does.
 *
 * <p>With {@code heap} it says instead what a thousand hosts and 200,000 calls take of the heap it runs in.
 */
public final class OpeningsInCore {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 3;
    private static final int CALLS_PER_HOST = 200;
    private static final int PER_SECOND = 100;
    private static final Duration ROUND = Duration.ofSeconds(4);
    private static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final Instant NOW = Instant.parse("2027-01-11T15:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final DrawnPractice practice;
    private final Map<HostId, List<Call>> calls = new HashMap<>();
    private final OpeningsIndex index = new OpeningsIndex();
    private final Calls indexed;
    private final FindOpeningsHandler handler;

    private OpeningsInCore(int hosts) {
        practice = new DrawnPractice(hosts, CALLS_PER_HOST, NOW);
        indexed = new IndexedCalls(practice, index);
        handler = new FindOpeningsHandler(practice, practice, practice, index, CLOCK);
    }

    public static void main(String[] arguments) throws InterruptedException {
        if (Arrays.asList(arguments).contains("heap")) {
            heap();
            return;
        }
        System.out.printf(
                Locale.ROOT,
                "%-6s %-5s %-28s %10s %10s  %s%n",
                "hosts",
                "days",
                "",
                "p50 ms",
                "p99 ms",
                "p99 of rounds");
        for (int[] size : new int[][] {{1_000, 60}, {500, 60}, {250, 60}, {100, 60}, {1_000, 30}, {1_000, 15}}) {
            new OpeningsInCore(size[0]).measure(size[1]);
        }
    }

    private void measure(int days) throws InterruptedException {
        practice.all().forEach(host -> calls.put(host.id(), practice.callsOf(host)));
        load();
        Interval range = new Interval(
                LocalDate.ofInstant(NOW, ZONE).atStartOfDay(ZONE).toInstant(),
                LocalDate.ofInstant(NOW, ZONE).plusDays(days).atStartOfDay(ZONE).toInstant());
        Map<String, IntSupplier> queries = new LinkedHashMap<>();
        queries.put("any free time", () -> any(days));
        queries.put("every host's list", () -> everyHost(range));
        queries.put("one host's list", () -> oneHost(days));
        if (plainAny(range) != any(days)) {
            throw new IllegalStateException("the yardstick does not agree");
        }
        List<Histogram> plain = new ArrayList<>();
        List<Histogram> any = new ArrayList<>();
        Map<String, List<Histogram>> rounds = new LinkedHashMap<>();
        rounds.put("plain loop", plain);
        rounds.put("any free time", any);
        queries.values().forEach(this::warmUp);
        for (int round = 0; round < ROUNDS; round++) {
            plain.add(plain(range));
            for (Map.Entry<String, IntSupplier> query : queries.entrySet()) {
                Histogram processor = new Histogram(3);
                rounds.computeIfAbsent(query.getKey(), _ -> new ArrayList<>())
                        .add(openLoop(query.getValue(), processor));
                rounds.computeIfAbsent(query.getKey() + ", processor", _ -> new ArrayList<>())
                        .add(processor);
            }
        }
        rounds.forEach((name, histograms) -> print(practice.all().size(), days, name, histograms));
        System.out.printf(
                Locale.ROOT,
                "%-6s %-5s %-28s %10.0f%n",
                "",
                "",
                "plain / any, median p50",
                median(plain, 50) / median(any, 50));
    }

    private void load() {
        new IndexUpkeep(index, practice, practice, practice, CLOCK).load();
    }

    private void warmUp(IntSupplier query) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(3);
        while (System.nanoTime() < until) {
            hold();
            int _ = query.getAsInt();
        }
    }

    /** @param processor filled with what each query cost of it */
    private Histogram openLoop(IntSupplier query, Histogram processor) throws InterruptedException {
        Histogram latency = new Histogram(3);
        OpenLoop.run(PER_SECOND, ROUND, due -> {
            long before = THREADS.getCurrentThreadCpuTime();
            int _ = query.getAsInt();
            latency.recordValue(System.nanoTime() - due);
            processor.recordValue(THREADS.getCurrentThreadCpuTime() - before);
            hold();
        });
        return latency;
    }

    private void hold() {
        Call held = practice.anyHold();
        indexed.save(held, List.of());
    }

    private int any(int days) {
        return handler.handle(
                        new FindOpenings(new HostChoice.AnyCoordinator(), LocalDate.ofInstant(NOW, ZONE), days, ZONE))
                .size();
    }

    private int everyHost(Interval range) {
        int openings = 0;
        for (Host host : practice.all()) {
            openings += index.openStarts(host.id(), range, NOW).count();
        }
        return openings;
    }

    private int oneHost(int days) {
        HostId host = practice.anyHold().hostId();
        return handler.handle(new FindOpenings(new HostChoice.One(host), LocalDate.ofInstant(NOW, ZONE), days, ZONE))
                .size();
    }

    private Histogram plain(Interval range) {
        Histogram latency = new Histogram(3);
        long before = System.nanoTime();
        plainAny(range);
        latency.recordValue(System.nanoTime() - before);
        return latency;
    }

    private int plainAny(Interval range) {
        Map<Instant, Opening> byStart = new TreeMap<>();
        for (Host host : practice.all()) {
            HostSchedule schedule = HostSchedule.offered(host, PracticeSettings.initial());
            BusyTimes busy = BusyTimes.of(host, calls.getOrDefault(host.id(), List.of()), NOW);
            OpeningRules.openings(schedule, range, busy, NOW)
                    .forEach(opening -> byStart.putIfAbsent(opening.start(), opening));
        }
        return byStart.size();
    }

    private static void print(int hosts, int days, String name, List<Histogram> rounds) {
        System.out.printf(
                Locale.ROOT,
                "%-6d %-5d %-28s %10.3f %10.3f  %s%n",
                hosts,
                days,
                name,
                median(rounds, 50),
                median(rounds, 99),
                rounds.stream()
                        .map(round -> String.format(Locale.ROOT, "%.3f", round.getValueAtPercentile(99) / 1e6))
                        .toList());
    }

    static double median(List<Histogram> rounds, double percentile) {
        return rounds.stream()
                        .mapToDouble(round -> round.getValueAtPercentile(percentile))
                        .sorted()
                        .toArray()[ROUNDS / 2]
                / 1e6;
    }

    private static void heap() {
        long empty = used();
        OpeningsInCore core = new OpeningsInCore(1_000);
        core.load();
        int openings = core.any(DrawnPractice.DAYS);
        long full = used();
        System.out.printf(
                Locale.ROOT,
                "limit %d MiB; 1,000 hosts, %d calls each, %d openings of anybody: %d MiB more than without%n",
                Runtime.getRuntime().maxMemory() >> 20,
                CALLS_PER_HOST,
                openings,
                (full - empty) >> 20);
        core.warmUp(() -> core.any(DrawnPractice.DAYS));
        System.out.printf(Locale.ROOT, "after three seconds of queries and holds: %d MiB used%n", used() >> 20);
    }

    static long used() {
        for (int time = 0; time < 3; time++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
