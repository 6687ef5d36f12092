package org.rapport.benchmarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.jgrapht.alg.interfaces.MatchingAlgorithm;
import org.jgrapht.alg.matching.MaximumWeightBipartiteMatching;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.rapport.matching.plan.domain.Plan;
import org.rapport.matching.plan.domain.Planner;
import org.rapport.matching.plan.domain.Waiting;
import org.rapport.matching.plan.jgrapht.MinimumCostFlowSolver;
import org.rapport.matching.ranking.domain.CandidateSearch;
import org.rapport.matching.ranking.domain.Criteria;
import org.rapport.matching.ranking.domain.Fit;
import org.rapport.matching.ranking.domain.Practitioner;
import org.rapport.matching.ranking.domain.Ranker;
import org.rapport.matching.ranking.domain.RankingIndex;
import org.rapport.matching.referrals.domain.Priority;

/**
 * A plan for many people and therapists: who fits, the best plan, and first come first served. Beside it another exact solver, the
 * bipartite matching of most weight over single seats, whose number of places and points the plan must reach.
 *
 * <p>Arguments: people and therapists, 1000 and 500 without.
 */
public final class PlanAtOnce {
    private static final int ROUNDS = 3;
    private static final int PLANS = 100;

    private final RankingIndex index = new RankingIndex(
            new Ranker(DrawnRoster.weights(), DrawnRoster.vocabulary(), DrawnRoster.compacts()), DrawnRoster.TODAY);
    private final DrawnRoster drawn;
    private final Map<UUID, Integer> seats = new HashMap<>();
    private final Planner planner = new Planner(new MinimumCostFlowSolver());
    private final int people;

    private PlanAtOnce(int people, int therapists) {
        this.people = people;
        drawn = new DrawnRoster(therapists);
        drawn.all().forEach(kept -> {
            int capacity = kept.therapist().caseload().capacity();
            int taken = Math.floorMod(kept.therapist().id().hashCode(), capacity + 1);
            index.put(new Practitioner(kept.therapist(), taken, null));
            seats.put(kept.therapist().id(), capacity - taken);
        });
    }

    public static void main(String[] arguments) {
        int people = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        int therapists = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 500;
        new PlanAtOnce(people, therapists).measure();
    }

    private void measure() {
        for (int time = 0; time < PLANS; time++) {
            plan(wishes());
        }
        List<Histogram> rounds = new ArrayList<>();
        List<Histogram> exact = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Histogram latency = new Histogram(3);
            for (int time = 0; time < PLANS; time++) {
                List<Criteria> next = wishes();
                long before = System.nanoTime();
                plan(next);
                latency.recordValue(System.nanoTime() - before);
            }
            rounds.add(latency);
            List<Waiting> once = waiting(wishes());
            Plan plan = planner.plan(once, seats);
            System.out.printf(
                    Locale.ROOT,
                    "%d people, %d seats: planned %s, first come %s, %d worse off%n",
                    people,
                    seats.values().stream().mapToInt(Integer::intValue).sum(),
                    plan.planned(),
                    plan.firstCome(),
                    plan.worseOff());
            exact.add(exact(once, plan));
        }
        print("matching of most weight", exact);
        print("plan", rounds);
    }

    /** As the service does: who fits by the index, then the plan. */
    private Plan plan(List<Criteria> wishes) {
        return planner.plan(waiting(wishes), seats);
    }

    private List<Criteria> wishes() {
        return Stream.generate(drawn::wish).limit(people).toList();
    }

    private List<Waiting> waiting(List<Criteria> wishes) {
        List<Waiting> waiting = new ArrayList<>();
        LocalDate today = DrawnRoster.TODAY;
        for (int number = 0; number < people; number++) {
            Priority priority =
                    number % 20 == 0 ? Priority.EMERGENT : number % 5 == 0 ? Priority.URGENT : Priority.ROUTINE;
            waiting.add(new Waiting(
                    new UUID(1, number),
                    priority,
                    DrawnRoster.NOW.minusSeconds(number * 977L % 100_003),
                    index.fitting(CandidateSearch.of(wishes.get(number)), today)));
        }
        return waiting;
    }

    private Histogram exact(List<Waiting> waiting, Plan plan) {
        long before = System.nanoTime();
        SimpleWeightedGraph<String, DefaultWeightedEdge> graph = new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
        Set<String> persons = new HashSet<>();
        Set<String> places = new HashSet<>();
        Map<DefaultWeightedEdge, Integer> points = new HashMap<>();
        // More than all points together, so that a person placed counts before points; and by priority, as in the plan.
        int step = 100 * people + 1;
        for (Waiting person : waiting) {
            String name = person.inquiryId().toString();
            persons.add(name);
            graph.addVertex(name);
            for (Fit fit : person.fits()) {
                UUID therapist = fit.practitioner().therapist().id();
                for (int seat = 0; seat < seats.getOrDefault(therapist, 0); seat++) {
                    String place = therapist + "|" + seat;
                    places.add(place);
                    graph.addVertex(place);
                    DefaultWeightedEdge edge = graph.addEdge(name, place);
                    int rank = switch (person.priority()) {
                        case EMERGENT -> 3;
                        case URGENT -> 2;
                        case ROUTINE -> 1;
                    };
                    graph.setEdgeWeight(edge, fit.points() + (double) rank * step);
                    points.put(edge, fit.points());
                }
            }
        }
        MatchingAlgorithm.Matching<String, DefaultWeightedEdge> matching =
                new MaximumWeightBipartiteMatching<>(graph, persons, places).getMatching();
        int all = matching.getEdges().stream().mapToInt(points::get).sum();
        Histogram latency = new Histogram(3);
        latency.recordValue(System.nanoTime() - before);
        if (matching.getEdges().size() != plan.planned().placed()
                || all != plan.planned().points()) {
            throw new IllegalStateException("the exact solver places "
                    + matching.getEdges().size() + " with " + all + " points, the plan " + plan.planned());
        }
        return latency;
    }

    private static void print(String name, List<Histogram> rounds) {
        System.out.printf(
                Locale.ROOT,
                "%-28s p50 %9.2f ms, p99 %9.2f ms, p99 of rounds %s%n",
                name,
                OpeningsInCore.median(rounds, 50),
                OpeningsInCore.median(rounds, 99),
                rounds.stream()
                        .map(round -> String.format(Locale.ROOT, "%.2f", round.getValueAtPercentile(99) / 1e6))
                        .toList());
    }
}
