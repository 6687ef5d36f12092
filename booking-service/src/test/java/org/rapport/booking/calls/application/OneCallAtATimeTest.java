package org.rapport.booking.calls.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.CHICAGO;
import static org.rapport.booking.Examples.DANIEL;
import static org.rapport.booking.Examples.MAYA;
import static org.rapport.booking.Examples.UNLIMITED;
import static org.rapport.booking.Examples.capped;
import static org.rapport.booking.Examples.everyDay;
import static org.rapport.booking.Examples.host;
import static org.rapport.booking.Examples.inquiryId;
import static org.rapport.booking.Examples.person;
import static org.rapport.booking.Examples.token;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallEvent.CallDoubled;
import org.rapport.booking.calls.domain.CallState;
import org.rapport.booking.calls.domain.CancelReason;
import org.rapport.booking.calls.domain.Claim;
import org.rapport.booking.calls.domain.Diaries;
import org.rapport.booking.calls.domain.HoldDecision;
import org.rapport.booking.calls.domain.MoveDecision;
import org.rapport.booking.calls.domain.Mover;
import org.rapport.booking.calls.domain.NotOpen;
import org.rapport.booking.calls.domain.Opening;
import org.rapport.booking.hosts.InMemoryHosts;
import org.rapport.booking.hosts.InMemoryPractices;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.inquiries.application.InMemoryInquiries;
import org.rapport.booking.inquiries.domain.Person;
import org.rapport.testkit.SettableClock;

