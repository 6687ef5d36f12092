package org.rapport.booking.calls.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.CHICAGO;
import static org.rapport.booking.Examples.TERMS;
import static org.rapport.booking.calls.application.BundleWorld.ELENA;
import static org.rapport.booking.calls.application.BundleWorld.GRACE;
import static org.rapport.booking.calls.application.BundleWorld.NINE;
import static org.rapport.booking.calls.application.BundleWorld.SAMUEL;
import static org.rapport.booking.calls.application.BundleWorld.THREE;
import static org.rapport.booking.calls.application.BundleWorld.id;
import static org.rapport.booking.calls.application.BundleWorld.token;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.calls.application.HoldBundle.TherapistTime;
import org.rapport.booking.calls.domain.Bundle;
import org.rapport.booking.calls.domain.BundleDecision;
import org.rapport.booking.calls.domain.BundleHold;
import org.rapport.booking.calls.domain.BundleHold.Fault;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallDecision;
import org.rapport.booking.calls.domain.CallEvent;
import org.rapport.booking.calls.domain.CallOutcome;
import org.rapport.booking.calls.domain.CallRefusal;
import org.rapport.booking.calls.domain.CallState;
import org.rapport.booking.calls.domain.CancelReason;
import org.rapport.booking.calls.domain.ConfirmationRules;
import org.rapport.booking.calls.domain.HoldToken;
import org.rapport.booking.calls.domain.MoveDecision;
import org.rapport.booking.calls.domain.NotOpen;
import org.rapport.booking.hosts.domain.CallTerms;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostId;

