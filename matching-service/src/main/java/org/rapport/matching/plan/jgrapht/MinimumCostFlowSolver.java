package org.rapport.matching.plan.jgrapht;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jgrapht.Graph;
import org.jgrapht.alg.flow.mincost.CapacityScalingMinimumCostFlow;
import org.jgrapht.alg.flow.mincost.MinimumCostFlowProblem.MinimumCostFlowProblemImpl;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.DirectedWeightedPseudograph;
import org.rapport.matching.plan.domain.Solver;

/**
 * The flow of least cost from people over therapists to a sink, where a worth lost is a cost, and going straight to the sink is being left
 * without anybody.
 *
 * <ol>
 *   <li>Each person starts with the few choices of most worth; a graph of all of them is slow to build and to search.
 *   <li>The solution comes with prices: what a seat costs the others, and what a person would pay for anything better. A choice left
 *       out that is cheaper than that price is taken in, and the flow is sought again.
 *   <li>If there is none, the prices prove that no choice left out would make the whole better (the dual of the linear programme).
 * </ol>
 *
 * All costs are whole numbers far below what a double holds exactly.
 */
public final class MinimumCostFlowSolver implements Solver {
    private static final int FEW = 12;
    private static final int WITHOUT_SCALING = 1;

    /** Of a person to the therapist of one of their choices or, without a choice, to the sink; without a person, of a therapist. */
    private static final class Way extends DefaultWeightedEdge {
        private static final long serialVersionUID = 1L;

        private final int person;
        private final int choice;
        private final int capacity;

        Way(int person, int choice, int capacity) {
            this.person = person;
            this.choice = choice;
            this.capacity = capacity;
        }
    }

    private final int few;

    public MinimumCostFlowSolver() {
        this(FEW);
    }

    /** @param few choices of each person to start with */
    MinimumCostFlowSolver(int few) {
        this.few = few;
    }

    @Override
    public int[] solve(List<List<Choice>> choices, int[] seats) {
        int most = choices.stream()
                .flatMap(List::stream)
                .mapToInt(Choice::worth)
                .max()
                .orElse(0);
        List<List<Integer>> taken = choices.stream()
                .<List<Integer>>map(own -> new ArrayList<>(IntStream.range(0, own.size())
                        .boxed()
                        .sorted(Comparator.comparingInt(
                                choice -> -own.get(choice).worth()))
                        .limit(few)
                        .toList()))
                .toList();
        while (true) {
            CapacityScalingMinimumCostFlow<Integer, Way> flow = new CapacityScalingMinimumCostFlow<>(WITHOUT_SCALING);
            int[] chosen = flow(flow, choices, taken, seats, most);
            if (!takeIn(flow.getDualSolution(), choices, taken, most)) {
                return chosen;
            }
        }
    }

    private static int[] flow(
            CapacityScalingMinimumCostFlow<Integer, Way> algorithm,
            List<List<Choice>> choices,
            List<List<Integer>> taken,
            int[] seats,
            int most) {
        int people = choices.size();
        int sink = people + seats.length;
        Graph<Integer, Way> graph = new DirectedWeightedPseudograph<>(Way.class);
        for (int vertex = 0; vertex <= sink; vertex++) {
            graph.addVertex(vertex);
        }
        for (int therapist = 0; therapist < seats.length; therapist++) {
            add(graph, people + therapist, sink, new Way(NOBODY, NOBODY, seats[therapist]), 0);
        }
        for (int person = 0; person < people; person++) {
            add(graph, person, sink, new Way(person, NOBODY, 1), most);
            for (int choice : taken.get(person)) {
                Choice way = choices.get(person).get(choice);
                add(graph, person, people + way.therapist(), new Way(person, choice, 1), most - way.worth());
            }
        }
        int[] chosen = new int[people];
        algorithm
                .getMinimumCostFlow(new MinimumCostFlowProblemImpl<>(
                        graph, vertex -> vertex < people ? 1 : vertex == sink ? -people : 0, way -> way.capacity))
                .getFlowMap()
                .forEach((way, units) -> {
                    if (way.person >= 0 && units > 0) {
                        chosen[way.person] = way.choice;
                    }
                });
        return chosen;
    }

    private static void add(Graph<Integer, Way> graph, int from, int to, Way way, int cost) {
        graph.addEdge(from, to, way);
        graph.setEdgeWeight(way, cost);
    }

    /** Whether anything was taken in. */
    private static boolean takeIn(
            Map<Integer, Double> prices, List<List<Choice>> choices, List<List<Integer>> taken, int most) {
        boolean any = false;
        int people = choices.size();
        for (int person = 0; person < people; person++) {
            List<Choice> own = choices.get(person);
            double paid = prices.getOrDefault(person, 0.0);
            for (int choice = 0; choice < own.size(); choice++) {
                Choice way = own.get(choice);
                double price = most - way.worth() + prices.getOrDefault(people + way.therapist(), 0.0);
                if (price < paid && !taken.get(person).contains(choice)) {
                    taken.get(person).add(choice);
                    any = true;
                }
            }
        }
        return any;
    }
}
