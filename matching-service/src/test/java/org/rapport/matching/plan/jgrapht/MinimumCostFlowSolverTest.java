package org.rapport.matching.plan.jgrapht;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.matching.plan.domain.Solver;
import org.rapport.matching.plan.domain.Solver.Choice;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MinimumCostFlowSolverTest {
    private static final int CASES = 400;

    @Test
    void no_way_of_sharing_out_is_worth_more_whatever_the_solver_starts_with() {
        int different = 0;
        for (long seed = 1; seed <= CASES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int[] seats = random.ints(1 + random.nextInt(4), 0, 3).toArray();
            List<List<Choice>> choices = choices(random.nextInt(6), seats.length, random);
            int best = best(choices, seats.clone(), 0);
            different += best > greedy(choices, seats.clone()) ? 1 : 0;
            for (int few : new int[] {1, 2, 12}) {
                int[] chosen = new MinimumCostFlowSolver(few).solve(choices, seats);
                assertThat(worth(choices, chosen, seats))
                        .as("seed %d, starting with %d", seed, few)
                        .isEqualTo(best);
            }
        }
        assertThat(different).isGreaterThan(CASES / 10);
    }

    @Test
    void choices_taken_in_later_make_as_much_as_all_at_once() {
        for (long seed = 1; seed <= 10; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int[] seats = random.ints(25, 0, 4).toArray();
            List<List<Choice>> choices = choices(60, seats.length, random);

            int[] few = new MinimumCostFlowSolver(2).solve(choices, seats);
            int[] all = new MinimumCostFlowSolver(Integer.MAX_VALUE).solve(choices, seats);

            assertThat(worth(choices, few, seats)).as("seed %d", seed).isEqualTo(worth(choices, all, seats));
        }
    }

    @Test
    void without_people_or_without_seats_there_is_nobody_to_place() {
        Solver solver = new MinimumCostFlowSolver();

        assertThat(solver.solve(List.of(), new int[] {1})).isEmpty();
        assertThat(solver.solve(List.of(List.of(), List.of(new Choice(0, 5))), new int[] {0}))
                .containsExactly(Solver.NOBODY, Solver.NOBODY);
    }

    private static List<List<Choice>> choices(int people, int therapists, SplittableRandom random) {
        List<List<Choice>> choices = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            List<Choice> own = new ArrayList<>();
            for (int therapist = 0; therapist < therapists; therapist++) {
                if (random.nextInt(4) > 0) {
                    own.add(new Choice(therapist, 1 + random.nextInt(100)));
                }
            }
            choices.add(own);
        }
        return choices;
    }

    private static int worth(List<List<Choice>> choices, int[] chosen, int[] seats) {
        int[] left = seats.clone();
        int worth = 0;
        assertThat(chosen).hasSameSizeAs(choices);
        for (int person = 0; person < chosen.length; person++) {
            if (chosen[person] != Solver.NOBODY) {
                Choice choice = choices.get(person).get(chosen[person]);
                assertThat(--left[choice.therapist()]).isNotNegative();
                worth += choice.worth();
            }
        }
        return worth;
    }

    /** Every way there is, one after the other. */
    private static int best(List<List<Choice>> choices, int[] seats, int person) {
        if (person == choices.size()) {
            return 0;
        }
        int best = best(choices, seats, person + 1);
        for (Choice choice : choices.get(person)) {
            if (seats[choice.therapist()] > 0) {
                seats[choice.therapist()]--;
                best = Math.max(best, choice.worth() + best(choices, seats, person + 1));
                seats[choice.therapist()]++;
            }
        }
        return best;
    }

    private static int greedy(List<List<Choice>> choices, int[] seats) {
        int worth = 0;
        for (List<Choice> own : choices) {
            int best = 0;
            int at = -1;
            for (Choice choice : own) {
                if (seats[choice.therapist()] > 0 && choice.worth() > best) {
                    best = choice.worth();
                    at = choice.therapist();
                }
            }
            if (at >= 0) {
                seats[at]--;
                worth += best;
            }
        }
        return worth;
    }
}