/** Nobody is in two calls at once, and nobody holds more calls than their caps allow. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OneCallAtATimeTest {

    private static final Instant NINE = Instant.parse("2027-01-12T15:00:00Z");
    private static final Person ROBIN = person("Robin", "robin@example.org", "+13125550143");
    private static final Person NOOR = person("Noor", "noor@example.org", "+13125550144");
    private static final Person ALEX = person("Alex", "alex@example.org", "+13125550142");

    private final SettableClock clock = SettableClock.at("2027-01-11T10:00:00Z");
    private final InMemoryHosts hosts = new InMemoryHosts(
            host(MAYA, "Maya", capped(2, 3), everyDay("09:00", "17:00")),
            host(DANIEL, "Daniel", capped(null, null), everyDay("09:00", "17:00")));
    private final InMemoryPractices practices = new InMemoryPractices();
    private final InMemoryCalls calls = new InMemoryCalls();
    private final InMemoryInquiries inquiries = new InMemoryInquiries();
    private final FindOpeningsHandler openings =
            new FindOpeningsHandler(hosts, practices, calls, Diaries.empty(), clock);
    private final HoldCallHandler hold = new HoldCallHandler(hosts, practices, calls, openings, clock);
    private final BookCallHandler book = new BookCallHandler(calls, inquiries, UNLIMITED, clock);
    private final MoveCallHandler move = new MoveCallHandler(hosts, practices, calls, openings, clock);

    @Test
    void a_second_call_at_an_overlapping_time_is_not_booked_and_the_message_names_the_first() {
        booked(1, MAYA, NINE, ALEX);
        Call second = booked(2, DANIEL, NINE.plusSeconds(15 * 60), person("A.", "ALEX@example.org", "+13125550199"));
        assertThat(second.state()).isInstanceOf(CallState.Doubled.class);
        assertThat(calls.events()).last().isInstanceOf(CallDoubled.class);
        CallDoubled told = (CallDoubled) calls.events().getLast();
        assertThat(told.byEmail()).isEqualTo(token(1).callId());
        assertThat(told.byPhone()).isNull();
        assertThat(inquiries.find(inquiryId(2))).as("whom the message goes to").isPresent();
    }

    @Test
    void one_phone_is_one_person_too_but_another_address_learns_of_no_call() {
        booked(1, MAYA, NINE, ALEX);
        booked(2, DANIEL, NINE, person("Robin", "robin@example.org", "+13125550142"));
        CallDoubled told = (CallDoubled) calls.events().getLast();
        assertThat(told.byEmail()).isNull();
        assertThat(told.byPhone()).isEqualTo(token(1).callId());
    }

    @Test
    void one_call_after_the_other_is_booked_and_so_is_the_time_of_a_cancelled_one() {
        booked(1, MAYA, NINE, ALEX);
        assertThat(confirmed(2, DANIEL, NINE.plusSeconds(30 * 60), ALEX).state())
                .isInstanceOf(CallState.Booked.class);
        new CancelCallHandler(calls, clock).handle(new CancelCall(token(1).callId(), CancelReason.NO_LONGER_NEEDED));
        assertThat(booked(3, MAYA, NINE, ALEX).state()).isInstanceOf(CallState.Booked.class);
    }

    @Test
    void sent_again_it_is_answered_the_same_and_told_once() {
        booked(1, MAYA, NINE, ALEX);
        Call doubled = booked(2, DANIEL, NINE, ALEX);
        int told = calls.events().size();
        book.handle(new BookCall(token(2), ALEX));
        assertThat(calls.find(token(2).callId())).contains(doubled);
        assertThat(calls.events()).hasSize(told);
    }

    @Test
    void a_call_that_is_cancelled_meanwhile_is_in_nobodys_way() {
        booked(1, MAYA, NINE, ALEX);
        held(2, DANIEL, NINE);
        new BookCallHandler(new CancelsWhenAsked(calls, clock), inquiries, UNLIMITED, clock)
                .handle(new BookCall(token(2), ALEX));
        assertThat(calls.find(token(2).callId()).orElseThrow().state()).isInstanceOf(CallState.Booked.class);
    }

    @Test
    void the_hosts_time_is_free_again_when_the_hold_would_have_run_out() {
        booked(1, MAYA, NINE, ALEX);
        booked(2, DANIEL, NINE, ALEX);
        assertThat(held(3, DANIEL, NINE)).isInstanceOf(HoldDecision.Taken.class);
        clock.advance(Call.HOLD);
        assertThat(held(3, DANIEL, NINE)).isInstanceOf(HoldDecision.Held.class);
    }

    @Test
    void a_call_cannot_be_moved_into_another_call_of_the_same_person() {
        booked(1, MAYA, NINE, ALEX);
        confirmed(2, DANIEL, NINE.plusSeconds(3600), ALEX);
        MoveDecision decision = move.handle(new MoveCall(token(2).callId(), NINE, Mover.CLIENT, null));
        assertThat(decision).isInstanceOf(MoveDecision.Taken.class);
        assertThat(calls.find(token(2).callId()).orElseThrow().time().start()).isEqualTo(NINE.plusSeconds(3600));
    }

    @Test
    void a_full_day_takes_no_more_shows_no_more_and_opens_with_a_cancellation() {
        booked(1, MAYA, NINE, ALEX);
        booked(2, MAYA, NINE.plusSeconds(3600), ROBIN);
        assertThat(held(3, MAYA, NINE.plusSeconds(7200))).isEqualTo(new HoldDecision.Refused(NotOpen.DAY_FULL));
        assertThat(openings.handle(tuesday())).isEmpty();
        new CancelCallHandler(calls, clock).handle(new CancelCall(token(1).callId(), CancelReason.NO_LONGER_NEEDED));
        assertThat(openings.handle(tuesday())).extracting(Opening::start).contains(NINE, NINE.plusSeconds(7200));
        assertThat(held(4, MAYA, NINE.plusSeconds(7200))).isInstanceOf(HoldDecision.Held.class);
    }

    @Test
    void a_full_week_takes_no_more_and_a_move_within_it_still_goes() {
        booked(1, MAYA, NINE, ALEX);
        booked(2, MAYA, NINE.plusSeconds(3600), ROBIN);
        booked(3, MAYA, NINE.plusSeconds(86_400), NOOR);
        assertThat(held(4, MAYA, NINE.plusSeconds(2 * 86_400))).isEqualTo(new HoldDecision.Refused(NotOpen.WEEK_FULL));
        assertThat(held(4, MAYA, NINE.plusSeconds(6 * 86_400))).isInstanceOf(HoldDecision.Held.class);
        MoveCall within = new MoveCall(token(2).callId(), NINE.plusSeconds(2 * 86_400), Mover.CLIENT, null);
        assertThat(move.handle(within)).isInstanceOf(MoveDecision.Moved.class);
        MoveCall toFullDay = new MoveCall(token(3).callId(), NINE.plusSeconds(3600), Mover.CLIENT, null);
        assertThat(move.handle(toFullDay)).as("the day has a place again").isInstanceOf(MoveDecision.Moved.class);
    }

    @Test
    void a_call_is_not_moved_to_a_full_day() {
        booked(1, MAYA, NINE, ALEX);
        booked(2, MAYA, NINE.plusSeconds(3600), ROBIN);
        booked(3, MAYA, NINE.plusSeconds(86_400), NOOR);
        MoveCall toFullDay = new MoveCall(token(3).callId(), NINE.plusSeconds(7200), Mover.CLIENT, null);
        assertThat(move.handle(toFullDay)).isEqualTo(new MoveDecision.NotOffered(NotOpen.DAY_FULL));
        assertThat(calls.find(token(3).callId()).orElseThrow().time().start()).isEqualTo(NINE.plusSeconds(86_400));
    }

    @Test
    void where_one_host_is_full_and_the_other_taken_the_nearest_times_are_named() {
        booked(1, MAYA, NINE, ALEX);
        booked(2, MAYA, NINE.plusSeconds(3600), ROBIN);
        held(3, DANIEL, NINE.plusSeconds(7200));
        HoldCall anybody =
                new HoldCall(token(4), inquiryId(4), new HostChoice.AnyCoordinator(), NINE.plusSeconds(7200), CHICAGO);
        assertThat(hold.handle(anybody))
                .isInstanceOfSatisfying(
                        HoldDecision.Taken.class,
                        taken -> assertThat(taken.alternatives())
                                .hasSize(3)
                                .allSatisfy(near -> assertThat(near.hostId()).isEqualTo(DANIEL)));
    }

    @Test
    void a_hold_that_ran_out_keeps_nobody_from_its_place() {
        held(1, MAYA, NINE);
        held(2, MAYA, NINE.plusSeconds(3600));
        clock.advance(Call.HOLD);
        assertThat(held(3, MAYA, NINE.plusSeconds(7200))).isInstanceOf(HoldDecision.Held.class);
    }

    /** Whoever stands in the way cancels just before somebody looks. */
    private record CancelsWhenAsked(InMemoryCalls calls, SettableClock clock) implements ForwardedCalls {

        @Override
        public List<Call> claiming(Collection<Claim> claims) {
            new CancelCallHandler(calls, clock)
                    .handle(new CancelCall(token(1).callId(), CancelReason.NO_LONGER_NEEDED));
            return calls.claiming(claims);
        }
    }

    private static FindOpenings tuesday() {
        return new FindOpenings(new HostChoice.One(MAYA), LocalDate.parse("2027-01-12"), 1, CHICAGO);
    }

    private Call booked(int number, HostId host, Instant start, Person person) {
        assertThat(held(number, host, start)).isInstanceOf(HoldDecision.Held.class);
        book.handle(new BookCall(token(number), person));
        return calls.find(token(number).callId()).orElseThrow();
    }

    private Call confirmed(int number, HostId host, Instant start, Person person) {
        booked(number, host, start, person);
        new ConfirmCallHandler(calls, clock)
                .handle(new ConfirmCall(token(number).callId()));
        return calls.find(token(number).callId()).orElseThrow();
    }

    private HoldDecision held(int number, HostId host, Instant start) {
        return hold.handle(new HoldCall(token(number), inquiryId(number), new HostChoice.One(host), start, CHICAGO));
    }
}
