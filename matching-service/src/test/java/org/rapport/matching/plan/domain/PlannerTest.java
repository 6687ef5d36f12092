package org.rapport.matching.plan.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.rapport.matching.ranking.domain.Sketches.id;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.matching.plan.jgrapht.MinimumCostFlowSolver;
import org.rapport.matching.ranking.domain.Fit;
import org.rapport.matching.ranking.domain.Sketches;
import org.rapport.matching.ranking.domain.Sketches.Sketch;
import org.rapport.matching.referrals.domain.Priority;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PlannerTest {
    private static final int CASES = 400;
    private static final List<Priority> PRIORITIES = List.copyOf(EnumSet.allOf(Priority.class));

    private final Planner planner = new Planner(new MinimumCostFlowSolver());

    /** How good a way of placing people is: the first number that differs decides. */
    private record Outcome(int placed, int emergent, int urgent, int points) implements Comparable<Outcome> {
        static final Outcome NONE = new Outcome(0, 0, 0, 0);

        Outcome with(Waiting person, Fit fit) {
            return new Outcome(
                    placed + 1,
                    emergent + (person.priority() == Priority.EMERGENT ? 1 : 0),
                    urgent + (person.priority() == Priority.URGENT ? 1 : 0),
                    points + fit.points());
        }

        @Override
        public int compareTo(Outcome other) {
            return Comparator.comparingInt(Outcome::placed)
                    .thenComparingInt(Outcome::emergent)
                    .thenComparingInt(Outcome::urgent)
                    .thenComparingInt(Outcome::points)
                    .compare(this, other);
        }
    }

    @Test
    void no_other_plan_places_more_or_more_pressing_people_or_gives_more_points() {
        int better = 0;
        int scarce = 0;
        for (long seed = 1; seed <= CASES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Map<UUID, Integer> seats = seats(random);
            List<Waiting> people = people(random);

            Plan plan = planner.plan(people, seats);

            Outcome best = best(people, new HashMap<>(seats), 0, Outcome.NONE);
            Outcome planned = outcome(plan, true, seats);
            assertThat(planned).as("seed %d", seed).isEqualTo(best);
            better += planned.compareTo(outcome(plan, false, seats)) > 0 ? 1 : 0;
            scarce += best.placed() < people.size() && best.placed() > 0 ? 1 : 0;
        }
        assertThat(List.of(better, scarce))
                .allSatisfy(cases -> assertThat(cases).isGreaterThan(CASES / 10));
    }

    @Test
    void who_is_more_pressing_gets_the_only_seat_although_somebody_else_has_more_points() {
        Waiting routine = waiting(1, Priority.ROUTINE, 0, fit(1, 100));
        Waiting urgent = waiting(2, Priority.URGENT, 1, fit(1, 1));

        Plan plan = planner.plan(List.of(routine, urgent), Map.of(id(1), 1));

        assertThat(plan.lines()).extracting(Plan.Line::planned).containsExactly(null, fit(1, 1));
        assertThat(plan.lines()).extracting(Plan.Line::firstCome).containsExactly(fit(1, 100), null);
    }

    @Test
    void first_come_takes_the_best_in_the_order_of_waiting_and_the_plan_does_better_for_all() {
        Waiting first = waiting(1, Priority.ROUTINE, 0, fit(1, 80), fit(2, 79));
        Waiting second = waiting(2, Priority.ROUTINE, 5, fit(1, 90), fit(2, 10));

        Plan plan = planner.plan(List.of(second, first), Map.of(id(1), 1, id(2), 1));

        assertThat(plan.lines())
                .extracting(line -> line.person().inquiryId(), Plan.Line::difference)
                .containsExactly(tuple(person(1), -1), tuple(person(2), 80));
        assertThat(plan.firstCome()).isEqualTo(new Plan.Total(2, 90));
        assertThat(plan.planned()).isEqualTo(new Plan.Total(2, 169));
        assertThat(plan.worseOff()).isEqualTo(1);
    }

    @Test
    void a_therapist_without_a_seat_is_given_to_nobody() {
        Plan plan = planner.plan(List.of(waiting(1, Priority.EMERGENT, 0, fit(1, 80), fit(2, 50))), Map.of(id(1), 0));

        assertThat(plan.planned().placed()).isZero();
        assertThat(plan.firstCome().placed()).isZero();
    }

    private static Outcome best(List<Waiting> people, Map<UUID, Integer> seats, int person, Outcome before) {
        if (person == people.size()) {
            return before;
        }
        Waiting next = people.get(person);
        Outcome best = best(people, seats, person + 1, before);
        for (Fit fit : next.fits()) {
            UUID therapist = fit.practitioner().therapist().id();
            if (seats.getOrDefault(therapist, 0) > 0) {
                seats.merge(therapist, -1, Integer::sum);
                Outcome with = best(people, seats, person + 1, before.with(next, fit));
                best = with.compareTo(best) > 0 ? with : best;
                seats.merge(therapist, 1, Integer::sum);
            }
        }
        return best;
    }

    /** Also checks that everybody has one of theirs, and nobody more than the seats. */
    private static Outcome outcome(Plan plan, boolean planned, Map<UUID, Integer> seats) {
        Map<UUID, Integer> left = new HashMap<>(seats);
        Outcome outcome = Outcome.NONE;
        for (Plan.Line line : plan.lines()) {
            @Nullable Fit fit = planned ? line.planned() : line.firstCome();
            if (fit != null) {
                assertThat(line.person().fits()).contains(fit);
                assertThat(left.merge(fit.practitioner().therapist().id(), -1, Integer::sum))
                        .isNotNegative();
                outcome = outcome.with(line.person(), fit);
            }
        }
        return outcome;
    }

    private static Map<UUID, Integer> seats(SplittableRandom random) {
        Map<UUID, Integer> seats = new HashMap<>();
        for (int therapist = 1; therapist <= 3; therapist++) {
            seats.put(id(therapist), random.nextInt(3));
        }
        return seats;
    }

    private static List<Waiting> people(SplittableRandom random) {
        List<Waiting> people = new ArrayList<>();
        for (int number = random.nextInt(6); number > 0; number--) {
            List<Fit> fits = new ArrayList<>();
            for (int therapist = 1; therapist <= 3; therapist++) {
                if (random.nextInt(3) > 0) {
                    fits.add(fit(therapist, random.nextInt(101)));
                }
            }
            people.add(waiting(
                    number, PRIORITIES.get(random.nextInt(3)), random.nextInt(1_000), fits.toArray(Fit[]::new)));
        }
        return people;
    }

    private static Waiting waiting(int number, Priority priority, int since, Fit... fits) {
        return new Waiting(person(number), priority, Instant.EPOCH.plusSeconds(since), List.of(fits));
    }

    private static UUID person(int number) {
        return new UUID(0, number);
    }

    private static Fit fit(int therapist, int points) {
        return new Fit(Sketches.practitioner(new Sketch(therapist).build(), 0, null), points);
    }
}
