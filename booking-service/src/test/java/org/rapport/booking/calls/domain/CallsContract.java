package org.rapport.booking.calls.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.CHICAGO;
import static org.rapport.booking.Examples.DANIEL;
import static org.rapport.booking.Examples.MAYA;
import static org.rapport.booking.Examples.answers;
import static org.rapport.booking.Examples.coordinator;
import static org.rapport.booking.Examples.everyDay;
import static org.rapport.booking.Examples.inquiryId;
import static org.rapport.booking.Examples.person;
import static org.rapport.booking.Examples.schedule;
import static org.rapport.booking.Examples.token;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.inquiries.domain.Inquiry;
import org.rapport.booking.inquiries.domain.InquiryPath;

/** What {@link Calls} promises, whatever stores them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class CallsContract extends CallRacesContract {

    private static final List<ClientKey> ALEX = ClientKey.of(person("Alex"));

    /** Names of the events that left, in order. */
    protected abstract List<String> published();

    @Test
    void what_is_saved_is_found_as_it_was() {
        Call held = hold(1, MAYA_HOST, NINE);
        assertThat(calls.save(held, List.of())).isEqualTo(Saving.SAVED);
        calls.decide(held.id(), call -> call.draft(token(1), answers("Zoë <b>"), NOW));
        Call found = calls.find(held.id()).orElseThrow();
        assertThat(found.state()).isEqualTo(new CallState.Held(NOW.plus(Call.HOLD), false, null, answers("Zoë <b>")));
        assertThat(found)
                .usingRecursiveComparison()
                .ignoringFields("version", "state")
                .isEqualTo(held);
        assertThat(calls.heldBy(token(1))).isPresent();
        assertThat(calls.heldBy(token(2))).isEmpty();
    }

    @Test
    void a_call_that_nobody_held_is_found_as_it_was_arranged() {
        Inquiry caller = new Inquiry(inquiryId(1), InquiryPath.CALL_ME_BACK, person("Alex"), NOW);
        CallDecision.Changed booked =
                Arrangement.of(new CallId(new UUID(5, 5)), caller, schedule(MAYA_HOST), NINE, NOW);
        assertThat(calls.save(booked.call(), booked.events())).isEqualTo(Saving.SAVED);
        Call found = calls.find(booked.call().id()).orElseThrow();
        assertThat(found.tokenHash()).isNull();
        assertThat(found.claims()).isEqualTo(booked.call().claims());
        assertThat(published()).containsExactly("CallBooked");
        assertThat(calls.save(booked.call(), booked.events())).isEqualTo(Saving.STALE);
    }

    @Test
    void the_second_write_on_one_version_is_stale() {
        calls.save(hold(1, MAYA_HOST, NINE), List.of());
        Call read = calls.find(token(1).callId()).orElseThrow();
        assertThat(calls.save(read, List.of())).isEqualTo(Saving.SAVED);
        assertThat(calls.save(read, List.of())).isEqualTo(Saving.STALE);
        assertThat(calls.save(hold(1, MAYA_HOST, NINE), List.of())).isEqualTo(Saving.STALE);
    }

    @Test
    void a_time_that_overlaps_is_taken_and_one_beside_it_is_not() {
        calls.save(hold(1, MAYA_HOST, NINE), List.of());
        assertThat(calls.save(hold(2, MAYA_HOST, NINE.plusSeconds(900)), List.of()))
                .isEqualTo(Saving.TAKEN);
        assertThat(calls.save(hold(3, MAYA_HOST, NINE.minusSeconds(900)), List.of()))
                .isEqualTo(Saving.TAKEN);
        assertThat(calls.save(hold(4, MAYA_HOST, NINE.plusSeconds(1800)), List.of()))
                .isEqualTo(Saving.SAVED);
        Host daniel = coordinator(DANIEL, "Daniel", everyDay("00:00", "00:00"));
        assertThat(calls.save(hold(5, daniel, NINE), List.of())).isEqualTo(Saving.SAVED);
        assertThat(calls.find(token(2).callId())).isEmpty();
    }

    @Test
    void a_cancelled_time_is_free_and_both_events_left_once() {
        calls.save(hold(1, MAYA_HOST, NINE), List.of());
        calls.decide(token(1).callId(), call -> call.book(token(1), CHICAGO, ALEX, NOW));
        calls.decide(token(1).callId(), call -> call.book(token(1), CHICAGO, ALEX, NOW));
        assertThat(calls.active(List.of(MAYA), day())).hasSize(1);
        calls.decide(token(1).callId(), call -> call.cancel(CancelReason.TIME_DOES_NOT_FIT, NOW));
        calls.decide(token(1).callId(), call -> call.cancel(CancelReason.TIME_DOES_NOT_FIT, NOW));
        assertThat(calls.active(List.of(MAYA), day())).isEmpty();
        assertThat(calls.save(hold(2, MAYA_HOST, NINE), List.of())).isEqualTo(Saving.SAVED);
        assertThat(published()).containsExactly("CallBooked", "CallCancelled");
    }

    @Test
    void what_people_were_told_of_a_host_is_found_cancelled_or_not_and_when_it_was_moved() {
        book(1, NINE);
        book(2, NINE.plus(Duration.ofHours(1)));
        calls.decide(token(2).callId(), call -> call.cancel(CancelReason.TIME_DOES_NOT_FIT, NOW));
        book(3, NINE.plus(Duration.ofHours(2)));
        calls.save(moved(3, NINE.plus(Duration.ofHours(3))), List.of());
        calls.save(hold(4, MAYA_HOST, NINE.plus(Duration.ofHours(5))), List.of());
        book(5, NINE.plus(Duration.ofDays(2)));
        calls.save(hold(6, coordinator(DANIEL, "Daniel", everyDay("00:00", "00:00")), NINE), List.of());
        calls.decide(token(6).callId(), call -> call.book(token(6), CHICAGO, List.of(), NOW));
        assertThat(calls.told(MAYA, day()))
                .extracting(Call::id)
                .containsExactly(token(1).callId(), token(2).callId(), token(3).callId());
        assertThat(calls.told(MAYA, day()))
                .last()
                .extracting(Call::state)
                .isEqualTo(new CallState.Booked(NOW, null, NOW));
    }

    @Test
    void held_are_those_whose_time_has_not_run_out() {
        calls.save(hold(1, MAYA_HOST, NINE), List.of());
        calls.save(hold(2, MAYA_HOST, NINE.plus(Duration.ofHours(1))), List.of());
        calls.decide(token(2).callId(), call -> call.extend(token(2), null, NOW));
        book(3, NINE.plus(Duration.ofHours(2)));
        assertThat(calls.held(NOW)).extracting(Call::id).contains(token(1).callId(), token(2).callId());
        Instant later = NOW.plus(Call.HOLD);
        assertThat(calls.held(later).stream()
                        .filter(call -> !call.isOver(later))
                        .map(Call::id))
                .containsExactly(token(2).callId());
        calls.decide(token(2).callId(), call -> call.release(token(2), NOW));
        assertThat(calls.held(NOW)).extracting(Call::id).doesNotContain(token(2).callId());
    }

    @Test
    void a_move_takes_the_new_time_and_frees_the_old_in_one_write() {
        book(1, NINE);
        Call moved = moved(1, NINE.plus(Duration.ofHours(1)));
        assertThat(calls.save(moved, List.of())).isEqualTo(Saving.SAVED);
        assertThat(calls.save(hold(2, MAYA_HOST, NINE), List.of())).isEqualTo(Saving.SAVED);
        assertThat(calls.save(hold(3, MAYA_HOST, NINE.plus(Duration.ofHours(1))), List.of()))
                .isEqualTo(Saving.TAKEN);
        Call found = calls.find(token(1).callId()).orElseThrow();
        assertThat(found).usingRecursiveComparison().ignoringFields("version").isEqualTo(moved);
    }

    @Test
    void a_move_to_a_time_that_is_taken_leaves_the_old_claims_whole() {
        book(1, NINE);
        book(2, NINE.plus(Duration.ofHours(1)));
        assertThat(calls.save(moved(1, NINE.plus(Duration.ofMinutes(45))), List.of()))
                .isEqualTo(Saving.TAKEN);
        assertThat(calls.find(token(1).callId()).orElseThrow().time().start()).isEqualTo(NINE);
        assertThat(calls.save(hold(3, MAYA_HOST, NINE), List.of())).isEqualTo(Saving.TAKEN);
        assertThat(calls.save(moved(1, NINE.plus(Duration.ofMinutes(15))), List.of()))
                .as("its own time is in nobody's way")
                .isEqualTo(Saving.SAVED);
    }

    @Test
    void how_a_call_went_and_that_it_was_doubled_is_found_as_it_was_saved() {
        book(1, NINE);
        calls.decide(token(1).callId(), call -> OutcomeRules.note(call, CallOutcome.THINKING, MAYA.value(), NINE));
        calls.decide(
                token(1).callId(),
                call -> OutcomeRules.note(call, CallOutcome.GOOD_FIT, MAYA.value(), NINE.plusSeconds(60)));
        assertThat(calls.find(token(1).callId()).orElseThrow().state())
                .isEqualTo(new CallState.Ended(NOW, CallOutcome.GOOD_FIT, 1, MAYA.value(), NINE.plusSeconds(60)));
        calls.save(hold(2, MAYA_HOST, NINE.plusSeconds(3600)), List.of());
        calls.decide(token(2).callId(), call -> call.doubled(token(2), CHICAGO, token(1).callId(), null, NOW));
        CallState.Doubled doubled = new CallState.Doubled(NOW, NOW.plus(Call.HOLD), false);
        assertThat(calls.find(token(2).callId()).orElseThrow().state()).isEqualTo(doubled);
        calls.decide(token(2).callId(), call -> call.lapse(NOW.plus(Call.HOLD)));
        Call freed = calls.find(token(2).callId()).orElseThrow();
        assertThat(freed.state())
                .isInstanceOfSatisfying(
                        CallState.Doubled.class, d -> assertThat(d.freed()).isTrue());
        assertThat(published()).containsExactly("CallBooked", "CallHeld", "CallHeld", "CallDoubled");
    }

    @Test
    void one_unproven_call_stands_under_an_address_until_it_is_over() {
        ClientKey alex = ClientKey.parse("EMAIL:0123");
        calls.save(hold(1, MAYA_HOST, NINE), List.of());
        calls.decide(token(1).callId(), call -> call.book(token(1), CHICAGO, List.of(alex), alex, NOW));
        calls.save(hold(2, MAYA_HOST, NINE.plusSeconds(3600)), List.of());
        Call second = calls.find(token(2).callId()).orElseThrow();
        CallDecision booked = second.book(token(2), CHICAGO, List.of(alex), alex, NOW);
        assertThat(booked)
                .isInstanceOfSatisfying(
                        CallDecision.Changed.class,
                        changed -> assertThat(calls.save(changed.call(), List.of()))
                                .isEqualTo(Saving.TAKEN));
        calls.decide(token(2).callId(), call -> ConfirmationRules.ask(call, token(2), CHICAGO, List.of(alex), NOW));
        assertThat(calls.find(token(2).callId()).orElseThrow().state())
                .isEqualTo(new CallState.Unconfirmed(NOW, NOW.plus(ConfirmationRules.KEPT), false));
        calls.decide(token(2).callId(), call -> call.lapse(NOW.plus(ConfirmationRules.KEPT)));
        assertThat(calls.find(token(2).callId()).orElseThrow().claims()).isEmpty();
        assertThat(calls.find(token(1).callId()).orElseThrow().state()).isEqualTo(new CallState.Booked(NOW, alex));
        calls.decide(token(1).callId(), call -> call.lapse(call.time().end()));
        assertThat(calls.find(token(1).callId()).orElseThrow().state()).isEqualTo(new CallState.Booked(NOW));
        assertThat(published()).containsExactly("CallBooked", "CallUnconfirmed");
    }

    @Test
    void who_claims_a_time_is_found_by_the_claim() {
        calls.save(hold(1, MAYA_HOST, NINE), List.of());
        assertThat(calls.claiming(hold(2, MAYA_HOST, NINE.plusSeconds(900)).claims()))
                .extracting(Call::id)
                .containsExactly(token(1).callId());
        assertThat(calls.claiming(hold(2, MAYA_HOST, NINE.plusSeconds(1800)).claims()))
                .isEmpty();
    }

    @Test
    void a_call_nobody_made_is_unknown() {
        assertThat(calls.decide(token(9).callId(), call -> call.lapse(NOW)))
                .isEqualTo(new CallDecision.Refused(CallRefusal.UNKNOWN_LINK));
    }

    private void book(int number, Instant start) {
        calls.save(hold(number, MAYA_HOST, start), List.of());
        calls.decide(token(number).callId(), call -> call.book(token(number), CHICAGO, List.of(), NOW));
    }

    private Call moved(int number, Instant start) {
        Call call = calls.find(token(number).callId()).orElseThrow();
        return ((CallDecision.Changed) call.move(schedule(MAYA_HOST), start, Mover.CLIENT, null, NOW)).call();
    }
}
