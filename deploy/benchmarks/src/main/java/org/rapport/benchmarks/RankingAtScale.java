package org.rapport.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import org.rapport.matching.ranking.domain.Candidate;
import org.rapport.matching.ranking.domain.CandidateSearch;
import org.rapport.matching.ranking.domain.Criteria;
import org.rapport.matching.ranking.domain.Fit;
import org.rapport.matching.ranking.domain.Practitioner;
import org.rapport.matching.ranking.domain.Ranker;
import org.rapport.matching.ranking.domain.Ranking;
import org.rapport.matching.referrals.application.RankCandidates;
import org.rapport.matching.referrals.domain.SeatBook;
import org.rapport.matching.referrals.domain.Seats;
import org.rapport.matching.referrals.domain.TakenSeats;
import org.rapport.matching.roster.domain.Roster;
import org.rapport.matching.roster.domain.Therapist;
import org.rapport.matching.roster.domain.Therapists.Kept;

/**
 * The best twenty with their explanation, for one person among many therapists, by the service's own {@code RankCandidates}; beside it
 * {@link PlainScan}. Before each question somebody's entry is changed, and now and then it is checked that the answer knows it. Stores are
 * played from memory: what the two questions to a store cost comes on top. Questions are due at fixed instants, and latency counts from those; what a question costs the
 * processor is told too, since that does not tell of whatever else the machine does.
 *
 * <p>Arguments: numbers of therapists, 100000 and 1000000 without.
 */
public final class RankingAtScale {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 3;
    private static final int MOST = 20;
    private static final int PER_SECOND = 50;
    private static final Duration ROUND = Duration.ofSeconds(5);
    private static final int SCANS = 40;
    private static final Clock CLOCK = Clock.fixed(DrawnRoster.NOW, ZoneOffset.UTC);

    private final DrawnRoster drawn;
    private final Roster roster;
    private final SeatBook book;
    private final Ranker ranker = new Ranker(DrawnRoster.weights(), DrawnRoster.vocabulary(), DrawnRoster.compacts());
    private final RankCandidates candidates;
    private final PlainScan scan =
            new PlainScan(ranker, DrawnRoster.weights(), DrawnRoster.vocabulary(), DrawnRoster.compacts());

    private RankingAtScale(int size) {
        drawn = new DrawnRoster(size);
        roster = new Roster(drawn);
        book = new SeatBook(drawn::seats);
        long before = System.nanoTime();
        candidates =
                new RankCandidates(roster, book, new NoSeats(), ranker, DrawnRoster.compacts(), CLOCK, ZoneOffset.UTC);
        System.out.printf(
                Locale.ROOT, "%d therapists; index built in %.2f s%n", size, (System.nanoTime() - before) / 1e9);
    }

    /** Of the store: a ranking does not ask it. */
    private static final class NoSeats implements Seats {
        @Override
        public TakenSeats taken(UUID therapistId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void holdForExistingClients(UUID therapistId, int count) {
            throw new UnsupportedOperationException();
        }
    }

    public static void main(String[] arguments) {
        int[] sizes = arguments.length == 0
                ? new int[] {100_000, 1_000_000}
                : Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
        for (int size : sizes) {
            new RankingAtScale(size).measure();
        }
    }

    private void measure() {
        check();
        Map<String, Supplier<Criteria>> wishes = new LinkedHashMap<>();
        wishes.put("common wish", DrawnRoster::common);
        wishes.put("anybody's wish", drawn::wish);
        System.out.printf(Locale.ROOT, "%-54s %9s %9s  %s%n", "", "p50 ms", "p99 ms", "p99 of rounds");
        wishes.forEach((name, wish) -> {
            List<Histogram> scans = new ArrayList<>();
            List<Histogram> plain = new ArrayList<>();
            Map<String, List<Histogram>> rounds = new LinkedHashMap<>();
            rounds.put("plain scan", scans);
            rounds.put(name, plain);
            List<Practitioner> objects = objects();
            warmUp(() -> candidates.handle(CandidateSearch.of(wish.get()), MOST, 0));
            warmUp(() -> candidates.handle(CandidateSearch.of(wish.get()), MOST, MOST));
            warmUp(() -> scan.best(objects, wish.get(), DrawnRoster.TODAY, MOST));
            for (int round = 0; round < ROUNDS; round++) {
                scans.add(scans(objects, wish));
                for (int excluded : new int[] {0, MOST}) {
                    String asked = excluded == 0 ? name : name + ", and twenty of the excluded";
                    Histogram processor = new Histogram(3);
                    rounds.computeIfAbsent(asked, _ -> new ArrayList<>()).add(openLoop(wish, excluded, processor));
                    rounds.computeIfAbsent(asked + ", processor", _ -> new ArrayList<>())
                            .add(processor);
                }
            }
            rounds.forEach(RankingAtScale::print);
            System.out.printf(
                    Locale.ROOT,
                    "%-54s %9.1f%n",
                    "plain scan / " + name + ", median p50",
                    median(scans, 50) / median(plain, 50));
        });
        visible();
    }

