package org.rapport.booking.waiting.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.DANIEL;
import static org.rapport.booking.waiting.application.WaitListWorld.TUESDAY_TEN;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.calls.domain.CallDecision;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.ConfirmationRules;
import org.rapport.booking.inquiries.domain.Channel;
import org.rapport.booking.visitors.domain.Limited;
import org.rapport.booking.visitors.domain.Taking;
import org.rapport.booking.waiting.domain.EndReason;
import org.rapport.booking.waiting.domain.FreedTimeState;
import org.rapport.booking.waiting.domain.Waiter;
import org.rapport.booking.waiting.domain.WaiterEvent;
import org.rapport.booking.waiting.domain.WaiterId;
import org.rapport.booking.waiting.domain.WaiterState;

/** A time that was taken and is not booked, staff who book for a waiter, and places that nobody hears of. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WaitListUnbookedTest {

    private final WaitListWorld world = new WaitListWorld();

    @Test
    void who_takes_a_time_while_in_another_call_waits_no_longer_and_the_time_goes_on_when_it_is_free() {
        WaiterId first = world.joins(1);
        world.clock.advance(Duration.ofMinutes(1));
        WaiterId second = world.joins(2);
        world.bookedAndCancelled(TUESDAY_TEN);
        world.bookedElsewhere(1, DANIEL, TUESDAY_TEN);
        assertThat(world.takes(first)).isInstanceOf(CallDecision.Changed.class);
        world.settle();
        assertThat(world.waiter(first).state()).as("as if it were booked").isEqualTo(ended(EndReason.BOOKED));
        assertThat(world.offerOf(second)).isEmpty();
        world.pass(Duration.ofMinutes(15));
        assertThat(world.offerOf(second).orElseThrow().time().start()).isEqualTo(TUESDAY_TEN);
    }

    @Test
    void who_has_to_confirm_waits_no_longer_and_what_was_not_confirmed_goes_to_the_next() {
        WaiterId first = world.joins(1);
        world.clock.advance(Duration.ofMinutes(1));
        WaiterId second = world.joins(2);
        world.bookedElsewhere(1, DANIEL, TUESDAY_TEN.plus(Duration.ofHours(3)));
        world.bookedAndCancelled(TUESDAY_TEN);
        assertThat(world.takes(first)).isInstanceOf(CallDecision.Changed.class);
        world.settle();
        assertThat(world.waiter(first).state()).isEqualTo(ended(EndReason.BOOKED));
        world.pass(ConfirmationRules.KEPT.minusMinutes(1));
        assertThat(world.offerOf(second)).as("it can still be confirmed").isEmpty();
        assertThat(world.ends()).isEmpty();
        world.pass(Duration.ofMinutes(1));
        assertThat(world.offerOf(second).orElseThrow().time().start()).isEqualTo(TUESDAY_TEN);
    }

    @Test
    void what_was_confirmed_is_taken() {
        WaiterId first = world.joins(1);
        world.joins(2);
        world.bookedElsewhere(1, DANIEL, TUESDAY_TEN.plus(Duration.ofHours(3)));
        world.bookedAndCancelled(TUESDAY_TEN);
        CallId hold = world.offerOf(first).orElseThrow().call();
        world.takes(first);
        world.pass(Duration.ofMinutes(20));
        world.calls.decide(hold, call -> ConfirmationRules.confirm(call, world.clock.instant()));
        world.pass(Duration.ofMinutes(20));
        assertThat(world.ends()).containsExactly(FreedTimeState.End.TAKEN_BY_WAITER);
        assertThat(world.waiters.events().stream().filter(WaiterEvent.WaitListOffered.class::isInstance))
                .hasSize(1);
    }

    @Test
    void for_whom_staff_book_a_call_waits_no_longer_and_another_time_they_were_offered_goes_on_at_once() {
        WaiterId first = world.joins(1);
        world.clock.advance(Duration.ofMinutes(1));
        WaiterId second = world.joins(2);
        world.bookedAndCancelled(TUESDAY_TEN);
        assertThat(world.offerOf(first)).isPresent();
        world.bookedByStaff(1, TUESDAY_TEN.plus(Duration.ofHours(3)));
        world.settle();
        assertThat(world.waiter(first).state()).isEqualTo(ended(EndReason.BOOKED));
        assertThat(world.offerOf(second).orElseThrow().time().start()).isEqualTo(TUESDAY_TEN);
        int told = world.waiters.events().size();
        world.settle();
        assertThat(world.waiters.events()).as("told again").hasSize(told);
    }

    @Test
    void pain_27_under_an_address_that_has_had_its_messages_a_place_looks_the_same_and_is_heard_of_by_nobody() {
        List<Set<String>> asked = new ArrayList<>();
        WaiterId quiet = world.joinsLimited(1, (_, address, _) -> {
            asked.add(Set.of(address));
            return new Taking.Refused(Duration.ofHours(1));
        });
        assertThat(asked).as("the address that messages go to").hasSize(1);
        assertThat(world.waiter(quiet).state()).isEqualTo(new WaiterState.Unheard());
        assertThat(world.waiters.listed()).extracting(Waiter::id).containsExactly(quiet);
        assertThat(world.inquiries.events())
                .as("they are in the queue all the same")
                .hasSize(1);
        world.clock.advance(Duration.ofMinutes(1));
        WaiterId second = world.joins(2);
        world.bookedAndCancelled(TUESDAY_TEN);
        assertThat(world.offerOf(second)).isPresent();
        world.endWaiting.handle(new LeaveWaitList(quiet));
        assertThat(world.waiter(quiet).state()).isEqualTo(ended(EndReason.LEFT));
        assertThat(world.waiters.events())
                .noneMatch(event -> event.waiter().id().equals(quiet));
    }

    @Test
    void pain_27_where_a_phone_has_had_its_texts_a_place_is_told_of_by_mail_alone() {
        WaiterId waiter = world.joinsLimited(
                1,
                (what, _, _) -> what == Limited.TEXTS ? new Taking.Refused(Duration.ofHours(1)) : new Taking.Granted());
        assertThat(world.waiter(waiter).isFree()).isTrue();
        assertThat(world.inquiries
                        .find(world.waiter(waiter).inquiryId())
                        .orElseThrow()
                        .reached()
                        .channels())
                .containsExactly(Channel.EMAIL);
    }

    private WaiterState.Ended ended(EndReason reason) {
        return new WaiterState.Ended(reason, world.clock.instant(), null);
    }
}