/** Calls with two or three therapists: held and booked all or none, then one is chosen and the rest are given back. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BundleTest {

    private final BundleWorld world = new BundleWorld();

    @Test
    void three_times_are_held_under_one_token_and_nobody_else_is_shown_them() {
        Bundle bundle = world.held(1, THREE);
        assertThat(bundle.calls()).extracting(Call::hostId).containsExactly(GRACE, ELENA, SAMUEL);
        assertThat(world.calls.heldBy(token(1))).map(Call::id).contains(bundle.id());
        assertThat(world.openOfThree()).isEmpty();
        assertThat(world.events()).isEmpty();
        assertThat(world.held(1, THREE).calls()).as("sent again").hasSize(3);
    }

    @Test
    void nothing_is_asked_of_the_store_before_the_write_nor_after_one_that_was_refused_by_name() {
        List<String> asked = new ArrayList<>();
        world.calls = new WatchedCalls(world.stored, asked);
        world.held(1, THREE);
        assertThat(asked).containsExactly("save");
        world.hold(2, THREE.subList(0, 1));
        assertThat(asked).containsExactly("save");
    }

    @Test
    void sent_again_when_its_times_have_come_too_near_it_is_the_same_bundle() {
        Bundle first = world.held(1, THREE);
        world.clock.set(NINE.minusSeconds(60));
        assertThat(world.held(1, THREE)).isEqualTo(world.bundle(1));
        assertThat(world.bundle(1).id()).isEqualTo(first.id());
    }

    @Test
    void if_one_of_the_times_is_taken_none_is_held() {
        world.single(2, ELENA, NINE.plusSeconds(3600));
        assertThat(world.hold(1, THREE)).isInstanceOfSatisfying(BundleHold.Taken.class, taken -> {
            assertThat(taken.number()).isEqualTo(1);
            assertThat(taken.alternatives())
                    .hasSize(3)
                    .allMatch(opening -> opening.hostId().equals(ELENA));
        });
        assertThat(world.openOfThree()).containsExactly(GRACE, SAMUEL);
        world.clock.advance(Call.HOLD);
        assertThat(world.hold(1, THREE)).as("after the one hold has run out").isInstanceOf(BundleHold.Held.class);
    }

    @Test
    void each_takes_a_place_of_its_therapists_day_and_a_full_day_refuses_all() {
        Host elena = world.hosts.find(ELENA).orElseThrow();
        world.hosts.save(
                elena.with(elena.version(), elena.hours(), elena.terms().capped(2, null), elena.hosting()));
        world.single(2, ELENA, NINE.plusSeconds(7200));
        assertThat(world.held(1, THREE).calls())
                .extracting(call -> call.places().day())
                .containsExactly(0, 2, 0);
        assertThat(world.hold(
                        3,
                        List.of(new TherapistTime(SAMUEL, NINE), new TherapistTime(ELENA, NINE.plusSeconds(10_800)))))
                .isEqualTo(new BundleHold.NotOffered(1, NotOpen.DAY_FULL));
        assertThat(world.open(SAMUEL)).contains(NINE);
    }

    @Test
    void what_is_no_bundle_is_refused_by_name() {
        assertThat(world.hold(1, THREE.subList(0, 1))).isEqualTo(new BundleHold.Refused(1, Fault.TOO_FEW));
        assertThat(world.hold(1, List.of(THREE.get(0), THREE.get(1), THREE.get(2), THREE.get(0))))
                .isEqualTo(new BundleHold.Refused(3, Fault.TOO_MANY));
        assertThat(world.hold(1, List.of(THREE.get(0), new TherapistTime(GRACE, NINE.plusSeconds(3600)))))
                .isEqualTo(new BundleHold.Refused(1, Fault.SAME_THERAPIST));
        assertThat(world.hold(1, List.of(THREE.get(0), new TherapistTime(ELENA, NINE))))
                .isEqualTo(new BundleHold.Refused(1, Fault.SAME_TIME));
        assertThat(world.hold(1, List.of(THREE.get(0), new TherapistTime(new HostId(new UUID(9, 9)), NINE))))
                .isEqualTo(new BundleHold.NotOffered(1, NotOpen.UNKNOWN_HOST));
        assertThat(world.hold(1, List.of(THREE.get(0), new TherapistTime(ELENA, NINE.plusSeconds(60)))))
                .isEqualTo(new BundleHold.NotOffered(1, NotOpen.OFF_GRID));
        assertThat(world.openOfThree()).hasSize(3);
    }

    @Test
    void all_are_extended_drafted_released_and_lapse_together() {
        world.held(1, THREE);
        new ExtendHoldHandler(world.calls, world.clock).handle(new ExtendHold(token(1), null));
        world.draft(1);
        assertThat(world.bundle(1).calls())
                .allSatisfy(call -> assertThat(call.state())
                        .isInstanceOfSatisfying(
                                CallState.Held.class,
                                state -> assertThat(state.expiresAt())
                                        .isEqualTo(world.clock.instant().plus(Call.HOLD.multipliedBy(2)))));
        new ReleaseHoldHandler(world.calls, world.clock).handle(new ReleaseHold(token(1)));
        assertThat(world.openOfThree()).hasSize(3);
        world.held(2, THREE);
        world.clock.advance(Call.HOLD);
        world.lapse(2);
        assertThat(world.bundle(2).calls()).allMatch(call -> call.state() instanceof CallState.Released);
    }

    @Test
    void all_are_booked_in_one_write_and_each_therapist_has_a_call() {
        world.held(1, THREE);
        world.book(1, "Alex");
        assertThat(world.events()).containsExactly("CallBooked", "CallBooked", "CallBooked");
        assertThat(world.stored.events())
                .extracting(event -> event.call().hostId())
                .containsExactly(GRACE, ELENA, SAMUEL);
        for (TherapistTime wish : THREE) {
            assertThat(new ListHostCallsHandler(world.calls, world.inquiries, world.clock)
                            .handle(new ListHostCalls(wish.host(), CHICAGO)))
                    .singleElement()
                    .satisfies(call -> assertThat(call.person().name()).isEqualTo("Alex"));
        }
        assertThat(world.inquiries.events()).hasSize(1);
        world.book(1, "Alex");
        assertThat(world.events()).as("again").hasSize(3);
    }

    @Test
    void who_is_in_another_call_at_one_of_the_times_gets_none_of_them_and_hears_it_once() {
        world.book(world.single(2, GRACE, NINE.plusSeconds(7200)), "Alex");
        world.held(1, THREE);
        world.book(1, "Alex");
        assertThat(world.bundle(1).calls()).allMatch(call -> call.state() instanceof CallState.Doubled);
        assertThat(world.events()).containsExactly("CallBooked", "CallDoubled");
        world.clock.advance(Call.HOLD);
        world.lapse(1);
        assertThat(world.openOfThree()).hasSize(3);
    }

    @Test
    void beside_another_open_call_all_are_confirmed_by_one_message_and_then_stand_proven() {
        world.book(world.single(2, GRACE, NINE.plusSeconds(10_800)), "Alex");
        world.held(1, THREE);
        world.book(1, "Alex");
        assertThat(world.bundle(1).calls()).allMatch(call -> call.state() instanceof CallState.Unconfirmed);
        assertThat(world.events()).containsExactly("CallBooked", "CallUnconfirmed");
        world.confirm(token(1));
        assertThat(world.events().subList(2, 5)).containsOnly("CallBooked");
        assertThat(world.bundle(1).calls())
                .allSatisfy(call -> assertThat(call.state())
                        .isInstanceOfSatisfying(
                                CallState.Booked.class,
                                booked -> assertThat(booked.unproven()).isNull()));
    }

    @Test
    void while_the_person_is_in_another_call_at_one_of_the_times_none_is_confirmed() {
        world.book(world.single(2, GRACE, NINE.plusSeconds(10_800)), "Alex");
        world.held(1, THREE);
        world.book(1, "Alex");
        HoldToken standing = world.single(3, GRACE, NINE.plusSeconds(7200));
        world.book(standing, "Alex");
        world.confirm(standing);
        assertThat(world.confirm(token(1))).isEqualTo(new CallDecision.Refused(CallRefusal.PERSON_BUSY));
        assertThat(world.bundle(1).calls()).allMatch(call -> call.state() instanceof CallState.Unconfirmed);
        world.calls.decide(
                standing.callId(), call -> call.cancel(CancelReason.NO_LONGER_NEEDED, world.clock.instant()));
        assertThat(world.confirm(token(1))).isInstanceOf(CallDecision.Changed.class);
        assertThat(world.bundle(1).calls()).allMatch(call -> call.state() instanceof CallState.Booked);
    }

    @Test
    void unconfirmed_all_are_let_go() {
        world.book(world.single(2, GRACE, NINE.plusSeconds(10_800)), "Alex");
        world.held(1, THREE);
        world.book(1, "Alex");
        world.clock.advance(ConfirmationRules.KEPT);
        world.lapse(1);
        assertThat(world.openOfThree()).hasSize(3);
        assertThat(world.confirm(token(1))).isEqualTo(new CallDecision.Refused(CallRefusal.HOLD_EXPIRED));
    }

    @Test
    void under_an_address_nobody_has_shown_to_be_theirs_it_stands_as_one_until_its_last_call_is_over() {
        world.held(1, THREE);
        assertThat(world.book(1, "Alex").calls()).allMatch(call -> call.state() instanceof CallState.Booked);
        world.cancel(1, 0);
        assertThat(secondCall(2)).isInstanceOf(CallState.Unconfirmed.class);
        world.clock.set(NINE.plus(Duration.ofHours(1).plusMinutes(20)));
        world.lapse(1);
        assertThat(secondCall(3)).as("one is not over").isInstanceOf(CallState.Unconfirmed.class);
        world.clock.set(NINE.plus(Duration.ofHours(2).plusMinutes(20)));
        world.lapse(1);
        assertThat(secondCall(4)).isInstanceOf(CallState.Booked.class);
    }

    private CallState secondCall(int number) {
        return world.book(world.single(number, GRACE, NINE.plus(Duration.ofHours(24 + number))), "Alex")
                .lead()
                .state();
    }

    @Test
    void choosing_one_cancels_the_others_once_and_frees_their_times() {
        world.held(1, THREE);
        world.book(1, "Alex");
        assertThat(world.choose(1, 1)).isInstanceOf(BundleDecision.Changed.class);
        assertThat(world.choose(1, 1)).isInstanceOf(BundleDecision.Unchanged.class);
        assertThat(world.choose(1, 0)).isEqualTo(new BundleDecision.Refused(CallRefusal.ALREADY_CHOSEN));
        assertThat(world.call(1, 1).state()).isInstanceOf(CallState.Booked.class);
        assertThat(world.events().subList(3, 6)).containsExactly("CallChosen", "CallCancelled", "CallCancelled");
        assertThat(world.stored.events().get(3).call().id()).isEqualTo(id(1, 1));
        assertThat(world.stored.events().subList(4, 6))
                .allMatch(event -> event instanceof CallEvent.CallCancelled cancelled
                        && cancelled.reason() == CancelReason.OTHER_CHOSEN);
        assertThat(world.openOfThree()).containsExactly(GRACE, SAMUEL);
    }

    @Test
    void a_call_on_its_own_cannot_be_chosen() {
        world.book(world.single(2, GRACE, NINE), "Alex");
        assertThat(new ChooseCallHandler(world.calls, world.clock)
                        .handle(new ChooseCall(
                                world.stored.events().getFirst().call().id())))
                .isEqualTo(new BundleDecision.Refused(CallRefusal.UNKNOWN_LINK));
    }

    @Test
    void only_a_booked_call_is_chosen() {
        world.held(1, THREE);
        assertThat(world.choose(1, 0)).isEqualTo(new BundleDecision.Refused(CallRefusal.NOT_BOOKED));
        world.book(1, "Alex");
        world.cancel(1, 2);
        assertThat(world.choose(1, 2)).isEqualTo(new BundleDecision.Refused(CallRefusal.CALL_CANCELLED));
    }

    /** Nobody would come to the others: they are given back until they begin, whatever the cut-off for changes. */
    @Test
    void chosen_between_the_calls_what_is_over_stays_and_what_has_not_begun_is_given_back() {
        Host samuel = world.hosts.find(SAMUEL).orElseThrow();
        world.hosts.save(samuel.with(samuel.version(), samuel.hours(), cutOff(Duration.ofHours(2)), samuel.hosting()));
        world.held(1, THREE);
        world.book(1, "Alex");
        world.clock.set(THREE.get(2).start().minusMillis(1));
        assertThat(world.cancel(1, 2)).isEqualTo(new CallDecision.Refused(CallRefusal.TOO_LATE));
        world.choose(1, 1);
        assertThat(world.bundle(1).calls())
                .extracting(call -> call.state().getClass().getSimpleName())
                .containsExactly("Booked", "Booked", "Cancelled");
    }

    private static CallTerms cutOff(Duration cutOff) {
        return new CallTerms(
                TERMS.bufferBefore(),
                TERMS.bufferAfter(),
                TERMS.grid(),
                TERMS.minimumNotice(),
                TERMS.horizon(),
                cutOff,
                null,
                null);
    }

    @Test
    void chosen_after_the_calls_nothing_is_cancelled_and_the_outcome_of_each_is_noted() {
        world.held(1, THREE);
        world.book(1, "Alex");
        world.clock.set(NINE.plus(Duration.ofHours(4)));
        NoteOutcomeHandler note = new NoteOutcomeHandler(world.calls, world.clock);
        note.handle(new NoteOutcome(id(1, 0), CallOutcome.MISSED_BY_HOST, new UUID(1, 1)));
        assertThat(world.choose(1, 1)).isInstanceOf(BundleDecision.Changed.class);
        note.handle(new NoteOutcome(id(1, 1), CallOutcome.GOOD_FIT, new UUID(1, 1)));
        assertThat(world.bundle(1).calls())
                .extracting(call -> call.state().getClass().getSimpleName())
                .containsExactly("Ended", "Ended", "Booked");
        assertThat(world.bundle(1).chosen()).isEqualTo(id(1, 1));
        assertThat(world.events()).contains("CallChosen").doesNotContain("CallCancelled");
    }

    @Test
    void a_call_of_a_bundle_is_moved_on_its_own_but_not_into_another_of_the_same_person() {
        world.held(1, THREE);
        world.book(1, "Alex");
        assertThat(world.move(1, 2, NINE.plusSeconds(3600))).isInstanceOf(MoveDecision.Taken.class);
        assertThat(world.move(1, 2, NINE.plusSeconds(10_800))).isInstanceOf(MoveDecision.Moved.class);
        assertThat(world.bundle(1).calls()).extracting(Call::revision).containsExactly(0, 0, 1);
        assertThat(world.openOfThree()).containsExactly(SAMUEL);
    }

    @Test
    void a_call_of_a_bundle_is_cancelled_on_its_own() {
        world.held(1, THREE);
        world.book(1, "Alex");
        world.cancel(1, 0);
        assertThat(world.openOfThree()).containsExactly(GRACE);
        assertThat(world.choose(1, 2)).isInstanceOf(BundleDecision.Changed.class);
        assertThat(world.events().subList(3, 6)).containsExactly("CallCancelled", "CallChosen", "CallCancelled");
    }
}