    /** Both give the same, or nothing here means anything. */
    private void check() {
        List<Practitioner> objects = objects();
        for (int time = 0; time < 20; time++) {
            Criteria wish = time == 0 ? DrawnRoster.common() : drawn.wish();
            List<Candidate> plain = scan.best(objects, wish, DrawnRoster.TODAY, MOST);
            Ranking ranking = candidates.handle(CandidateSearch.of(wish), MOST, 0);
            List<Candidate> found = ranking instanceof Ranking.Ranked ranked ? ranked.candidates() : List.of();
            if (!plain.equals(found)) {
                throw new IllegalStateException("the yardstick does not agree");
            }
            if (time == 0 && ranking instanceof Ranking.Ranked ranked) {
                System.out.printf(Locale.ROOT, "the common wish fits %d%n", ranked.fitting());
            }
        }
    }

    private List<Practitioner> objects() {
        return roster.therapists().stream()
                .map(therapist -> new Practitioner(
                        therapist,
                        book.taken(therapist.id()).count(therapist.caseload()),
                        book.lastOffered(therapist.id()).orElse(null)))
                .toList();
    }

    private void warmUp(Runnable question) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(4);
        while (System.nanoTime() < until) {
            drawn.change();
            question.run();
        }
    }

    /** @param processor filled with what each question cost of it */
    private Histogram openLoop(Supplier<Criteria> wish, int excluded, Histogram processor) {
        Histogram latency = new Histogram(3);
        OpenLoop.run(PER_SECOND, ROUND, due -> {
            long before = THREADS.getCurrentThreadCpuTime();
            candidates.handle(CandidateSearch.of(wish.get()), MOST, excluded);
            latency.recordValue(System.nanoTime() - due);
            processor.recordValue(THREADS.getCurrentThreadCpuTime() - before);
            drawn.change();
        });
        return latency;
    }

    private Histogram scans(List<Practitioner> objects, Supplier<Criteria> wish) {
        Histogram latency = new Histogram(3);
        for (int time = 0; time < SCANS; time++) {
            Criteria next = wish.get();
            long before = System.nanoTime();
            scan.best(objects, next, DrawnRoster.TODAY, MOST);
            latency.recordValue(System.nanoTime() - before);
        }
        return latency;
    }

    /** From the write of an entry to the end of the first ranking that knows it. */
    private void visible() {
        Histogram latency = new Histogram(3);
        for (int time = 0; time < 200; time++) {
            Kept written = drawn.change();
            Therapist therapist = written.therapist();
            long before = System.nanoTime();
            List<Fit> fits = candidates
                    .fitting(List.of(CandidateSearch.of(DrawnRoster.common())))
                    .getFirst();
            latency.recordValue(System.nanoTime() - before);
            boolean known = fits.stream()
                    .map(fit -> fit.practitioner().therapist())
                    .filter(fit -> fit.id().equals(therapist.id()))
                    .allMatch(therapist::equals);
            boolean listed = fits.stream()
                    .anyMatch(fit -> fit.practitioner().therapist().id().equals(therapist.id()));
            if (!known || (listed && !therapist.caseload().accepting())) {
                throw new IllegalStateException("a change is not visible");
            }
        }
        print("write to a ranking of all that knows it", List.of(latency, latency, latency));
    }

    private static void print(String name, List<Histogram> rounds) {
        System.out.printf(
                Locale.ROOT,
                "%-54s %9.3f %9.3f  %s%n",
                name,
                median(rounds, 50),
                median(rounds, 99),
                rounds.stream()
                        .map(round -> String.format(Locale.ROOT, "%.3f", round.getValueAtPercentile(99) / 1e6))
                        .toList());
    }

    private static double median(List<Histogram> rounds, double percentile) {
        return OpeningsInCore.median(rounds, percentile);
    }
}
