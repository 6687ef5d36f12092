package org.rapport.matching.referrals.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.matching.referrals.domain.Stories.MAYA;
import static org.rapport.matching.referrals.domain.Stories.MONDAY;
import static org.rapport.matching.referrals.domain.Stories.TWO_DAYS;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.matching.ranking.domain.CandidateSearch;
import org.rapport.matching.ranking.domain.Failure;
import org.rapport.matching.ranking.domain.Ranking;
import org.rapport.matching.ranking.domain.Rule;
import org.rapport.matching.ranking.domain.Sketches;
import org.rapport.matching.ranking.domain.Sketches.Sketch;
import org.rapport.matching.referrals.domain.DeclineReason;
import org.rapport.matching.referrals.domain.InMemoryReferrals;
import org.rapport.matching.referrals.domain.Offer;
import org.rapport.matching.referrals.domain.Referral;
import org.rapport.matching.referrals.domain.ReferralDecision;
import org.rapport.matching.referrals.domain.ReferralEvent;
import org.rapport.matching.referrals.domain.ReferralState;
import org.rapport.matching.referrals.domain.Refusal;
import org.rapport.matching.referrals.domain.SeatBook;
import org.rapport.matching.referrals.domain.Source;
import org.rapport.matching.referrals.domain.Stories;
import org.rapport.matching.roster.domain.InMemoryTherapists;
import org.rapport.matching.roster.domain.Licence;
import org.rapport.matching.roster.domain.Roster;
import org.rapport.matching.roster.domain.Therapist;
import org.rapport.testkit.SettableClock;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OffersTest {
    private static final UUID FREE = Sketches.id(1);
    private static final UUID FULL = Sketches.id(2);
    private static final UUID ENDING = Sketches.id(3);
    private static final UUID SPARE = Sketches.id(4);
    private static final UUID FOURTH = Sketches.id(5);
    private static final UUID FIFTH = Sketches.id(6);

    private final SettableClock clock = SettableClock.at(MONDAY);
    private final InMemoryReferrals referrals = new InMemoryReferrals();
    private final Roster roster = roster();
    private final RankCandidates candidates = new RankCandidates(
            roster,
            new SeatBook(referrals),
            referrals,
            Sketches.ranker(),
            Sketches.compacts(),
            clock,
            ZoneId.of("America/Chicago"));
    private final GoOn goOn = new GoOn(candidates, clock, TWO_DAYS);
    private final NoteFactHandler note = new NoteFactHandler(referrals);
    private final MakeOfferHandler offer = new MakeOfferHandler(referrals, candidates, goOn, clock, TWO_DAYS);
    private final AcceptOfferHandler accept =
            new AcceptOfferHandler(referrals, referrals, roster, candidates, Stories.fitChecks(), clock);
    private final DeclineOfferHandler decline = new DeclineOfferHandler(referrals, goOn, clock);
    private final Awaken lapse = new Awaken(referrals, Stories.clocks(), goOn, Stories.fitChecks(), clock);
    private final DeskCommandHandler desk = new DeskCommandHandler(referrals, Stories.clocks(), clock);
    private final TakeReferralHandler take = new TakeReferralHandler(referrals, clock);

    @Test
    void an_offer_needs_a_referral_an_intake_and_a_therapist_we_have() {
        UUID unknown = UUID.fromString("90000000-0000-4000-8000-000000000000");
        note.handle(new NoteFact(Stories.INQUIRY, Stories.received(), Stories.inquiry(1)));

        assertThat(refusal(offer.handle(new MakeOffer(unknown, FREE, MAYA)))).isEqualTo(Refusal.NO_SUCH_REFERRAL);
        assertThat(refusal(offer.handle(new MakeOffer(Stories.INQUIRY, FREE, MAYA))))
                .isEqualTo(Refusal.NOT_READY);
        UUID ready = ready(1);
        assertThat(refusal(offer.handle(new MakeOffer(ready, unknown, MAYA)))).isEqualTo(Refusal.NO_SUCH_THERAPIST);
        assertThat(referrals.find(unknown)).isEmpty();
    }

    @Test
    void a_full_therapist_is_refused_with_the_failing_rule_and_never_ranked() {
        UUID inquiry = ready(1);
        ReferralDecision.Refused refused = (ReferralDecision.Refused) offer.handle(new MakeOffer(inquiry, FULL, MAYA));

        assertThat(refused.refusal()).isEqualTo(Refusal.NOT_ELIGIBLE);
        assertThat(refused.failures()).extracting(Failure::rule).containsExactly(Rule.SEAT);
        assertThat(candidates.handle(CandidateSearch.of(Sketches.wish()), 10, 10))
                .isInstanceOfSatisfying(
                        Ranking.Ranked.class,
                        ranked -> assertThat(ranked.candidates())
                                .noneMatch(
                                        candidate -> candidate.therapist().id().equals(FULL)));
    }

    @Test
    void a_double_click_makes_one_offer() {
        UUID inquiry = ready(1);
        offer.handle(new MakeOffer(inquiry, FREE, MAYA));
        clock.advance(Duration.ofSeconds(1));
        offer.handle(new MakeOffer(inquiry, FREE, MAYA));

        assertThat(referrals.find(inquiry).orElseThrow().offers()).hasSize(1);
        assertThat(referrals.published())
                .filteredOn(ReferralEvent.OfferMade.class::isInstance)
                .hasSize(1);
    }

    @Test
    void accepting_twice_matches_once_and_takes_one_seat() {
        UUID inquiry = offered(1, FREE);
        accept.handle(new AcceptOffer(inquiry, 1, FREE));
        ReferralDecision again = accept.handle(new AcceptOffer(inquiry, 1, FREE));

        assertThat(again).isInstanceOf(ReferralDecision.Unchanged.class);
        assertThat(referrals.published())
                .filteredOn(ReferralEvent.ClientMatched.class::isInstance)
                .hasSize(1);
        assertThat(referrals.taken(FREE).numbers().size()).isEqualTo(1 + 1);
    }

    @Test
    void with_no_seat_left_the_acceptance_is_refused_and_the_offer_stays_open() {
        List<UUID> inquiries =
                IntStream.rangeClosed(1, 4).mapToObj(n -> offered(n, FREE)).toList();
        inquiries.subList(0, 3).forEach(inquiry -> accept.handle(new AcceptOffer(inquiry, 1, FREE)));
        UUID last = inquiries.getLast();

        assertThat(refusal(accept.handle(new AcceptOffer(last, 1, FREE)))).isEqualTo(Refusal.CAPACITY_FULL);
        assertThat(referrals.find(last).orElseThrow().state()).isEqualTo(ReferralState.OFFERED);
        assertThat(referrals.taken(FREE).numbers().size()).isEqualTo(4);
    }

    @Test
    void existing_clients_whose_seats_are_not_taken_yet_count_in_acceptance_and_ranking() {
        UUID first = offered(1, FREE);
        UUID second = offered(2, FREE);
        accept.handle(new AcceptOffer(first, 1, FREE));
        Therapist more = new Sketch(1).capacity(4).existingClients(3).build();
        Roster changed = InMemoryTherapists.rosterOf(List.of(more));
        RankCandidates ranked = new RankCandidates(
                changed,
                new SeatBook(referrals),
                referrals,
                Sketches.ranker(),
                Sketches.compacts(),
                clock,
                ZoneId.of("UTC"));
        AcceptOfferHandler accepting =
                new AcceptOfferHandler(referrals, referrals, changed, ranked, Stories.fitChecks(), clock);

        assertThat(refusal(accepting.handle(new AcceptOffer(second, 1, FREE)))).isEqualTo(Refusal.CAPACITY_FULL);
        assertThat(ranked.handle(CandidateSearch.of(Sketches.wish()), 10, 10)).isInstanceOf(Ranking.NobodyFits.class);
        assertThat(ranked.failures(FREE, Sketches.wish()).orElseThrow())
                .extracting(Failure::rule)
                .containsExactly(Rule.SEAT);
    }

    @Test
    void somebody_who_is_no_therapist_of_ours_has_no_offer() {
        assertThat(refusal(accept.handle(new AcceptOffer(offered(1, FREE), 1, MAYA))))
                .isEqualTo(Refusal.NO_SUCH_OFFER);
    }

    @Test
    void a_licence_that_ran_out_since_the_offer_refuses_the_acceptance() {
        UUID inquiry = offered(1, ENDING);
        clock.advance(Duration.ofHours(36));

        assertThat(refusal(accept.handle(new AcceptOffer(inquiry, 1, ENDING)))).isEqualTo(Refusal.NOT_ELIGIBLE);
        assertThat(referrals.find(inquiry).orElseThrow().seat()).isNull();
    }

    @Test
    void who_comes_second_of_accept_and_lapse_loses() {
        UUID accepted = offered(1, FREE);
        accept.handle(new AcceptOffer(accepted, 1, FREE));
        UUID lapsed = offered(2, FREE);
        clock.advance(TWO_DAYS);
        lapse.on(accepted);
        lapse.on(lapsed);
        lapse.on(lapsed);

        assertThat(referrals.find(accepted).orElseThrow().state()).isEqualTo(ReferralState.MATCHED);
        assertThat(referrals.find(lapsed).orElseThrow().state()).isEqualTo(ReferralState.READY_FOR_TRIAGE);
        assertThat(refusal(accept.handle(new AcceptOffer(lapsed, 1, FREE)))).isEqualTo(Refusal.OFFER_LAPSED);
        assertThat(referrals.published())
                .filteredOn(ReferralEvent.OfferLapsed.class::isInstance)
                .hasSize(1);
    }

    @Test
    void a_decline_returns_the_person_and_the_therapist_drops_behind_among_equals() {
        UUID inquiry = offered(1, FREE);
        decline.handle(new DeclineOffer(inquiry, 1, FREE, DeclineReason.CASELOAD_FULL, null));

        assertThat(referrals.find(inquiry).orElseThrow().state()).isEqualTo(ReferralState.READY_FOR_TRIAGE);
        assertThat(candidates.handle(CandidateSearch.of(Sketches.wish()), 10, 10))
                .isInstanceOfSatisfying(
                        Ranking.Ranked.class,
                        ranked -> assertThat(ranked.candidates())
                                .last()
                                .satisfies(last ->
                                        assertThat(last.therapist().id()).isEqualTo(FREE)));
    }

    @Test
    void a_decline_asks_the_next_of_the_list_in_the_same_write_and_passes_over_who_is_full() {
        UUID inquiry = offered(1, FREE);
        desk.handle(new DeskCommand.AddOnward(inquiry, FULL, MAYA));
        desk.handle(new DeskCommand.AddOnward(inquiry, ENDING, MAYA));
        decline.handle(new DeclineOffer(inquiry, 1, FREE, DeclineReason.OTHER, ENDING));

        Referral referral = referrals.find(inquiry).orElseThrow();
        assertThat(referral.state()).isEqualTo(ReferralState.OFFERED);
        assertThat(referral.openOfferTo(ENDING)).isPresent();
        assertThat(referral.openOfferTo(FULL)).isEmpty();
        assertThat(referral.desk().onward()).isEmpty();
        assertThat(referral.offers().getFirst().suggested()).isEqualTo(ENDING);
        assertThat(referral.history().entries())
                .filteredOn(entry -> entry.what().equals("passed-over"))
                .hasSize(1);
    }

    @Test
    void a_lapse_that_a_later_decline_finds_goes_on_too() {
        UUID inquiry = offered(1, FREE);
        clock.advance(Duration.ofHours(1));
        offer.handle(new MakeOffer(inquiry, SPARE, MAYA));
        desk.handle(new DeskCommand.AddOnward(inquiry, FOURTH, MAYA));
        desk.handle(new DeskCommand.AddOnward(inquiry, FIFTH, MAYA));
        clock.advance(TWO_DAYS.minusMinutes(30));

        decline.handle(new DeclineOffer(inquiry, 2, SPARE, DeclineReason.OTHER, null));

        Referral referral = referrals.find(inquiry).orElseThrow();
        assertThat(referral.openOffers()).extracting(Offer::therapistId).containsExactly(FOURTH, FIFTH);
        assertThat(referrals.published())
                .filteredOn(ReferralEvent.OfferLapsed.class::isInstance)
                .hasSize(1);
    }

    @Test
    void a_lapse_that_a_later_offer_finds_goes_on_too() {
        UUID inquiry = offered(1, FREE);
        desk.handle(new DeskCommand.AddOnward(inquiry, FOURTH, MAYA));
        clock.advance(TWO_DAYS);

        offer.handle(new MakeOffer(inquiry, SPARE, MAYA));

        assertThat(referrals.find(inquiry).orElseThrow().openOffers())
                .extracting(Offer::therapistId)
                .containsExactly(FOURTH, SPARE);
    }

    @Test
    void without_a_list_nobody_is_asked_whom_no_person_chose() {
        UUID inquiry = offered(1, FREE);
        decline.handle(new DeclineOffer(inquiry, 1, FREE, DeclineReason.OTHER, ENDING));

        assertThat(referrals.find(inquiry)).map(Referral::state).contains(ReferralState.READY_FOR_TRIAGE);
    }

    @Test
    void nobody_takes_a_referral_that_is_not_there() {
        assertThat(refusal(take.handle(new TakeReferral(Stories.INQUIRY, MAYA))))
                .isEqualTo(Refusal.NO_SUCH_REFERRAL);
        assertThat(referrals.find(Stories.INQUIRY)).isEmpty();
    }

    private UUID offered(int number, UUID therapist) {
        UUID inquiry = ready(number);
        assertThat(offer.handle(new MakeOffer(inquiry, therapist, MAYA))).isInstanceOf(ReferralDecision.Decided.class);
        return inquiry;
    }

    private UUID ready(int number) {
        UUID inquiry = UUID.fromString("50000000-0000-4000-8000-%012d".formatted(number));
        note.handle(new NoteFact(inquiry, Stories.received(), new Source("inquiry|" + inquiry, 1)));
        note.handle(new NoteFact(inquiry, Stories.submitted(), new Source("response|" + inquiry, 1)));
        return inquiry;
    }

    private Roster roster() {
        Roster all = InMemoryTherapists.rosterOf(List.of(
                new Sketch(1).capacity(4).existingClients(1).build(),
                new Sketch(2).capacity(2).existingClients(2).build(),
                new Sketch(3)
                        .capacity(4)
                        .existingClients(1)
                        .licences(new Licence("IL", "1", LocalDate.of(2026, 11, 23)))
                        .build(),
                new Sketch(4).build(),
                new Sketch(5).build(),
                new Sketch(6).build()));
        all.therapists()
                .forEach(therapist -> referrals.holdForExistingClients(
                        therapist.id(), therapist.caseload().existingClients()));
        return all;
    }

    private static Refusal refusal(ReferralDecision decision) {
        assertThat(decision).isInstanceOf(ReferralDecision.Refused.class);
        return ((ReferralDecision.Refused) decision).refusal();
    }
}
