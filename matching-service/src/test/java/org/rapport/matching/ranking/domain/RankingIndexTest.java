package org.rapport.matching.ranking.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.matching.ranking.domain.Draws.codes;
import static org.rapport.matching.ranking.domain.Draws.one;
import static org.rapport.matching.ranking.domain.Sketches.TODAY;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.matching.ranking.domain.Sketches.Sketch;
import org.rapport.matching.roster.domain.Compact;
import org.rapport.matching.roster.domain.Compacts;
import org.rapport.matching.roster.domain.Credential;
import org.rapport.matching.roster.domain.Licence;
import org.rapport.matching.roster.domain.Money;
import org.rapport.matching.roster.domain.Therapist;

/** The index against the ranker: rosters, changes, wishes and days at random. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RankingIndexTest {
    private static final int CASES = 400;
    private static final List<String> CONCERNS = List.of("anxiety", "grief", "trauma", "work");
    private static final List<String> MODALITIES = List.of("relational", "psychodynamic", "cbt");
    private static final List<String> FORMATS = List.of("INDIVIDUAL", "COUPLES");
    private static final List<String> POPULATIONS = List.of("ADULT", "CHILD");
    private static final List<String> PAYMENTS = List.of("SELF_PAY", "BCBS", "AETNA");
    private static final List<String> LANGUAGES = List.of("en", "es", "pl");
    private static final List<String> STATES = List.of("IL", "WI", "OTHER");
    private static final List<String> TIMES = List.of("MORNING", "AFTERNOON", "EVENING");

    /** Wisconsin joins and leaves within the days the cases lie in. */
    private static final Compacts COMPACTS = new Compacts(List.of(new Compact(
            "PSYPACT",
            Set.of(Credential.PSYD),
            List.of(
                    new Compact.Member("IL", TODAY.minusYears(1), null),
                    new Compact.Member("WI", TODAY.minusDays(2), TODAY.plusDays(2))))));

    private final Ranker ranker = new Ranker(Sketches.weights(), Sketches.vocabulary(), COMPACTS);

    @Test
    void the_index_ranks_as_the_ranker_does_after_whatever_changes_and_on_whatever_day() {
        int ranked = 0;
        int nobody = 0;
        int longer = 0;
        for (long seed = 1; seed <= CASES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            RankingIndex index = new RankingIndex(ranker, day(random));
            Map<UUID, Practitioner> roster = new LinkedHashMap<>();
            for (int turn = 0; turn < 4; turn++) {
                random.ints(random.nextInt(60), 1, 90)
                        .mapToObj(number -> drawn(number, random))
                        .forEach(drawn -> {
                            roster.put(drawn.therapist().id(), drawn);
                            index.put(drawn);
                        });
                Criteria wish = wish(random);
                LocalDate day = day(random);
                int most = random.nextInt(25);
                int mostExcluded = random.nextInt(25);

                Set<UUID> barred = roster.keySet().stream()
                        .filter(_ -> random.nextInt(4) == 0)
                        .collect(Collectors.toSet());
                CandidateSearch search = new CandidateSearch(wish, random.nextBoolean() ? barred : Set.of());
                Ranking whole = ranker.rank(
                        roster.values().stream()
                                .filter(each -> !search.barred()
                                        .contains(each.therapist().id()))
                                .toList(),
                        wish,
                        day);
                Ranking found = index.rank(search, day, most, mostExcluded);
                assertThat(found).as("seed %d, turn %d", seed, turn).isEqualTo(beginning(whole, most, mostExcluded));
                assertThat(index.fitting(search, day).stream()
                                .collect(Collectors.toMap(
                                        fit -> fit.practitioner().therapist().id(), Fit::points)))
                        .as("seed %d, turn %d", seed, turn)
                        .isEqualTo(points(whole));
                switch (found) {
                    case Ranking.Ranked some -> {
                        ranked++;
                        longer += some.fitting() > most ? 1 : 0;
                    }
                    case Ranking.NobodyFits _ -> nobody++;
                }
            }
        }
        // Else the property would hold of trivial cases only.
        assertThat(List.of(ranked, nobody, longer))
                .allSatisfy(cases -> assertThat(cases).isGreaterThan(CASES / 5));
    }

    @Test
    void more_than_a_word_of_equals_is_ordered_by_offer_and_id() {
        RankingIndex index = new RankingIndex(Sketches.ranker(), TODAY);
        List<Practitioner> all = IntStream.iterate(400, number -> number > 0, number -> number - 1)
                .mapToObj(number -> Sketches.practitioner(
                        new Sketch(number).build(), 0, number % 3 == 0 ? null : Instant.EPOCH.plusSeconds(number % 7)))
                .toList();
        all.forEach(index::put);

        assertThat(index.rank(CandidateSearch.of(Sketches.wish()), TODAY, 300, 0))
                .isEqualTo(beginning(Sketches.ranker().rank(all, Sketches.wish(), TODAY), 300, 0));
    }

    @Test
    void ids_of_every_kind_are_in_their_own_order() {
        RankingIndex index = new RankingIndex(Sketches.ranker(), TODAY);
        SplittableRandom random = new SplittableRandom(1);
        List<Practitioner> all = IntStream.range(0, 100)
                .mapToObj(number -> Sketches.practitioner(
                        withId(
                                new UUID(random.nextInt(-2, 3), random.nextLong()),
                                new Sketch(1).accepting(number % 2 == 0).build()),
                        0,
                        null))
                .toList();
        all.forEach(index::put);

        assertThat(index.rank(CandidateSearch.of(Sketches.wish()), TODAY, 100, 100))
                .isEqualTo(Sketches.ranker().rank(all, Sketches.wish(), TODAY));
    }

    private static Therapist withId(UUID id, Therapist t) {
        return new Therapist(
                id,
                t.name(),
                t.credential(),
                t.supervisor(),
                t.licences(),
                t.compacts(),
                t.offering(),
                t.fee(),
                t.caseload(),
                t.profile());
    }

    private static Ranking beginning(Ranking ranking, int most, int mostExcluded) {
        List<Excluded> excluded = first(ranking.excluded(), mostExcluded);
        return switch (ranking) {
            case Ranking.Ranked all ->
                new Ranking.Ranked(first(all.candidates(), most), all.fitting(), excluded, all.out());
            case Ranking.NobodyFits all -> new Ranking.NobodyFits(excluded, all.out(), all.reasons());
        };
    }

    private static <T> List<T> first(List<T> all, int most) {
        return all.stream().limit(most).toList();
    }

    private static Map<UUID, Integer> points(Ranking ranking) {
        return switch (ranking) {
            case Ranking.NobodyFits _ -> Map.of();
            case Ranking.Ranked all ->
                all.candidates().stream()
                        .collect(Collectors.toMap(
                                candidate -> candidate.therapist().id(), Candidate::points));
        };
    }

    private static LocalDate day(SplittableRandom random) {
        return TODAY.plusDays(random.nextInt(-4, 5));
    }

    private static Practitioner drawn(int number, SplittableRandom random) {
        Sketch sketch = new Sketch(number)
                .licences(some(STATES, random))
                .formats(codes(FORMATS, random))
                .populations(codes(POPULATIONS, random))
                .payments(codes(PAYMENTS, random))
                .languages(codes(LANGUAGES, random))
                .accepting(random.nextInt(5) > 0)
                .concerns(codes(CONCERNS, random))
                .modalities(codes(MODALITIES, random))
                .availability(codes(TIMES, random))
                .fee(random.nextInt(100, 401))
                .capacity(1 + random.nextInt(5));
        if (random.nextInt(4) == 0) {
            sketch.lowestFee(random.nextInt(20, 100));
        }
        if (random.nextInt(3) == 0) {
            sketch.psypact(day(random));
        }
        if (random.nextInt(3) == 0) {
            sketch.onLeaveUntil(day(random));
        }
        int offered = random.nextInt(4);
        return Sketches.practitioner(
                sketch.build(), random.nextInt(4), offered == 0 ? null : Instant.EPOCH.plusNanos(offered));
    }

    private static Licence[] some(List<String> states, SplittableRandom random) {
        return states.stream()
                .filter(state -> state.length() == 2 && random.nextInt(3) > 0)
                .map(state -> new Licence(state, "1", day(random).plusDays(2)))
                .toArray(Licence[]::new);
    }

    private static Criteria wish(SplittableRandom random) {
        return new Criteria(
                one(STATES, random),
                one(FORMATS, random),
                one(POPULATIONS, random),
                List.of(codes(CONCERNS, random)),
                List.of(codes(List.of("relational", "psychodynamic", "cbt", "unheard-of"), random)),
                one(PAYMENTS, random),
                random.nextInt(3) == 0 ? null : Money.usd(random.nextInt(301)),
                List.of(codes(LANGUAGES, random)),
                List.of(codes(TIMES, random)));
    }
}
