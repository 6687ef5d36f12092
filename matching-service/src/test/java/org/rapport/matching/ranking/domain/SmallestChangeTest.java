package org.rapport.matching.ranking.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.matching.ranking.domain.Sketches.TODAY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.matching.ranking.domain.Sketches.Sketch;
import org.rapport.matching.roster.domain.Licence;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SmallestChangeTest {
    private static final int CASES = 3_000;

    /** All changes there are, said a second time and independently of the rules: each sets one thing. */
    private record Changes(
            boolean licence,
            boolean accepting,
            boolean waiting,
            boolean seat,
            boolean format,
            boolean population,
            boolean payment,
            boolean language) {
        static Changes of(int bits) {
            return new Changes(
                    (bits & 1) != 0,
                    (bits & 2) != 0,
                    (bits & 4) != 0,
                    (bits & 8) != 0,
                    (bits & 16) != 0,
                    (bits & 32) != 0,
                    (bits & 64) != 0,
                    (bits & 128) != 0);
        }
    }

    @Test
    void the_change_named_lets_the_therapist_in_and_no_smaller_one_does() {
        int withWaiting = 0;
        int several = 0;
        for (long seed = 1; seed <= CASES; seed++) {
            Situation situation = situation(new SplittableRandom(seed));
            if (Rule.failures(situation).isEmpty()) {
                continue;
            }
            List<Failure> change = SmallestChange.of(situation);
            int best = fewest(situation);
            assertThat(change).as("seed %d", seed).hasSize(best);
            assertThat(eligible(situation, Changes.of(bits(change))))
                    .as("seed %d", seed)
                    .isTrue();
            withWaiting += change.size() != Rule.failures(situation).size() ? 1 : 0;
            several += best > 1 ? 1 : 0;
        }
        // Else the property would hold of trivial cases only.
        assertThat(withWaiting).isGreaterThan(CASES / 100);
        assertThat(several).isGreaterThan(CASES / 10);
    }

    @Test
    void a_licence_that_ends_during_the_leave_is_named_beside_the_waiting() {
        Situation situation = situation(new Sketch(1)
                .licences(new Licence("IL", "1", TODAY.plusDays(10)))
                .onLeaveUntil(TODAY.plusDays(30)));

        assertThat(SmallestChange.of(situation))
                .extracting(Failure::rule)
                .containsExactlyInAnyOrder(Rule.LEAVE, Rule.LICENCE);
    }

    @Test
    void waiting_alone_is_enough_when_a_state_joins_the_compact_meanwhile() {
        Criteria wisconsin =
                new Criteria("WI", "INDIVIDUAL", "ADULT", List.of(), List.of(), "SELF_PAY", null, List.of(), List.of());
        Practitioner away = Sketches.practitioner(
                new Sketch(1)
                        .psypact(TODAY.plusYears(1))
                        .onLeaveUntil(TODAY.plusDays(5))
                        .build(),
                0,
                null);
        Situation situation = new Situation(away, wisconsin, TODAY, Sketches.compacts());

        assertThat(Rule.failures(situation)).extracting(Failure::rule).containsExactly(Rule.LICENCE, Rule.LEAVE);
        assertThat(SmallestChange.of(situation)).extracting(Failure::rule).containsExactly(Rule.LEAVE);
    }

    private static int fewest(Situation situation) {
        int fewest = Integer.MAX_VALUE;
        for (int bits = 0; bits < 256; bits++) {
            if (Integer.bitCount(bits) < fewest && eligible(situation, Changes.of(bits))) {
                fewest = Integer.bitCount(bits);
            }
        }
        return fewest;
    }

    private static int bits(List<Failure> change) {
        return change.stream()
                .mapToInt(failure -> switch (failure.rule()) {
                    case LICENCE -> 1;
                    case ACCEPTING -> 2;
                    case LEAVE -> 4;
                    case SEAT -> 8;
                    case FORMAT -> 16;
                    case POPULATION -> 32;
                    case PAYMENT -> 64;
                    case LANGUAGE -> 128;
                })
                .sum();
    }

    private static boolean eligible(Situation s, Changes change) {
        var therapist = s.therapist();
        var offering = therapist.offering();
        var wish = s.criteria();
        LocalDate back = therapist.caseload().onLeaveUntil();
        LocalDate day = change.waiting() && back != null && back.isAfter(s.today()) ? back : s.today();
        boolean licensed = change.licence()
                || s.compacts()
                        .permission(therapist, wish.state(), day)
                        .filter(permission -> !permission.lastDay().isBefore(day))
                        .isPresent();
        return licensed
                && (therapist.caseload().accepting() || change.accepting())
                && (back == null || !back.isAfter(day))
                && (s.practitioner().seatsTaken() < therapist.caseload().capacity() || change.seat())
                && (offering.formats().contains(wish.format()) || change.format())
                && (offering.populations().contains(wish.population()) || change.population())
                && (offering.payments().contains(wish.payment()) || change.payment())
                && (wish.languages().isEmpty()
                        || wish.languages().stream().anyMatch(offering.languages()::contains)
                        || change.language());
    }

    private static Situation situation(Sketch sketch) {
        return new Situation(
                Sketches.practitioner(sketch.build(), 0, null), Sketches.wish(), TODAY, Sketches.compacts());
    }

    private static Situation situation(SplittableRandom random) {
        Sketch sketch = new Sketch(1)
                .accepting(random.nextInt(3) > 0)
                .formats(random.nextBoolean() ? "INDIVIDUAL" : "GROUP")
                .populations(random.nextInt(4) > 0 ? "ADULT" : "CHILD")
                .payments(random.nextBoolean() ? "SELF_PAY" : "BCBS")
                .languages(random.nextInt(3) > 0 ? "en" : "pl")
                .capacity(1 + random.nextInt(3));
        List<Licence> licences = new ArrayList<>();
        if (random.nextInt(4) > 0) {
            licences.add(new Licence("IL", "1", TODAY.plusDays(random.nextInt(-3, 9))));
        }
        sketch.licences(licences.toArray(Licence[]::new));
        if (random.nextBoolean()) {
            sketch.psypact(TODAY.plusDays(random.nextInt(-3, 9)));
        }
        if (random.nextBoolean()) {
            sketch.onLeaveUntil(TODAY.plusDays(random.nextInt(-1, 8)));
        }
        Criteria wish = new Criteria(
                random.nextBoolean() ? "IL" : "WI",
                "INDIVIDUAL",
                "ADULT",
                List.of(),
                List.of(),
                "SELF_PAY",
                null,
                random.nextBoolean() ? List.of() : List.of("en"),
                List.of());
        return new Situation(
                Sketches.practitioner(sketch.build(), random.nextInt(4), null), wish, TODAY, Sketches.compacts());
    }
}
