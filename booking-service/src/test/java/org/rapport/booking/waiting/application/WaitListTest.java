package org.rapport.booking.waiting.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.CHICAGO;
import static org.rapport.booking.Examples.DANIEL;
import static org.rapport.booking.Examples.MAYA;
import static org.rapport.booking.waiting.application.WaitListWorld.TUESDAY_TEN;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallDecision;
import org.rapport.booking.calls.domain.CallRefusal;
import org.rapport.booking.calls.domain.CallState;
import org.rapport.booking.calls.domain.HoldDecision;
import org.rapport.booking.waiting.domain.EndReason;
import org.rapport.booking.waiting.domain.FreedTimeState;
import org.rapport.booking.waiting.domain.Offer;
import org.rapport.booking.waiting.domain.PartOfDay;
import org.rapport.booking.waiting.domain.TimeWish;
import org.rapport.booking.waiting.domain.WaiterEvent;
import org.rapport.booking.waiting.domain.WaiterId;
import org.rapport.booking.waiting.domain.WaiterState;

/** Pain 22: without a wait list, a time that is given up is lost. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WaitListTest {

    private final WaitListWorld world = new WaitListWorld();

    @Test
    void pain_22_a_cancelled_time_is_offered_to_the_first_waiter_for_fifteen_minutes() {
        WaiterId first = world.joins(1);
        world.clock.advance(Duration.ofMinutes(1));
        WaiterId second = world.joins(2);
        world.bookedAndCancelled(TUESDAY_TEN);

        Offer offer = world.offerOf(first).orElseThrow();
        assertThat(offer.time().start()).isEqualTo(TUESDAY_TEN);
        assertThat(offer.until()).isEqualTo(world.clock.instant().plus(Duration.ofMinutes(15)));
        assertThat(world.offerOf(second)).isEmpty();
        assertThat(world.grab(90, MAYA, TUESDAY_TEN)).isInstanceOf(HoldDecision.Taken.class);
        assertThat(world.takes(first)).isInstanceOf(CallDecision.Changed.class);
        world.settle();
        assertThat(world.waiter(first).state())
                .isEqualTo(new WaiterState.Ended(EndReason.BOOKED, world.clock.instant(), null));
        assertThat(world.ends()).containsExactly(FreedTimeState.End.TAKEN_BY_WAITER);
    }

    @Test
    void pain_22_who_says_nothing_passes_it_on_to_the_next_and_then_to_everybody() {
        WaiterId first = world.joins(1);
        world.clock.advance(Duration.ofMinutes(1));
        WaiterId second = world.joins(2);
        world.bookedAndCancelled(TUESDAY_TEN);

        world.pass(Duration.ofMinutes(14));
        assertThat(world.offerOf(second)).isEmpty();
        world.pass(Duration.ofMinutes(1));
        assertThat(world.offerOf(first)).isEmpty();
        assertThat(world.offerOf(second).orElseThrow().time().start()).isEqualTo(TUESDAY_TEN);
        world.pass(Duration.ofMinutes(15));
        assertThat(world.kept()).isEmpty();
        assertThat(world.ends()).containsExactly(FreedTimeState.End.OPEN_TO_ALL);
        assertThat(world.grab(90, MAYA, TUESDAY_TEN)).isInstanceOf(HoldDecision.Held.class);
    }

    @Test
    void who_lets_it_go_passes_it_on_at_once_and_still_waits() {
        WaiterId first = world.joins(1);
        world.clock.advance(Duration.ofMinutes(1));
        WaiterId second = world.joins(2);
        world.bookedAndCancelled(TUESDAY_TEN);
        world.letsGo(first);

        assertThat(world.waiter(first).state()).isEqualTo(new WaiterState.Waiting(0));
        assertThat(world.offerOf(second)).isPresent();
        world.letsGo(second);
        assertThat(world.waiter(first).offer())
                .as("nobody is asked twice for one time")
                .isEmpty();
    }

    @Test
    void who_is_late_gets_nothing_and_the_next_one_has_it() {
        WaiterId first = world.joins(1);
        world.clock.advance(Duration.ofMinutes(1));
        world.joins(2);
        world.bookedAndCancelled(TUESDAY_TEN);
        world.clock.advance(Duration.ofMinutes(15));
        assertThat(world.takes(first)).isEqualTo(new CallDecision.Refused(CallRefusal.HOLD_EXPIRED));
    }

    @Test
    void who_takes_it_twice_has_one_call() {
        WaiterId first = world.joins(1);
        world.bookedAndCancelled(TUESDAY_TEN);
        assertThat(world.takes(first)).isInstanceOf(CallDecision.Changed.class);
        assertThat(world.takes(first)).isInstanceOf(CallDecision.Unchanged.class);
    }

    @Test
    void an_offer_cannot_be_extended() {
        WaiterId first = world.joins(1);
        world.bookedAndCancelled(TUESDAY_TEN);
        Call hold = world.calls.find(world.offerOf(first).orElseThrow().call()).orElseThrow();
        assertThat(hold.state())
                .isInstanceOfSatisfying(
                        CallState.Held.class,
                        held -> assertThat(held.extended()).isTrue());
    }

    @Test
    void two_offers_without_a_word_take_a_waiter_off_the_list() {
        WaiterId first = world.joins(1);
        world.bookedAndCancelled(TUESDAY_TEN);
        world.pass(Duration.ofMinutes(15));
        assertThat(world.waiter(first).state()).isEqualTo(new WaiterState.Waiting(1));
        world.bookedAndCancelled(TUESDAY_TEN.plus(Duration.ofHours(1)));
        world.pass(Duration.ofMinutes(15));
        assertThat(world.waiter(first).state())
                .isEqualTo(new WaiterState.Ended(EndReason.UNANSWERED, world.clock.instant(), null));
        assertThat(world.waiters.events()).last().isInstanceOf(WaiterEvent.WaitListEnded.class);
    }

    @Test
    void a_word_in_between_starts_the_count_again() {
        WaiterId first = world.joins(1);
        world.bookedAndCancelled(TUESDAY_TEN);
        world.pass(Duration.ofMinutes(15));
        world.bookedAndCancelled(TUESDAY_TEN.plus(Duration.ofHours(1)));
        world.letsGo(first);
        assertThat(world.waiter(first).state()).isEqualTo(new WaiterState.Waiting(0));
    }

    @Test
    void a_time_that_a_call_moved_away_from_is_offered_too() {
        Call call = world.booked(50, TUESDAY_TEN);
        WaiterId first = world.joins(1);
        world.moves(call, TUESDAY_TEN.plus(Duration.ofHours(2)));
        world.settle();
        assertThat(world.offerOf(first).orElseThrow().time().start()).isEqualTo(TUESDAY_TEN);
    }

    @Test
    void a_time_too_near_is_offered_to_nobody() {
        WaiterId first = world.joins(1);
        Call call = world.booked(50, TUESDAY_TEN);
        world.clock.set(TUESDAY_TEN.minus(Duration.ofHours(4)).plusSeconds(1));
        world.cancel(call);
        world.settle();
        assertThat(world.offerOf(first)).isEmpty();
        assertThat(world.ends()).containsExactly(FreedTimeState.End.OPEN_TO_ALL);
    }

    @Test
    void at_night_nobody_is_asked_and_everybody_may_have_it_until_the_morning() {
        WaiterId first = world.joins(1);
        Call gone = world.booked(50, TUESDAY_TEN.plus(Duration.ofDays(1)));
        Call left = world.booked(51, TUESDAY_TEN.plus(Duration.ofDays(2)));
        world.clock.set(Instant.parse("2027-01-12T02:00:00Z"));
        world.cancel(gone);
        world.cancel(left);
        world.settle();
        assertThat(world.offerOf(first)).isEmpty();
        assertThat(world.grab(90, MAYA, gone.time().start())).isInstanceOf(HoldDecision.Held.class);
        world.clock.set(Instant.parse("2027-01-12T14:59:59Z"));
        world.settle();
        assertThat(world.offerOf(first)).isEmpty();
        world.grab(91, MAYA, gone.time().start());
        world.clock.set(Instant.parse("2027-01-12T15:00:00Z"));
        world.settle();
        assertThat(world.offerOf(first).orElseThrow().time()).isEqualTo(left.time());
        assertThat(world.ends()).hasSize(1).doesNotContain(FreedTimeState.End.TAKEN_BY_WAITER);
    }

    @Test
    void a_waiter_whose_day_it_is_comes_before_one_who_sleeps() {
        world.joins(1, new TimeWish(null, ZoneId.of("Asia/Tokyo"), LocalDate.parse("2027-02-20"), Set.of(), Set.of()));
        world.clock.advance(Duration.ofMinutes(1));
        WaiterId awake = world.joins(2);
        world.bookedAndCancelled(TUESDAY_TEN);
        assertThat(world.offerOf(awake)).isPresent();
    }

    @Test
    void only_what_suits_is_offered() {
        LocalDate soon = LocalDate.parse("2027-01-12");
        List<TimeWish> others = List.of(
                WaitListWorld.wish(DANIEL),
                new TimeWish(null, CHICAGO, soon.minusDays(1), Set.of(), Set.of()),
                new TimeWish(null, CHICAGO, soon, Set.of(DayOfWeek.MONDAY), Set.of()),
                new TimeWish(null, CHICAGO, soon, Set.of(), Set.of(PartOfDay.AFTERNOON, PartOfDay.EVENING)));
        for (int number = 0; number < others.size(); number++) {
            world.joins(number + 1, others.get(number));
            world.clock.advance(Duration.ofSeconds(1));
        }
        WaiterId suited =
                world.joins(9, new TimeWish(MAYA, CHICAGO, soon, Set.of(DayOfWeek.TUESDAY), Set.of(PartOfDay.MORNING)));
        world.bookedAndCancelled(TUESDAY_TEN);
        assertThat(world.offerOf(suited)).isPresent();
        assertThat(world.waiters.inLine())
                .filteredOn(waiter -> waiter.offer().isPresent())
                .hasSize(1);
    }

    @Test
    void two_times_at_once_go_to_two_people() {
        WaiterId first = world.joins(1);
        world.clock.advance(Duration.ofMinutes(1));
        WaiterId second = world.joins(2);
        Call one = world.booked(50, TUESDAY_TEN);
        Call other = world.booked(51, TUESDAY_TEN.plus(Duration.ofHours(1)));
        world.cancel(one);
        world.cancel(other);
        world.settle();
        assertThat(world.offerOf(first)).isPresent();
        assertThat(world.offerOf(second)).isPresent();
    }

    @Test
    void who_leaves_with_an_offer_passes_it_on_at_once() {
        WaiterId first = world.joins(1);
        world.clock.advance(Duration.ofMinutes(1));
        WaiterId second = world.joins(2);
        world.bookedAndCancelled(TUESDAY_TEN);
        world.endWaiting.handle(new LeaveWaitList(first));
        assertThat(world.waiter(first).state())
                .isEqualTo(new WaiterState.Ended(EndReason.LEFT, world.clock.instant(), null));
        assertThat(world.offerOf(second)).isPresent();
    }

    @Test
    void whose_last_day_is_over_waits_no_longer() {
        WaiterId first = world.joins(1);
        world.clock.set(Instant.parse("2027-02-21T06:00:00Z"));
        world.settle();
        assertThat(world.waiter(first).state())
                .isEqualTo(new WaiterState.Ended(EndReason.OUTWAITED, world.clock.instant(), null));
    }
}
