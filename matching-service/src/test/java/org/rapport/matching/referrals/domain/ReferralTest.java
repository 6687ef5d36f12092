package org.rapport.matching.referrals.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rapport.matching.referrals.domain.Stories.DANIEL;
import static org.rapport.matching.referrals.domain.Stories.ELENA;
import static org.rapport.matching.referrals.domain.Stories.GRACE;
import static org.rapport.matching.referrals.domain.Stories.INQUIRY;
import static org.rapport.matching.referrals.domain.Stories.MAYA;
import static org.rapport.matching.referrals.domain.Stories.MONDAY;
import static org.rapport.matching.referrals.domain.Stories.TWO_DAYS;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapport.matching.ranking.domain.Failure;
import org.rapport.matching.ranking.domain.Reason;
import org.rapport.matching.ranking.domain.Rule;
import org.rapport.matching.referrals.domain.ReferralDecision.Decided;
import org.rapport.matching.referrals.domain.ReferralDecision.Refused;
import org.rapport.matching.referrals.domain.ReferralDecision.Unchanged;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReferralTest {
    private static final Instant IN_TIME = MONDAY.plusSeconds(300);
    private static final Instant TOO_LATE = MONDAY.plusSeconds(100).plus(TWO_DAYS);

    private static final Map<String, Supplier<Referral>> STATES = Map.of(
            "open", Stories::open,
            "ready", Stories::ready,
            "offered", Stories::offered,
            "matched", Stories::matched,
            "declined", Stories::declined,
            "lapsed", Stories::lapsed);

    private static final Map<String, Function<Referral, ReferralDecision>> COMMANDS = Map.ofEntries(
            Map.entry("take", referral -> referral.take(DANIEL, IN_TIME)),
            Map.entry("offer", referral -> referral.offer(ELENA, List.of(), MAYA, IN_TIME, TWO_DAYS)),
            Map.entry("offer again", referral -> referral.offer(GRACE, List.of(), MAYA, IN_TIME, TWO_DAYS)),
            Map.entry("offer late", referral -> referral.offer(ELENA, List.of(), MAYA, TOO_LATE, TWO_DAYS)),
            Map.entry("accept", referral -> referral.accept(1, GRACE, new Seat(GRACE, 1), IN_TIME)),
            Map.entry("accept late", referral -> referral.accept(1, GRACE, new Seat(GRACE, 1), TOO_LATE)),
            Map.entry("accept another's", referral -> referral.accept(1, ELENA, new Seat(ELENA, 1), IN_TIME)),
            Map.entry("decline", referral -> referral.decline(1, GRACE, DeclineReason.OTHER, null, IN_TIME)),
            Map.entry("decline late", referral -> referral.decline(1, GRACE, DeclineReason.OTHER, null, TOO_LATE)),
            Map.entry("lapse early", referral -> referral.lapse(IN_TIME)),
            Map.entry("lapse", referral -> referral.lapse(TOO_LATE)));

    static Stream<Arguments> every_state_and_command() {
        return """
                open     | take             | OPEN: ReferralAssigned
                open     | offer            | NOT_READY
                open     | offer again      | NOT_READY
                open     | offer late       | NOT_READY
                open     | accept           | NO_SUCH_OFFER
                open     | accept late      | NO_SUCH_OFFER
                open     | accept another's | NO_SUCH_OFFER
                open     | decline          | NO_SUCH_OFFER
                open     | decline late     | NO_SUCH_OFFER
                open     | lapse early      | unchanged
                open     | lapse            | unchanged
                ready    | take             | READY_FOR_TRIAGE: ReferralAssigned
                ready    | offer            | OFFERED: ReferralAssigned OfferMade
                ready    | offer again      | OFFERED: ReferralAssigned OfferMade
                ready    | offer late       | OFFERED: ReferralAssigned OfferMade
                ready    | accept           | NO_SUCH_OFFER
                ready    | accept late      | NO_SUCH_OFFER
                ready    | accept another's | NO_SUCH_OFFER
                ready    | decline          | NO_SUCH_OFFER
                ready    | decline late     | NO_SUCH_OFFER
                ready    | lapse early      | unchanged
                ready    | lapse            | unchanged
                offered  | take             | OFFERED: ReferralAssigned
                offered  | offer            | OFFERED: OfferMade
                offered  | offer again      | unchanged
                offered  | offer late       | OFFERED: OfferLapsed OfferMade
                offered  | accept           | MATCHED: OfferAccepted ClientMatched
                offered  | accept late      | OFFER_LAPSED
                offered  | accept another's | NO_SUCH_OFFER
                offered  | decline          | READY_FOR_TRIAGE: OfferDeclined
                offered  | decline late     | OFFER_LAPSED
                offered  | lapse early      | unchanged
                offered  | lapse            | READY_FOR_TRIAGE: OfferLapsed
                matched  | take             | MATCHED: ReferralAssigned
                matched  | offer            | ALREADY_MATCHED
                matched  | offer again      | ALREADY_MATCHED
                matched  | offer late       | ALREADY_MATCHED
                matched  | accept           | unchanged
                matched  | accept late      | unchanged
                matched  | accept another's | NO_SUCH_OFFER
                matched  | decline          | OFFER_ACCEPTED
                matched  | decline late     | OFFER_ACCEPTED
                matched  | lapse early      | unchanged
                matched  | lapse            | unchanged
                declined | take             | READY_FOR_TRIAGE: ReferralAssigned
                declined | offer            | OFFERED: OfferMade
                declined | offer again      | OFFERED: OfferMade
                declined | offer late       | OFFERED: OfferMade
                declined | accept           | OFFER_DECLINED
                declined | accept late      | OFFER_DECLINED
                declined | accept another's | NO_SUCH_OFFER
                declined | decline          | unchanged
                declined | decline late     | unchanged
                declined | lapse early      | unchanged
                declined | lapse            | unchanged
                lapsed   | take             | READY_FOR_TRIAGE: ReferralAssigned
                lapsed   | offer            | OFFERED: OfferMade
                lapsed   | offer again      | OFFERED: OfferMade
                lapsed   | offer late       | OFFERED: OfferMade
                lapsed   | accept           | OFFER_LAPSED
                lapsed   | accept late      | OFFER_LAPSED
                lapsed   | accept another's | NO_SUCH_OFFER
                lapsed   | decline          | OFFER_LAPSED
                lapsed   | decline late     | OFFER_LAPSED
                lapsed   | lapse early      | unchanged
                lapsed   | lapse            | unchanged
                """.lines().map(line -> Arguments.of((Object[]) line.strip().split("\\s*\\|\\s*")));
    }

    @ParameterizedTest(name = "{0} + {1} = {2}")
    @MethodSource("every_state_and_command")
    void the_table_holds(String state, String command, String outcome) {
        assertThat(outcomeOf(state, command)).isEqualTo(outcome);
    }

    @Test
    void the_coordinator_who_took_over_is_the_one_who_hears_of_the_answer() {
        Referral taken = Stories.after(Stories.offered(), referral -> referral.take(DANIEL, IN_TIME));

        assertThat(((Decided) taken.decline(1, GRACE, DeclineReason.OTHER, null, IN_TIME)).events())
                .singleElement()
                .isInstanceOfSatisfying(
                        ReferralEvent.OfferDeclined.class,
                        declined -> assertThat(declined.owner()).isEqualTo(DANIEL));
        assertThat(((Decided) taken.lapse(TOO_LATE)).events())
                .singleElement()
                .isInstanceOfSatisfying(
                        ReferralEvent.OfferLapsed.class,
                        lapsed -> assertThat(lapsed.owner()).isEqualTo(DANIEL));
    }

    @Test
    void who_was_in_danger_stays_the_most_pressing_also_once_that_is_acknowledged() {
        Referral raised =
                Stories.after(Stories.ready(), referral -> referral.note(Stories.raised(), Stories.response(4)));
        Referral acknowledged =
                Stories.after(raised, referral -> referral.note(Stories.acknowledged(), Stories.response(5)));

        assertThat(Stories.ready().facts().priority()).contains(Priority.URGENT);
        assertThat(raised.urgency()).isNegative();
        assertThat(acknowledged.urgency()).isZero();
        assertThat(acknowledged.facts().priority()).contains(Priority.EMERGENT);
    }

    @Test
    void the_table_leaves_out_no_state_and_no_command() {
        assertThat(every_state_and_command()).hasSize(STATES.size() * COMMANDS.size());
    }

    @Test
    void it_opens_when_the_inquiry_is_received_and_is_ready_once_the_intake_is_in() {
        Decided opened = (Decided) Referral.unknown(INQUIRY).note(Stories.received(), Stories.inquiry(1));

        assertThat(opened.events()).containsExactly(new ReferralEvent.ReferralOpened(INQUIRY, MONDAY));
        assertThat(opened.referral().state()).isEqualTo(ReferralState.OPEN);
        assertThat(Stories.ready().state()).isEqualTo(ReferralState.READY_FOR_TRIAGE);
    }

    @Test
    void an_intake_without_its_inquiry_waits_for_it() {
        Referral intakeOnly = Stories.after(
                Referral.unknown(INQUIRY), referral -> referral.note(Stories.submitted(), Stories.response(3)));
        Referral both = Stories.after(intakeOnly, referral -> referral.note(Stories.received(), Stories.inquiry(1)));

        assertThat(intakeOnly.state()).isEqualTo(ReferralState.OPEN);
        assertThat(both.state()).isEqualTo(ReferralState.READY_FOR_TRIAGE);
    }

    @Test
    void the_coordinator_of_the_call_becomes_the_owner_and_a_therapist_does_not() {
        Decided assigned = (Decided) Stories.open().note(Stories.booked(), Stories.call(1));
        Fact withTherapist = new Fact.CallBooked(Stories.CALL, GRACE, false, MONDAY, MONDAY.plusSeconds(900), MONDAY);
        Decided unassigned = (Decided) Stories.open().note(withTherapist, Stories.call(1));

        assertThat(assigned.referral().owner()).isEqualTo(MAYA);
        assertThat(assigned.events())
                .containsExactly(new ReferralEvent.ReferralAssigned(INQUIRY, MAYA, MONDAY.plusSeconds(1)));
        assertThat(unassigned.referral().owner()).isNull();
        assertThat(unassigned.events()).isEmpty();
    }

    @Test
    void a_call_never_takes_the_person_from_whoever_took_them() {
        Referral taken = Stories.after(Stories.open(), referral -> referral.take(DANIEL, IN_TIME));

        assertThat(Stories.after(taken, referral -> referral.note(Stories.booked(), Stories.call(1)))
                        .owner())
                .isEqualTo(DANIEL);
    }

    @Test
    void taking_twice_changes_nothing_the_second_time() {
        Referral taken = Stories.after(Stories.open(), referral -> referral.take(DANIEL, IN_TIME));

        assertThat(taken.take(DANIEL, IN_TIME.plusSeconds(1))).isEqualTo(new Unchanged(taken));
    }

    @Test
    void nobody_is_offered_against_a_hard_rule() {
        List<Failure> failures = List.of(new Failure(Rule.SEAT, new Reason("no-free-seat", List.of("8", "8"))));

        assertThat(Stories.ready().offer(GRACE, failures, MAYA, IN_TIME, TWO_DAYS))
                .isEqualTo(new Refused(Refusal.NOT_ELIGIBLE, failures));
    }

    @Test
    void an_offer_wakes_the_referral_at_its_expiry_and_an_answer_lets_it_sleep() {
        Clocks clocks = Stories.clocks();
        Instant due = clocks.dueAt(Stories.offered()).orElseThrow();

        assertThat(due).isBefore(TOO_LATE);
        assertThat(clocks.wakeAt(Stories.offered())).contains(due);
        assertThat(clocks.wakeAt(Stories.after(Stories.offered(), r -> DeskRules.tell(r, clocks, due))))
                .contains(TOO_LATE);
        assertThat(clocks.wakeAt(Stories.matched())).isEmpty();
    }

    @Test
    void offers_are_numbered_and_bounded() {
        Referral referral = Stories.ready();
        for (int number = 1; number <= Referral.MOST_OFFERS; number++) {
            int current = number;
            referral = Stories.after(referral, r -> r.offer(GRACE, List.of(), MAYA, IN_TIME, TWO_DAYS));
            referral = Stories.after(referral, r -> r.decline(current, GRACE, DeclineReason.OTHER, null, IN_TIME));
        }

        assertThat(referral.offers()).extracting(Offer::number).isSorted().doesNotHaveDuplicates();
        assertThat(referral.offer(ELENA, List.of(), MAYA, IN_TIME, TWO_DAYS))
                .isEqualTo(Refused.because(Refusal.TOO_MANY_OFFERS));
    }

    @Test
    void the_ledger_keeps_the_newest_lines() {
        Referral referral = Stories.open();
        for (int number = 0; number < History.MOST + 10; number++) {
            Fact sent = new Fact.MessageSent("MATCHED", "EMAIL", MONDAY.plusSeconds(number + 1L));
            Source source = new Source("message|" + number, 1);
            referral = Stories.after(referral, r -> r.note(sent, source));
        }

        assertThat(referral.history().entries()).hasSize(History.MOST);
        assertThat(referral.history().entries().getLast().at()).isEqualTo(MONDAY.plusSeconds(History.MOST + 10L));
    }

    @Test
    void a_seat_belongs_to_a_matched_referral_and_to_no_other() {
        assertThatThrownBy(() -> new Referral(
                        INQUIRY,
                        0,
                        ReferralState.MATCHED,
                        Facts.NONE,
                        null,
                        List.of(),
                        null,
                        Desk.EMPTY,
                        History.EMPTY))
                .hasMessageContaining("seat");
    }

    @Test
    void the_same_offer_has_the_same_id_everywhere() {
        assertThat(Offer.idOf(INQUIRY, 1)).isEqualTo(Offer.idOf(INQUIRY, 1)).isNotEqualTo(Offer.idOf(INQUIRY, 2));
        assertThat(Offer.idOf(UUID.fromString("00000000-0000-4000-8000-000000000000"), 1))
                .hasToString("16cabee2-996f-3873-b510-fe784d416bda");
    }

    private static String outcomeOf(String state, String command) {
        Referral referral = require(STATES, state).get();
        return switch (require(COMMANDS, command).apply(referral)) {
            case Unchanged _ -> "unchanged";
            case Refused refused -> refused.refusal().name();
            case Decided decided ->
                decided.referral().state()
                        + ":"
                        + String.join(
                                "",
                                decided.events().stream()
                                        .map(event -> " " + event.getClass().getSimpleName())
                                        .toList());
        };
    }

    private static <T> T require(Map<String, T> all, String name) {
        return Optional.ofNullable(all.get(name)).orElseThrow();
    }
}
