package org.rapport.matching.ranking.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.matching.ranking.domain.Sketches.TODAY;
import static org.rapport.matching.ranking.domain.Sketches.practitioner;
import static org.rapport.matching.ranking.domain.Sketches.weights;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.rapport.matching.ranking.domain.Sketches.Sketch;
import org.rapport.matching.roster.domain.Licence;
import org.rapport.matching.roster.domain.Money;

class RankingPropertiesTest {
    private static final List<String> CONCERNS = List.of("anxiety", "grief", "trauma", "work");
    private static final List<String> MODALITIES = List.of("relational", "psychodynamic", "cbt");
    private static final List<String> FORMATS = List.of("INDIVIDUAL", "COUPLES", "GROUP");
    private static final List<String> PAYMENTS = List.of("SELF_PAY", "BCBS", "AETNA");
    private static final List<String> LANGUAGES = List.of("en", "es", "pl");
    private static final List<String> STATES = List.of("IL", "WI");
    private static final List<String> TIMES = List.of("MORNING", "AFTERNOON", "EVENING");

    private final Ranker ranker = new Ranker(weights());

    @Property(tries = 500)
    void an_ineligible_therapist_is_never_a_candidate(
            @ForAll("rosters") List<Practitioner> roster, @ForAll("wishes") Criteria wish) {
        List<Practitioner> eligible = roster.stream()
                .filter(practitioner -> mayTake(practitioner, wish))
                .toList();

        switch (ranker.rank(roster, wish, TODAY)) {
            case Ranking.Ranked ranked ->
                assertThat(ranked.candidates())
                        .extracting(Candidate::asOfNow)
                        .containsExactlyInAnyOrderElementsOf(eligible);
            case Ranking.NobodyFits nobody -> {
                assertThat(eligible).isEmpty();
                assertThat(nobody.excluded()).hasSameSizeAs(roster);
            }
        }
    }

    @Property(tries = 500)
    void the_order_of_the_roster_does_not_change_the_ranking(
            @ForAll("rosters") List<Practitioner> roster, @ForAll("wishes") Criteria wish, @ForAll Random random) {
        List<Practitioner> shuffled = new ArrayList<>(roster);
        Collections.shuffle(shuffled, random);

        assertThat(ranker.rank(shuffled, wish, TODAY)).isEqualTo(ranker.rank(roster, wish, TODAY));
    }

    @Property(tries = 500)
    void points_stay_within_their_weights_and_fall_down_the_list(
            @ForAll("rosters") List<Practitioner> roster, @ForAll("wishes") Criteria wish) {
        if (ranker.rank(roster, wish, TODAY) instanceof Ranking.Ranked ranked) {
            assertThat(ranked.candidates())
                    .extracting(Candidate::points)
                    .isSortedAccordingTo(Collections.reverseOrder());
            assertThat(ranked.candidates())
                    .flatExtracting(Candidate::factors)
                    .allSatisfy(points -> assertThat(points.points()).isBetween(0, points.outOf()));
        }
    }

    /** The hard rules said a second time, in one breath and independently of the code under test. */
    private static boolean mayTake(Practitioner practitioner, Criteria wish) {
        var therapist = practitioner.therapist();
        return therapist.licences().stream()
                        .anyMatch(licence -> licence.state().equals(wish.state())
                                && !licence.expires().isBefore(TODAY))
                && therapist.accepting()
                && (therapist.onLeaveUntil() == null
                        || !therapist.onLeaveUntil().isAfter(TODAY))
                && practitioner.seatsTaken() < therapist.capacity()
                && therapist.formats().contains(wish.format())
                && therapist.populations().contains(wish.population())
                && therapist.payments().contains(wish.payment())
                && (wish.languages().isEmpty() || !Collections.disjoint(wish.languages(), therapist.languages()));
    }

    @Provide
    Arbitrary<List<Practitioner>> rosters() {
        return practitioners()
                .list()
                .ofMaxSize(20)
                .uniqueElements(practitioner -> practitioner.therapist().id());
    }

    private static Arbitrary<Practitioner> practitioners() {
        Arbitrary<Sketch> who = Combinators.combine(
                        Arbitraries.integers().between(1, 99),
                        Arbitraries.of(STATES),
                        Arbitraries.integers().between(-2, 3),
                        some(FORMATS),
                        some(PAYMENTS),
                        some(LANGUAGES),
                        Arbitraries.of(true, true, true, false))
                .as((number, state, daysLeft, formats, payments, languages, accepting) -> new Sketch(number)
                        .licences(new Licence(state, "1", TODAY.plusDays(daysLeft)))
                        .formats(formats)
                        .payments(payments)
                        .languages(languages)
                        .accepting(accepting));
        return Combinators.combine(
                        who,
                        some(CONCERNS),
                        some(MODALITIES),
                        some(TIMES),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(-1, 1),
                        Arbitraries.integers().between(100, 400),
                        Arbitraries.integers().between(0, 2))
                .as((sketch, concerns, modalities, times, taken, backIn, fee, offered) -> practitioner(
                        sketch.concerns(concerns)
                                .modalities(modalities)
                                .availability(times)
                                .fee(fee)
                                .onLeaveUntil(TODAY.plusDays(backIn))
                                .build(),
                        taken,
                        offered == 0 ? null : Instant.EPOCH.plusSeconds(offered)));
    }

    @Provide
    Arbitrary<Criteria> wishes() {
        return Combinators.combine(
                        Arbitraries.of(STATES),
                        Arbitraries.of(FORMATS),
                        some(CONCERNS),
                        some(MODALITIES),
                        Arbitraries.of(PAYMENTS),
                        Arbitraries.integers().between(0, 300).injectNull(0.3),
                        some(LANGUAGES),
                        some(TIMES))
                .as((state, format, concerns, modalities, payment, fee, languages, times) -> new Criteria(
                        state,
                        format,
                        "ADULT",
                        List.of(concerns),
                        List.of(modalities),
                        payment,
                        fee == null ? null : Money.usd(fee),
                        List.of(languages),
                        List.of(times)));
    }

    private static Arbitrary<String[]> some(List<String> codes) {
        return Arbitraries.subsetOf(codes)
                .map(chosen -> chosen.stream().sorted().toArray(String[]::new));
    }
}
