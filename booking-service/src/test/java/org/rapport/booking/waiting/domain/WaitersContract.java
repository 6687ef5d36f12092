package org.rapport.booking.waiting.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.CHICAGO;
import static org.rapport.booking.Examples.MAYA;
import static org.rapport.booking.Examples.inquiryId;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.hosts.domain.Interval;
import org.rapport.booking.waiting.domain.WaiterDecision.Changed;

/** What {@link Waiters} promises, whatever stores them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class WaitersContract {

    private static final Instant NOW = Instant.parse("2027-01-11T20:30:00Z");

    private Waiters waiters;

    /** Empty. */
    protected abstract Waiters emptyWaiters();

    /** How many events left. */
    protected abstract long published(WaiterId id);

    @BeforeEach
    void start_empty() {
        waiters = emptyWaiters();
    }

    @Test
    void a_waiter_in_each_state_is_found_as_saved() {
        Waiter joined = joined(1, NOW);
        Waiter offered = save((Changed) joined.offer(offer(), NOW), 1);
        Waiter again = save((Changed) offered.leaveUnanswered(offer().call(), NOW), 2);
        assertThat(again.state()).isEqualTo(new WaiterState.Waiting(1));
        save((Changed) again.remove(EndReason.ASKED_US, UUID.randomUUID(), NOW), 3);
        assertThat(published(again.id())).isEqualTo(4);
    }

    @Test
    void who_wants_any_coordinator_at_any_time_is_found_as_saved() {
        TimeWish wish = new TimeWish(null, CHICAGO, LocalDate.parse("2027-02-01"), Set.of(), Set.of());
        Changed joined = Waiter.join(inquiryId(1), wish, NOW);
        assertThat(waiters.save(joined.waiter(), joined.events())).isEqualTo(Saving.SAVED);
        assertThat(waiters.find(joined.waiter().id()).orElseThrow().wish()).isEqualTo(wish);
    }

    @Test
    void who_joined_unheard_is_found_as_saved_and_listed_and_takes_nobodys_place_in_line() {
        Waiter unheard = save(Waiter.joinUnheard(inquiryId(1), wish(), NOW), 0);
        Waiter heard = joined(2, NOW.plusSeconds(1));
        assertThat(waiters.listed()).containsExactly(unheard, heard);
        assertThat(waiters.inLine()).containsExactly(heard);
        save((Changed) unheard.leave(NOW), 1);
        assertThat(waiters.listed()).containsExactly(heard);
    }

    @Test
    void of_two_that_saw_the_same_one_is_stale() {
        Waiter joined = joined(1, NOW);
        save((Changed) joined.offer(offer(), NOW), 1);
        Changed late = (Changed) joined.leave(NOW);
        assertThat(waiters.save(late.waiter(), late.events())).isEqualTo(Saving.STALE);
        Changed again = Waiter.join(inquiryId(1), wish(), NOW);
        assertThat(waiters.save(again.waiter(), again.events())).isEqualTo(Saving.STALE);
    }

    @Test
    void the_line_has_who_waits_or_has_an_offer_in_the_order_they_came() {
        Waiter third = joined(3, NOW.plusSeconds(3));
        Waiter first = joined(1, NOW);
        Waiter second = joined(2, NOW.plusSeconds(2));
        Waiter left = joined(4, NOW.plusSeconds(1));
        save((Changed) left.leave(NOW), 1);
        save((Changed) second.offer(offer(), NOW), 1);
        assertThat(waiters.inLine()).extracting(Waiter::id).containsExactly(first.id(), second.id(), third.id());
    }

    private Waiter joined(int number, Instant at) {
        return save(Waiter.join(inquiryId(number), wish(), at), 0);
    }

    private Waiter save(Changed change, long version) {
        assertThat(change.waiter().version()).isEqualTo(version);
        assertThat(waiters.save(change.waiter(), change.events())).isEqualTo(Saving.SAVED);
        Waiter found = waiters.find(change.waiter().id()).orElseThrow();
        assertThat(found).usingRecursiveComparison().ignoringFields("version").isEqualTo(change.waiter());
        return found;
    }

    private static TimeWish wish() {
        return new TimeWish(
                MAYA,
                CHICAGO,
                LocalDate.parse("2027-02-01"),
                Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                Set.of(PartOfDay.EVENING));
    }

    private static Offer offer() {
        CallId call = new CallId(new UUID(7, 7));
        Instant start = NOW.plus(Duration.ofDays(1));
        return new Offer(
                call,
                new FreedTimeId(new CallId(new UUID(8, 8)), 3),
                MAYA,
                new Interval(start, start.plusSeconds(1200)),
                NOW.plusSeconds(900));
    }
}
