package org.rapport.matching.ranking.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.matching.ranking.domain.Draws.codes;
import static org.rapport.matching.ranking.domain.Draws.one;
import static org.rapport.matching.ranking.domain.Sketches.TODAY;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.matching.ranking.domain.Sketches.Sketch;
import org.rapport.matching.roster.domain.Licence;
import org.rapport.matching.roster.domain.Money;
import org.rapport.matching.roster.domain.Profile;
import org.rapport.matching.roster.domain.Therapist;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RankingPropertiesTest {
    private static final List<String> CONCERNS = List.of("anxiety", "grief", "trauma", "work");
    private static final List<String> MODALITIES = List.of("relational", "psychodynamic", "cbt");
    private static final List<String> FORMATS = List.of("INDIVIDUAL", "COUPLES", "GROUP");
    private static final List<String> PAYMENTS = List.of("SELF_PAY", "BCBS", "AETNA");
    private static final List<String> LANGUAGES = List.of("en", "es", "pl");
    private static final List<String> STATES = List.of("IL", "WI");
    private static final List<String> TIMES = List.of("MORNING", "AFTERNOON", "EVENING");

    private static final int CASES = 500;

    private final Ranker ranker = Sketches.ranker();

    @Test
    void an_ineligible_therapist_is_never_a_candidate() {
        for (long seed = 1; seed <= CASES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Practitioner> roster = roster(random);
            Criteria wish = wish(random);
            List<Practitioner> eligible = roster.stream()
                    .filter(practitioner -> mayTake(practitioner, wish))
                    .toList();

            switch (ranker.rank(roster, wish, TODAY)) {
                case Ranking.Ranked ranked ->
                    assertThat(ranked.candidates())
                            .as("seed %d", seed)
                            .extracting(Candidate::asOfNow)
                            .containsExactlyInAnyOrderElementsOf(eligible);
                case Ranking.NobodyFits nobody -> {
                    assertThat(eligible).as("seed %d", seed).isEmpty();
                    assertThat(nobody.excluded()).as("seed %d", seed).hasSameSizeAs(roster);
                }
            }
        }
    }

    @Test
    void the_order_of_the_roster_does_not_change_the_ranking() {
        for (long seed = 1; seed <= CASES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Practitioner> roster = roster(random);
            Criteria wish = wish(random);
            List<Practitioner> shuffled = new ArrayList<>(roster);
            Collections.shuffle(shuffled, Random.from(random));

            assertThat(ranker.rank(shuffled, wish, TODAY))
                    .as("seed %d", seed)
                    .isEqualTo(ranker.rank(roster, wish, TODAY));
        }
    }

    @Test
    void points_stay_within_their_weights_and_fall_down_the_list() {
        for (long seed = 1; seed <= CASES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            if (ranker.rank(roster(random), wish(random), TODAY) instanceof Ranking.Ranked ranked) {
                assertThat(ranked.candidates())
                        .as("seed %d", seed)
                        .extracting(Candidate::points)
                        .isSortedAccordingTo(Collections.reverseOrder());
                assertThat(ranked.candidates())
                        .as("seed %d", seed)
                        .flatExtracting(Candidate::factors)
                        .allSatisfy(points -> assertThat(points.points()).isBetween(0, points.outOf()));
            }
        }
    }

    @Test
    void what_therapists_say_about_themselves_moves_nobody_who_did_not_ask() {
        for (long seed = 1; seed <= CASES; seed++) {
            List<Practitioner> silent = roster(new SplittableRandom(seed));
            List<Practitioner> speaking =
                    silent.stream().map(RankingPropertiesTest::withIdentities).toList();
            Criteria wish = wish(new SplittableRandom(seed));

            assertThat(order(ranker.rank(speaking, wish, TODAY)))
                    .as("seed %d", seed)
                    .isEqualTo(order(ranker.rank(silent, wish, TODAY)));
        }
    }

    private static Practitioner withIdentities(Practitioner practitioner) {
        Therapist t = practitioner.therapist();
        Profile profile = new Profile("I listen.", null, List.of(t.id().hashCode() % 2 == 0 ? "woman" : "man"));
        return Sketches.practitioner(
                new Therapist(
                        t.id(),
                        t.name(),
                        t.credential(),
                        t.supervisor(),
                        t.licences(),
                        t.compacts(),
                        t.offering(),
                        t.fee(),
                        t.caseload(),
                        profile),
                practitioner.seatsTaken(),
                practitioner.lastOffered());
    }

    private static List<String> order(Ranking ranking) {
        return switch (ranking) {
            case Ranking.NobodyFits _ -> List.of();
            case Ranking.Ranked ranked ->
                ranked.candidates().stream()
                        .map(candidate -> candidate.therapist().id() + " " + candidate.factors())
                        .toList();
        };
    }

    /** Otherwise the properties would hold of empty lists. */
    @Test
    void many_of_the_cases_have_several_candidates_and_many_have_none() {
        Map<Boolean, Long> severalOrNone = LongStream.rangeClosed(1, CASES)
                .mapToObj(SplittableRandom::new)
                .map(random -> ranker.rank(roster(random), wish(random), TODAY))
                .filter(ranking -> !(ranking instanceof Ranking.Ranked ranked
                        && ranked.candidates().size() == 1))
                .collect(Collectors.partitioningBy(Ranking.Ranked.class::isInstance, Collectors.counting()));
        assertThat(severalOrNone.values()).allSatisfy(cases -> assertThat(cases).isGreaterThan(CASES / 10));
    }

    /** The hard rules said a second time, in one breath and independently of the code under test. */
    private static boolean mayTake(Practitioner practitioner, Criteria wish) {
        var therapist = practitioner.therapist();
        return therapist.licences().stream()
                        .anyMatch(licence -> licence.state().equals(wish.state())
                                && !licence.expires().isBefore(TODAY))
                && therapist.caseload().accepting()
                && (therapist.caseload().onLeaveUntil() == null
                        || !therapist.caseload().onLeaveUntil().isAfter(TODAY))
                && practitioner.seatsTaken() < therapist.caseload().capacity()
                && therapist.offering().formats().contains(wish.format())
                && therapist.offering().populations().contains(wish.population())
                && therapist.offering().payments().contains(wish.payment())
                && (wish.languages().isEmpty()
                        || !Collections.disjoint(
                                wish.languages(), therapist.offering().languages()));
    }

    private static List<Practitioner> roster(SplittableRandom random) {
        return random.ints(random.nextInt(41), 1, 100)
                .distinct()
                .mapToObj(number -> practitioner(number, random))
                .toList();
    }

    private static Practitioner practitioner(int number, SplittableRandom random) {
        int lastOffered = random.nextInt(3);
        return Sketches.practitioner(
                new Sketch(number)
                        .licences(new Licence(one(STATES, random), "1", TODAY.plusDays(random.nextInt(-2, 4))))
                        .formats(codes(FORMATS, random))
                        .payments(codes(PAYMENTS, random))
                        .languages(codes(LANGUAGES, random))
                        .accepting(random.nextInt(4) > 0)
                        .concerns(codes(CONCERNS, random))
                        .modalities(codes(MODALITIES, random))
                        .availability(codes(TIMES, random))
                        .fee(random.nextInt(100, 401))
                        .onLeaveUntil(TODAY.plusDays(random.nextInt(-1, 2)))
                        .build(),
                random.nextInt(5),
                lastOffered == 0 ? null : Instant.EPOCH.plusSeconds(lastOffered));
    }

    private static Criteria wish(SplittableRandom random) {
        return new Criteria(
                one(STATES, random),
                one(FORMATS, random),
                "ADULT",
                List.of(codes(CONCERNS, random)),
                List.of(codes(MODALITIES, random)),
                one(PAYMENTS, random),
                random.nextInt(10) < 3 ? null : Money.usd(random.nextInt(301)),
                List.of(codes(LANGUAGES, random)),
                List.of(codes(TIMES, random)));
    }
}
