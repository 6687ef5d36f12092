package org.rapport.matching.referrals.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.matching.referrals.domain.Stories.MAYA;
import static org.rapport.matching.referrals.domain.Stories.MONDAY;
import static org.rapport.matching.referrals.domain.Stories.TWO_DAYS;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.matching.ranking.domain.CandidateSearch;
import org.rapport.matching.ranking.domain.Ranking;
import org.rapport.matching.ranking.domain.Sketches;
import org.rapport.matching.ranking.domain.Sketches.Sketch;
import org.rapport.matching.referrals.domain.Choice;
import org.rapport.matching.referrals.domain.CloseReason;
import org.rapport.matching.referrals.domain.Conflict;
import org.rapport.matching.referrals.domain.DeclineReason;
import org.rapport.matching.referrals.domain.HistoryEntry;
import org.rapport.matching.referrals.domain.InMemoryReferrals;
import org.rapport.matching.referrals.domain.Referral;
import org.rapport.matching.referrals.domain.ReferralDecision;
import org.rapport.matching.referrals.domain.ReferralDecision.Decided;
import org.rapport.matching.referrals.domain.ReferralDecision.Refused;
import org.rapport.matching.referrals.domain.ReferralDecision.Unchanged;
import org.rapport.matching.referrals.domain.ReferralEvent;
import org.rapport.matching.referrals.domain.ReferralState;
import org.rapport.matching.referrals.domain.Refusal;
import org.rapport.matching.referrals.domain.SeatBook;
import org.rapport.matching.referrals.domain.Stories;
import org.rapport.matching.roster.domain.InMemoryTherapists;
import org.rapport.matching.roster.domain.Roster;
import org.rapport.testkit.SettableClock;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChoiceTest {
    private static final UUID ONE = Sketches.id(1);
    private static final UUID TWO = Sketches.id(2);
    private static final UUID FULL = Sketches.id(3);
    private static final UUID PERSON = Stories.INQUIRY;

    private final SettableClock clock = SettableClock.at(MONDAY);
    private final InMemoryReferrals referrals = new InMemoryReferrals();
    private final InMemoryTherapists therapists = new InMemoryTherapists();
    private final Roster roster = new Roster(therapists);
    private final RankCandidates candidates = new RankCandidates(
            roster,
            new SeatBook(referrals),
            referrals,
            Sketches.ranker(),
            Sketches.compacts(),
            clock,
            ZoneId.of("America/Chicago"));
    private final GoOn goOn = new GoOn(candidates, clock, TWO_DAYS);
    private final ProposeChoiceHandler propose =
            new ProposeChoiceHandler(referrals, candidates, clock, Duration.ofDays(7));
    private final ChooseHandler choose = new ChooseHandler(referrals, candidates, clock, TWO_DAYS);
    private final MakeOfferHandler offer = new MakeOfferHandler(referrals, candidates, goOn, clock, TWO_DAYS);
    private final DeskCommandHandler desk = new DeskCommandHandler(referrals, Stories.clocks(), clock);
    private final DeclineOfferHandler decline = new DeclineOfferHandler(referrals, goOn, clock);
    private final Awaken awaken = new Awaken(referrals, Stories.clocks(), goOn, Stories.fitChecks(), clock);

    @BeforeEach
    void somebody_is_ready_and_three_are_on_the_roster() {
        therapists.put(new Sketch(1).build(), null, MONDAY);
        therapists.put(new Sketch(2).build(), null, MONDAY);
        therapists.put(new Sketch(3).capacity(1).existingClients(1).build(), null, MONDAY);
        referrals.holdForExistingClients(FULL, 1);
        NoteFactHandler note = new NoteFactHandler(referrals);
        note.handle(new NoteFact(PERSON, Stories.received(), Stories.inquiry(1)));
        note.handle(new NoteFact(PERSON, Stories.submitted(), Stories.response(1)));
        clock.set(MONDAY.plusSeconds(600));
    }

    @Test
    void what_the_person_chooses_is_a_wish_and_asks_nobody() {
        ask(false, ONE, TWO);
        choose(1, TWO);

        assertThat(person().desk().choice()).extracting(Choice::wanted).isEqualTo(Optional.of(TWO));
        assertThat(person().state()).isEqualTo(ReferralState.READY_FOR_TRIAGE);
        assertThat(referrals.published())
                .filteredOn(ReferralEvent.ChoiceMade.class::isInstance)
                .containsExactly(new ReferralEvent.ChoiceMade(PERSON, 1, TWO, MAYA, clock.instant()));
        assertThat(told()).contains("choice-asked", "choice-made").doesNotContain("offer-made");
    }

    @Test
    void the_offer_goes_out_by_itself_only_if_the_coordinator_said_so() {
        ask(true, ONE, TWO);
        choose(1, TWO);

        assertThat(person().openOfferTo(TWO))
                .hasValueSatisfying(made -> assertThat(made.coordinatorId()).isEqualTo(MAYA));
        assertThat(refusal(choose(1, ONE))).isEqualTo(Refusal.LINK_OVER);
        assertThat(choose(1, TWO)).isInstanceOf(Unchanged.class);
    }

    @Test
    void whoever_cannot_take_the_person_any_more_is_not_asked_and_the_coordinator_sees_it() {
        ask(true, ONE, TWO);
        therapists.put(new Sketch(2).accepting(false).build(), MONDAY, clock.instant());
        choose(1, TWO);

        assertThat(person().state()).isEqualTo(ReferralState.READY_FOR_TRIAGE);
        assertThat(person().desk().isPaused()).isFalse();
        assertThat(told()).contains("choice-made", "choice-not-possible");
    }

    @Test
    void our_clock_stands_until_the_person_has_answered_or_the_link_has_ended() {
        ask(false, ONE);
        assertThat(Stories.clocks().dueAt(person())).isEmpty();
        choose(1, null);
        assertThat(Stories.clocks().dueAt(person())).isPresent();
        assertThat(person().desk().choice()).extracting(Choice::wanted).isEqualTo(Optional.empty());

        ask(false, TWO);
        assertThat(Stories.clocks().wakeAt(person())).contains(clock.instant().plus(Duration.ofDays(7)));
        clock.advance(Duration.ofDays(7));
        awaken.on(PERSON);
        assertThat(Stories.clocks().dueAt(person())).isPresent();
        assertThat(told()).contains("choice-lapsed");
        assertThat(refusal(choose(2, TWO))).isEqualTo(Refusal.LINK_OVER);
    }

    @Test
    void a_link_of_an_earlier_question_answers_nothing() {
        ask(false, ONE);
        ask(false, TWO);

        assertThat(refusal(choose(1, ONE))).isEqualTo(Refusal.LINK_OVER);
        assertThat(choose(2, TWO)).isInstanceOf(Decided.class);
        assertThat(refusal(choose(2, ONE))).isEqualTo(Refusal.NO_SUCH_THERAPIST);
    }

    @Test
    void after_a_rematch_the_old_link_answers_nothing_and_the_next_has_another_number() {
        ask(false, ONE);
        desk.handle(new DeskCommand.CloseReferral(PERSON, CloseReason.NOT_REACHED, false, MAYA));
        desk.handle(new DeskCommand.ReopenReferral(PERSON, MAYA));

        assertThat(refusal(choose(1, ONE))).isEqualTo(Refusal.LINK_OVER);
        ask(false, ONE);
        assertThat(person().desk().choice()).extracting(Choice::number).isEqualTo(2);
    }

    @Test
    void the_same_question_twice_is_one_question() {
        ask(false, ONE, TWO);

        assertThat(ask(false, ONE, TWO)).isInstanceOf(Unchanged.class);
        assertThat(referrals.published())
                .filteredOn(ReferralEvent.ChoiceProposed.class::isInstance)
                .hasSize(1);
    }

    @Test
    void only_who_passes_the_hard_rules_is_shown_and_at_most_three() {
        assertThat(refusal(ask(false, ONE, FULL))).isEqualTo(Refusal.NOT_ELIGIBLE);
        assertThat(refusal(ask(false))).isEqualTo(Refusal.WRONG_NUMBER);
        for (int number = 4; number < 6; number++) {
            therapists.put(new Sketch(number).build(), null, MONDAY);
        }
        assertThat(refusal(ask(false, ONE, TWO, Sketches.id(4), Sketches.id(5))))
                .isEqualTo(Refusal.WRONG_NUMBER);
        offer.handle(new MakeOffer(PERSON, ONE, MAYA));
        assertThat(refusal(ask(false, TWO))).isEqualTo(Refusal.OFFER_OPEN);
    }

    @Test
    void an_offer_made_meanwhile_ends_the_question() {
        ask(false, ONE, TWO);
        offer.handle(new MakeOffer(PERSON, ONE, MAYA));

        assertThat(person().desk().choice()).extracting(Choice::state).isEqualTo(Choice.State.OVER);
        assertThat(person().desk().isPaused()).isFalse();
        assertThat(refusal(choose(1, TWO))).isEqualTo(Refusal.LINK_OVER);
    }

    @Test
    void an_ineligible_therapist_never_appears_and_one_who_must_not_see_the_person_is_neither_ranked_nor_asked() {
        offer.handle(new MakeOffer(PERSON, ONE, MAYA));
        desk.handle(new DeskCommand.AddOnward(PERSON, TWO, MAYA));
        for (UUID barred : List.of(ONE, TWO)) {
            desk.handle(new DeskCommand.BarTherapist(PERSON, barred, Conflict.Reason.SEES_SOMEBODY_CLOSE, MAYA));
        }

        assertThat(person().openOffers()).isEmpty();
        assertThat(person().desk().onward()).isEmpty();
        assertThat(refusal(offer.handle(new MakeOffer(PERSON, ONE, MAYA)))).isEqualTo(Refusal.CONFLICT);
        assertThat(refusal(ask(false, TWO))).isEqualTo(Refusal.CONFLICT);
        assertThat(candidates.handle(
                        new CandidateSearch(Sketches.wish(), person().desk().barred()), 10, 10))
                .isInstanceOfSatisfying(
                        Ranking.NobodyFits.class,
                        nobody -> assertThat(nobody.excluded())
                                .extracting(excluded -> excluded.therapist().id())
                                .containsExactly(FULL));
        desk.handle(new DeskCommand.UnbarTherapist(PERSON, ONE, MAYA));
        assertThat(offer.handle(new MakeOffer(PERSON, ONE, MAYA))).isInstanceOf(Decided.class);
        assertThat(person().history().entries())
                .filteredOn(line -> line.what().equals("barred"))
                .allSatisfy(line -> assertThat(line.who()).isEqualTo(MAYA));
    }

    @ParameterizedTest
    @ValueSource(strings = {"decline", "lapse", "withdraw"})
    void an_offer_makes_the_answer_final_whatever_becomes_of_it(String end) {
        ask(true, ONE, TWO);
        choose(1, TWO);
        switch (end) {
            case "decline" -> decline.handle(new DeclineOffer(PERSON, 1, TWO, DeclineReason.OTHER, null));
            case "lapse" -> {
                clock.advance(TWO_DAYS);
                awaken.on(PERSON);
            }
            default -> desk.handle(new DeskCommand.WithdrawOffer(PERSON, 1, MAYA));
        }

        assertThat(person().state()).isEqualTo(ReferralState.READY_FOR_TRIAGE);
        assertThat(refusal(choose(1, ONE))).isEqualTo(Refusal.LINK_OVER);
        assertThat(refusal(choose(1, null))).isEqualTo(Refusal.LINK_OVER);
        assertThat(choose(1, TWO)).isInstanceOf(Unchanged.class);
        assertThat(person().openOffers()).isEmpty();
        ask(true, ONE);
        assertThat(choose(2, ONE)).isInstanceOf(Decided.class);
    }

    @Test
    void until_an_offer_is_made_they_may_answer_otherwise_also_if_there_were_offers_before_the_question() {
        offer.handle(new MakeOffer(PERSON, ONE, MAYA));
        desk.handle(new DeskCommand.WithdrawOffer(PERSON, 1, MAYA));
        ask(false, ONE, TWO);
        choose(1, TWO);

        assertThat(choose(1, ONE)).isInstanceOf(Decided.class);
        assertThat(choose(1, null)).isInstanceOf(Decided.class);
    }

    @Test
    void who_is_barred_is_struck_from_the_question_and_it_is_over_if_nobody_else_is_left() {
        ask(false, ONE, TWO);
        bar(ONE);

        assertThat(person().desk().choice()).extracting(Choice::therapists).isEqualTo(List.of(TWO));
        assertThat(person().desk().isPaused()).isTrue();
        assertThat(refusal(choose(1, ONE))).isEqualTo(Refusal.NO_SUCH_THERAPIST);
        bar(TWO);
        assertThat(person().desk().choice()).extracting(Choice::state).isEqualTo(Choice.State.OVER);
        assertThat(Stories.clocks().dueAt(person())).isPresent();
        assertThat(refusal(choose(1, null))).isEqualTo(Refusal.LINK_OVER);
    }

    @Test
    void an_answer_for_somebody_who_is_barred_afterwards_counts_no_longer_and_one_for_another_does() {
        ask(false, ONE, TWO);
        choose(1, TWO);
        bar(ONE);

        assertThat(person().desk().choice()).extracting(Choice::wanted).isEqualTo(Optional.of(TWO));
        bar(TWO);
        assertThat(person().desk().choice()).extracting(Choice::wanted).isEqualTo(Optional.empty());
        assertThat(refusal(choose(1, null))).isEqualTo(Refusal.LINK_OVER);
    }

    private void bar(UUID therapist) {
        desk.handle(new DeskCommand.BarTherapist(PERSON, therapist, Conflict.Reason.SEES_SOMEBODY_CLOSE, MAYA));
    }

    private ReferralDecision ask(boolean offerAtOnce, UUID... shown) {
        clock.advance(Duration.ofSeconds(1));
        return propose.handle(new ProposeChoice(PERSON, List.of(shown), offerAtOnce, MAYA));
    }

    private ReferralDecision choose(int number, @Nullable UUID wanted) {
        return choose.handle(new Choose(PERSON, number, wanted));
    }

    private Referral person() {
        return referrals.find(PERSON).orElseThrow();
    }

    private List<String> told() {
        return person().history().entries().stream().map(HistoryEntry::what).toList();
    }

    private static Refusal refusal(ReferralDecision decision) {
        return ((Refused) decision).refusal();
    }
}
