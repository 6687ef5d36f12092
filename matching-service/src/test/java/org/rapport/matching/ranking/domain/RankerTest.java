package org.rapport.matching.ranking.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.rapport.matching.ranking.domain.Sketches.TODAY;
import static org.rapport.matching.ranking.domain.Sketches.free;
import static org.rapport.matching.ranking.domain.Sketches.id;
import static org.rapport.matching.ranking.domain.Sketches.practitioner;
import static org.rapport.matching.ranking.domain.Sketches.wish;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.matching.ranking.domain.Sketches.Sketch;
import org.rapport.matching.roster.domain.Licence;
import org.rapport.matching.roster.domain.Therapist;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RankerTest {
    private final Ranker ranker = Sketches.ranker();

    static Stream<Arguments> one_failing_rule_each() {
        return Stream.of(
                Arguments.of(
                        new Sketch(1).licences(new Licence("WI", "1", TODAY.plusYears(1))),
                        Rule.LICENCE,
                        "licence-missing"),
                Arguments.of(
                        new Sketch(1).licences(new Licence("IL", "1", TODAY.minusDays(1))),
                        Rule.LICENCE,
                        "licence-expired"),
                Arguments.of(new Sketch(1).accepting(false), Rule.ACCEPTING, "not-accepting"),
                Arguments.of(new Sketch(1).onLeaveUntil(TODAY.plusDays(1)), Rule.LEAVE, "on-leave"),
                Arguments.of(new Sketch(1).capacity(2), Rule.SEAT, "no-free-seat"),
                Arguments.of(new Sketch(1).formats("COUPLES"), Rule.FORMAT, "format-not-offered"),
                Arguments.of(new Sketch(1).populations("CHILD"), Rule.POPULATION, "population-not-seen"),
                Arguments.of(new Sketch(1).payments("AETNA"), Rule.PAYMENT, "payment-not-taken"),
                Arguments.of(new Sketch(1).languages("pl"), Rule.LANGUAGE, "language-not-spoken"));
    }

    @Test
    void a_licence_that_ends_soon_is_told_and_costs_neither_points_nor_place() {
        Therapist ending = new Sketch(1)
                .licences(new Licence("IL", "1", TODAY.plusDays(59)))
                .build();
        Therapist lasting = new Sketch(2)
                .licences(new Licence("IL", "2", TODAY.plusDays(60)))
                .build();

        List<Candidate> candidates = ((Ranking.Ranked) ranker.rank(
                        List.of(practitioner(lasting, 0, null), practitioner(ending, 0, null)), wish(), TODAY))
                .candidates();

        assertThat(candidates)
                .extracting(
                        candidate -> candidate.therapist().id(),
                        candidate ->
                                candidate.cautions().stream().map(Reason::code).toList())
                .containsExactly(tuple(id(1), List.of("licence-ends")), tuple(id(2), List.of()));
    }

    @ParameterizedTest
    @MethodSource("one_failing_rule_each")
    void each_rule_excludes_by_itself_and_says_why(Sketch sketch, Rule rule, String code) {
        List<Failure> failures = ranker.failures(practitioner(sketch.build(), 2, null), wish(), TODAY);

        assertThat(failures).extracting(Failure::rule).containsExactly(rule);
        assertThat(failures).extracting(failure -> failure.reason().code()).containsExactly(code);
    }

    @Test
    void a_licence_is_valid_through_its_last_day_and_leave_ends_on_the_first_day_back() {
        Therapist lastDay = new Sketch(1)
                .licences(new Licence("IL", "1", TODAY))
                .onLeaveUntil(TODAY)
                .build();

        assertThat(ranker.failures(practitioner(lastDay, 0, null), wish(), TODAY))
                .isEmpty();
    }

    @Test
    void all_failing_rules_are_named_not_only_the_first() {
        Therapist far = new Sketch(1)
                .accepting(false)
                .formats("GROUP")
                .payments("CIGNA")
                .languages("pl")
                .build();

        assertThat(ranker.rank(List.of(practitioner(far, 0, null)), wish(), TODAY)
                        .excluded()
                        .getFirst()
                        .failures())
                .extracting(Failure::rule)
                .containsExactly(Rule.ACCEPTING, Rule.FORMAT, Rule.PAYMENT, Rule.LANGUAGE);
    }

    @Test
    void nobody_fits_is_its_own_answer_with_a_count_per_rule() {
        Ranking ranking = ranker.rank(
                List.of(
                        practitioner(new Sketch(1).accepting(false).build(), 0, null),
                        practitioner(
                                new Sketch(2).accepting(false).formats("GROUP").build(), 0, null)),
                wish(),
                TODAY);

        assertThat(ranking)
                .isInstanceOfSatisfying(
                        Ranking.NobodyFits.class,
                        nobody -> assertThat(nobody.reasons()).isEqualTo(Map.of(Rule.ACCEPTING, 2, Rule.FORMAT, 1)));
    }

    @Test
    void an_empty_roster_fits_nobody() {
        assertThat(ranker.rank(List.of(), wish(), TODAY)).isEqualTo(new Ranking.NobodyFits(List.of(), 0, Map.of()));
    }

    @Test
    void a_perfect_fit_has_all_points() {
        Candidate candidate = candidates(free(1)).getFirst();

        assertThat(candidate.points()).isEqualTo(100).isEqualTo(candidate.outOf());
    }

    @Test
    void points_shrink_with_what_is_missing() {
        Therapist half = new Sketch(1)
                .concerns("grief")
                .modalities("psychodynamic")
                .availability("MORNING")
                .languages("es")
                .fee(180)
                .build();

        assertThat(candidates(practitioner(half, 1, null)).getFirst().factors())
                .extracting(
                        FactorPoints::factor,
                        FactorPoints::points,
                        points -> points.reason().code())
                .containsExactly(
                        tuple(Factor.CONCERNS, 20, "concerns-shared"),
                        tuple(Factor.MODALITY, 10, "modality-near"),
                        tuple(Factor.AVAILABILITY, 0, "times-none"),
                        tuple(Factor.LANGUAGE, 5, "language-other"),
                        tuple(Factor.FEE, 4, "fee-above"),
                        tuple(Factor.LOAD, 8, "seats-free"));
    }

    /** The codes the questionnaire offers, the one for all other states among them. */
    @ParameterizedTest
    @ValueSource(strings = {"IL", "IN", "WI", "MI", "OTHER"})
    void a_state_that_is_asked_for_can_be_ranked_also_where_nobody_is_licensed(String state) throws Exception {
        assertThat(Files.readString(
                        Path.of("../intake-service/src/main/resources/questionnaires/practice-intake.json")))
                .contains("\"code\": \"" + state + "\"");
        Criteria there = new Criteria(
                state, "INDIVIDUAL", "ADULT", List.of(), List.of(), "SELF_PAY", null, List.of(), List.of());

        Ranking ranking = ranker.rank(List.of(free(1)), there, TODAY);

        if (!state.equals("IL")) {
            assertThat(ranking.excluded())
                    .singleElement()
                    .satisfies(one ->
                            assertThat(one.change()).extracting(Failure::rule).containsExactly(Rule.LICENCE));
        }
    }

    @Test
    void neighbours_count_in_both_directions() {
        Criteria wantsPsychodynamic = new Criteria(
                "IL",
                "INDIVIDUAL",
                "ADULT",
                List.of(),
                List.of("psychodynamic"),
                "SELF_PAY",
                null,
                List.of(),
                List.of());
        Ranking ranking = ranker.rank(List.of(free(1)), wantsPsychodynamic, TODAY);

        assertThat(((Ranking.Ranked) ranking)
                        .candidates()
                        .getFirst()
                        .factors()
                        .get(1)
                        .points())
                .isEqualTo(10);
    }

    @Test
    void equal_points_go_to_the_least_recently_offered_then_to_the_lower_id() {
        Instant monday = Instant.parse("2026-11-16T15:00:00Z");
        List<UUID> order = candidates(
                        practitioner(new Sketch(1).build(), 0, monday.plusSeconds(1)),
                        practitioner(new Sketch(4).build(), 0, null),
                        practitioner(new Sketch(3).build(), 0, null),
                        practitioner(new Sketch(2).build(), 0, monday))
                .stream()
                .map(candidate -> candidate.therapist().id())
                .toList();

        assertThat(order).containsExactly(id(3), id(4), id(2), id(1));
    }

    @Test
    void weights_that_forget_a_factor_are_refused() {
        assertThatThrownBy(() -> new Weights("test", Map.of(Factor.LOAD, 100), 50))
                .hasMessageContaining("every factor");
    }

    @Test
    void a_licence_of_the_state_where_the_client_is_counts_and_the_longest_of_two_does() {
        Therapist renewed = new Sketch(1)
                .licences(
                        new Licence("IL", "1", LocalDate.of(2025, 1, 1)),
                        new Licence("IL", "2", LocalDate.of(2028, 1, 1)))
                .build();

        assertThat(ranker.failures(practitioner(renewed, 0, null), wish(), TODAY))
                .isEmpty();
    }

    private List<Candidate> candidates(Practitioner... practitioners) {
        return ((Ranking.Ranked) ranker.rank(List.of(practitioners), wish(), TODAY)).candidates();
    }
}
