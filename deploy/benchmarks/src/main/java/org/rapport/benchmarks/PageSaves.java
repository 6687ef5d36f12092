package org.rapport.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;
import org.rapport.web.SignedLinks;

/** Pages saved over HTTP beside {@link BareSaves} in turn: how many a second, and how long one takes, by people at once. */
final class PageSaves {
    private final int port;
    private final SignedLinks links;
    private final BareSaves bare;
    private final int rounds;
    private final Duration round;

    PageSaves(int port, SignedLinks links, BareSaves bare, int rounds, Duration round) {
        this.port = port;
        this.links = links;
        this.bare = bare;
        this.rounds = rounds;
        this.round = round;
    }

    /** One save after the other by one person. */
    private interface Saves {
        void next() throws Exception;
    }

    /** How many were saved a second in one round, with the time of each. */
    private record Rate(double perSecond, Histogram times) {
        double at(double percentile) {
            return times.getValueAtPercentile(percentile) / 1e6;
        }
    }

    void warmUp(Duration length) throws Exception {
        saved(8, length);
        bare(8, length.dividedBy(4));
    }

    void measure(int people) throws Exception {
        Samples bareRates = new Samples();
        Samples rates = new Samples();
        Samples ratios = new Samples();
        Samples bareMedians = new Samples();
        Samples medians = new Samples();
        Samples tails = new Samples();
        for (int number = 0; number < rounds; number++) {
            Rate yardstick = bare(people, round);
            Rate product = saved(people, round);
            bareRates.add(yardstick.perSecond());
            rates.add(product.perSecond());
            ratios.add(product.perSecond() / yardstick.perSecond());
            bareMedians.add(yardstick.at(50));
            medians.add(product.at(50));
            tails.add(product.at(99));
        }
        System.out.printf(Locale.ROOT, "%n%d people save a page: a second; p50 in ms%n", people);
        BookingRate.row("bare update", bareRates.text("%.0f"), bareMedians.text("%.2f"));
        BookingRate.row("page over HTTP", rates.text("%.0f"), medians.text("%.2f"));
        BookingRate.row("  ratio; p99 in ms", ratios.text("%.2f"), tails.text("%.2f"));
    }

    private Rate bare(int people, Duration length) throws Exception {
        return closedLoop(people, length, () -> bare.new Person()::save);
    }

    private Rate saved(int people, Duration length) throws Exception {
        List<FilledIn> all = new ArrayList<>();
        try {
            return closedLoop(people, length, () -> {
                FilledIn person = new FilledIn(port, links);
                all.add(person);
                return person::save;
            });
        } finally {
            for (FilledIn person : all) {
                person.close();
            }
        }
    }

    /** Each person saves again as soon as they are answered. */
    private static Rate closedLoop(int people, Duration length, Callable<Saves> person) throws Exception {
        CyclicBarrier start = new CyclicBarrier(people);
        List<Callable<Rate>> loops = new ArrayList<>();
        for (int number = 0; number < people; number++) {
            Saves saves = person.call();
            loops.add(() -> {
                Histogram times = new Histogram(3);
                start.await();
                long begun = System.nanoTime();
                long end = begun + length.toNanos();
                for (long now = begun; now < end; ) {
                    saves.next();
                    long done = System.nanoTime();
                    times.recordValue(done - now);
                    now = done;
                }
                return new Rate(times.getTotalCount() * 1e9 / (System.nanoTime() - begun), times);
            });
        }
        double rate = 0;
        Histogram times = new Histogram(3);
        try (ExecutorService threads = Executors.newFixedThreadPool(people)) {
            for (Future<Rate> loop : threads.invokeAll(loops)) {
                rate += loop.get().perSecond();
                times.add(loop.get().times());
            }
        }
        return new Rate(rate, times);
    }
}
