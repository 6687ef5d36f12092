package org.rapport.booking.waiting.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.CHICAGO;
import static org.rapport.booking.Examples.MAYA;
import static org.rapport.booking.Examples.inquiryId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.HoldKind;
import org.rapport.booking.hosts.domain.Interval;
import org.rapport.booking.waiting.domain.WaiterDecision.Changed;
import org.rapport.booking.waiting.domain.WaiterDecision.NotFree;
import org.rapport.booking.waiting.domain.WaiterDecision.Unchanged;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WaiterTest {

    private static final Instant NOW = Instant.parse("2027-01-11T20:30:00Z");
    private static final TimeWish WISH = new TimeWish(null, CHICAGO, LocalDate.parse("2027-01-12"), Set.of(), Set.of());
    private static final Instant OVER = Instant.parse("2027-01-13T06:00:00Z");

    private final Waiter waiting = Waiter.join(inquiryId(1), WISH, NOW).waiter();
    private final Waiter offered = changed(waiting.offer(offer(1), NOW));
    private final Waiter hadIt = changed(offered.letGo(offer(1).call()));
    private final Waiter ended = changed(waiting.leave(NOW));

    @Test
    void a_row_for_who_waits() {
        assertThat(offered.state()).isEqualTo(new WaiterState.Offered(0, offer(1)));
        assertThat(waiting.letGo(offer(1).call())).isInstanceOf(Unchanged.class);
        assertThat(waiting.leaveUnanswered(offer(1).call(), NOW)).isInstanceOf(Unchanged.class);
        assertThat(waiting.taken(offer(1).call(), NOW)).isInstanceOf(Unchanged.class);
        assertThat(reason(waiting.leave(NOW))).isEqualTo(EndReason.LEFT);
        assertThat(reason(waiting.remove(EndReason.ASKED_US, UUID.randomUUID(), NOW)))
                .isEqualTo(EndReason.ASKED_US);
        assertThat(waiting.lapse(OVER.minusMillis(1))).isInstanceOf(Unchanged.class);
        assertThat(reason(waiting.lapse(OVER))).isEqualTo(EndReason.OUTWAITED);
    }

    @Test
    void a_row_for_who_is_offered_a_time() {
        assertThat(offered.offer(offer(1), NOW)).isInstanceOf(Unchanged.class);
        assertThat(offered.offer(offer(2), NOW)).isInstanceOf(NotFree.class);
        assertThat(hadIt.state()).isEqualTo(new WaiterState.Waiting(0));
        assertThat(changed(offered.leaveUnanswered(offer(1).call(), NOW)).state())
                .isEqualTo(new WaiterState.Waiting(1));
        assertThat(reason(offered.taken(offer(1).call(), NOW))).isEqualTo(EndReason.BOOKED);
        assertThat(reason(offered.leave(NOW))).isEqualTo(EndReason.LEFT);
        assertThat(offered.lapse(OVER)).isInstanceOf(Unchanged.class);
    }

    @Test
    void news_of_another_offer_changes_nothing() {
        CallId other = offer(2).call();
        assertThat(offered.letGo(other)).isInstanceOf(Unchanged.class);
        assertThat(offered.leaveUnanswered(other, NOW)).isInstanceOf(Unchanged.class);
        assertThat(offered.taken(other, NOW)).isInstanceOf(Unchanged.class);
    }

    @Test
    void what_they_had_is_not_offered_again() {
        assertThat(hadIt.offer(offer(1), NOW)).isInstanceOf(NotFree.class);
        assertThat(hadIt.offer(offer(2), NOW)).isInstanceOf(Changed.class);
    }

    @Test
    void a_row_for_who_waits_no_longer() {
        assertThat(ended.offer(offer(1), NOW)).isInstanceOf(NotFree.class);
        assertThat(ended.leave(NOW)).isInstanceOf(Unchanged.class);
        assertThat(ended.remove(EndReason.ASKED_US, UUID.randomUUID(), NOW)).isInstanceOf(Unchanged.class);
        assertThat(ended.lapse(OVER)).isInstanceOf(Unchanged.class);
    }

    @Test
    void a_row_for_who_joined_unheard() {
        Changed joined = Waiter.joinUnheard(inquiryId(1), WISH, NOW);
        Waiter unheard = joined.waiter();
        assertThat(joined.events()).isEmpty();
        assertThat(unheard.isFree()).isFalse();
        assertThat(unheard.offer(offer(1), NOW)).isInstanceOf(NotFree.class);
        assertThat(unheard.lapse(OVER.minusMillis(1))).isInstanceOf(Unchanged.class);
        assertThat(unheard.wakeAt()).contains(OVER);
        for (WaiterDecision end : List.of(
                unheard.lapse(OVER), unheard.leave(NOW), unheard.remove(EndReason.ASKED_US, UUID.randomUUID(), NOW))) {
            assertThat(((Changed) end).events()).isEmpty();
            assertThat(changed(end).state()).isInstanceOf(WaiterState.Ended.class);
        }
    }

    @Test
    void a_call_that_staff_book_ends_the_waiting_and_the_one_that_was_offered_does_it_by_itself() {
        CallId other = new CallId(new UUID(9, 9));
        assertThat(reason(waiting.bookedOtherwise(other, NOW))).isEqualTo(EndReason.BOOKED);
        assertThat(reason(offered.bookedOtherwise(other, NOW))).isEqualTo(EndReason.BOOKED);
        assertThat(offered.bookedOtherwise(offer(1).call(), NOW)).isInstanceOf(Unchanged.class);
        assertThat(ended.bookedOtherwise(other, NOW)).isInstanceOf(Unchanged.class);
    }

    @Test
    void an_offer_is_fresh_for_its_first_minute_however_long_offers_are() {
        Offer made = new Offer(offer(1).call(), offer(1).freed(), MAYA, offer(1).time(), NOW.plus(HoldKind.OFFER));
        assertThat(made.isFresh(NOW)).isTrue();
        assertThat(made.isFresh(NOW.plusSeconds(60))).isTrue();
        assertThat(made.isFresh(NOW.plusSeconds(60).plusMillis(1))).isFalse();
    }

    @Test
    void only_the_latest_offers_are_remembered() {
        Waiter waiter = waiting;
        for (int number = 1; number <= 25; number++) {
            waiter = changed(waiter.offer(offer(number), NOW));
            waiter = changed(waiter.letGo(offer(number).call()));
        }
        assertThat(waiter.had()).hasSize(10).last().isEqualTo(offer(25).call());
    }

    private static Waiter changed(WaiterDecision decision) {
        return ((Changed) decision).waiter();
    }

    private static EndReason reason(WaiterDecision decision) {
        Changed changed = (Changed) decision;
        assertThat(changed.events()).hasSize(1).first().isInstanceOf(WaiterEvent.WaitListEnded.class);
        return ((WaiterState.Ended) changed.waiter().state()).reason();
    }

    private static Offer offer(int number) {
        Instant start = NOW.plusSeconds(86_400);
        return new Offer(
                new CallId(new UUID(7, number)),
                new FreedTimeId(new CallId(new UUID(8, number)), 1),
                MAYA,
                new Interval(start, start.plusSeconds(1200)),
                NOW.plusSeconds(900));
    }
}
