package org.rapport.matching.plan.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rapport.matching.ranking.domain.Fit;
import org.rapport.matching.referrals.domain.Priority;

/**
 * Proposes for everybody who waits at once.
 *
 * <ol>
 *   <li>As many people as possible have a therapist. Where seats are short, the more pressing have one first.
 *   <li>Of all such plans it is one with the most points in all.
 *   <li>Beside it: who has waited longest takes the best of theirs, the next the best that is left, and so on.
 * </ol>
 *
 * The solver adds up worths, so a place is worth the points and {@link #rank} times more than all points that moving people about can
 * cost. Once times is enough to tell two priorities apart: from one plan to a better one lead chains of moves in which at most one
 * person comes in and one goes out, and each chain moves nobody twice.
 */
public final class Planner {
    private static final Comparator<Waiting> LONGEST_FIRST =
            Comparator.comparing(Waiting::since).thenComparing(Waiting::inquiryId);

    private final Solver solver;

    public Planner(Solver solver) {
        this.solver = solver;
    }

    /** @param seats free ones, by therapist; who is not named has none */
    public Plan plan(List<Waiting> people, Map<UUID, Integer> seats) {
        List<Waiting> inOrder = people.stream().sorted(LONGEST_FIRST).toList();
        List<@Nullable Fit> planned = best(inOrder, seats);
        List<@Nullable Fit> firstCome = firstCome(inOrder, seats);
        return new Plan(IntStream.range(0, inOrder.size())
                .mapToObj(person -> new Plan.Line(inOrder.get(person), planned.get(person), firstCome.get(person)))
                .toList());
    }

    private List<@Nullable Fit> best(List<Waiting> people, Map<UUID, Integer> seats) {
        Map<UUID, Integer> numbers = new HashMap<>();
        List<Integer> free = new ArrayList<>();
        int most = people.stream()
                .flatMap(person -> person.fits().stream())
                .mapToInt(Fit::points)
                .max()
                .orElse(0);
        int step = people.size() * most + 1;
        List<List<Fit>> fits = new ArrayList<>();
        List<List<Solver.Choice>> choices = new ArrayList<>();
        for (Waiting person : people) {
            List<Fit> possible = new ArrayList<>();
            List<Solver.Choice> worths = new ArrayList<>();
            for (Fit fit : person.fits()) {
                int room = seats.getOrDefault(therapist(fit), 0);
                if (room > 0) {
                    int number = numbers.computeIfAbsent(therapist(fit), _ -> {
                        free.add(room);
                        return free.size() - 1;
                    });
                    possible.add(fit);
                    worths.add(new Solver.Choice(number, fit.points() + rank(person.priority()) * step));
                }
            }
            fits.add(possible);
            choices.add(worths);
        }
        int[] chosen =
                solver.solve(choices, free.stream().mapToInt(Integer::intValue).toArray());
        List<@Nullable Fit> planned = new ArrayList<>();
        for (int person = 0; person < chosen.length; person++) {
            planned.add(
                    chosen[person] == Solver.NOBODY ? null : fits.get(person).get(chosen[person]));
        }
        return planned;
    }

    private static int rank(Priority priority) {
        return switch (priority) {
            case EMERGENT -> 3;
            case URGENT -> 2;
            case ROUTINE -> 1;
        };
    }

    private static List<@Nullable Fit> firstCome(List<Waiting> people, Map<UUID, Integer> seats) {
        Map<UUID, Integer> left = new HashMap<>(seats);
        List<@Nullable Fit> firstCome = new ArrayList<>();
        for (Waiting person : people) {
            Fit best = null;
            for (Fit fit : person.fits()) {
                if (left.getOrDefault(therapist(fit), 0) > 0 && (best == null || fit.compareTo(best) < 0)) {
                    best = fit;
                }
            }
            if (best != null) {
                left.merge(therapist(best), -1, Integer::sum);
            }
            firstCome.add(best);
        }
        return firstCome;
    }

    private static UUID therapist(Fit fit) {
        return fit.practitioner().therapist().id();
    }
}
