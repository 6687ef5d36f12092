package org.rapport.booking.calls.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.CHICAGO;
import static org.rapport.booking.Examples.DANIEL;
import static org.rapport.booking.Examples.MAYA;
import static org.rapport.booking.Examples.UNLIMITED;
import static org.rapport.booking.Examples.coordinator;
import static org.rapport.booking.Examples.everyDay;
import static org.rapport.booking.Examples.inquiryId;
import static org.rapport.booking.Examples.person;
import static org.rapport.booking.Examples.token;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.calls.domain.Bundle;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallDecision;
import org.rapport.booking.calls.domain.CallEvent;
import org.rapport.booking.calls.domain.CallRefusal;
import org.rapport.booking.calls.domain.CallState;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.domain.CancelReason;
import org.rapport.booking.calls.domain.ConfirmationRules;
import org.rapport.booking.calls.domain.Diaries;
import org.rapport.booking.calls.domain.HoldDecision;
import org.rapport.booking.calls.domain.Saving;
import org.rapport.booking.hosts.InMemoryHosts;
import org.rapport.booking.hosts.InMemoryPractices;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.inquiries.application.InMemoryInquiries;
import org.rapport.booking.inquiries.domain.Channel;
import org.rapport.booking.inquiries.domain.Inquiry;
import org.rapport.booking.inquiries.domain.Person;
import org.rapport.booking.visitors.domain.Limited;
import org.rapport.booking.visitors.domain.MessageLimits;
import org.rapport.booking.visitors.domain.Taking;
import org.rapport.testkit.SettableClock;

/** A second call under one address waits until somebody shows that the address is theirs. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SecondCallTest {

    private static final Instant NINE = Instant.parse("2027-01-12T15:00:00Z");
    private static final Instant TEN = NINE.plus(Duration.ofHours(1));
    private static final Instant ELEVEN = NINE.plus(Duration.ofHours(2));
    private static final Person ALEX = person("Alex", "alex@example.org", "+13125550142");

    private final SettableClock clock = SettableClock.at("2027-01-11T10:00:00Z");
    private final InMemoryHosts hosts = new InMemoryHosts(
            coordinator(MAYA, "Maya", everyDay("09:00", "17:00")),
            coordinator(DANIEL, "Daniel", everyDay("09:00", "17:00")));
    private final InMemoryPractices practices = new InMemoryPractices();
    private final InMemoryCalls calls = new InMemoryCalls();
    private final InMemoryInquiries inquiries = new InMemoryInquiries();
    private final FindOpeningsHandler openings =
            new FindOpeningsHandler(hosts, practices, calls, Diaries.empty(), clock);
    private final HoldCallHandler hold = new HoldCallHandler(hosts, practices, calls, openings, clock);
    private final ConfirmCallHandler confirm = new ConfirmCallHandler(calls, clock);
    private final LapseHoldHandler lapse = new LapseHoldHandler(calls, clock);

    @Test
    void pain_27_a_second_call_is_booked_by_the_link_in_the_message_and_not_before() {
        assertThat(booked(1, MAYA, NINE, ALEX).state()).isInstanceOf(CallState.Booked.class);
        Call second = booked(2, DANIEL, TEN, person("A.", "ALEX@example.org", "+13125550199"));
        assertThat(second.state()).isInstanceOf(CallState.Unconfirmed.class);
        assertThat(calls.events()).last().isInstanceOf(CallEvent.CallUnconfirmed.class);
        clock.advance(ConfirmationRules.KEPT.minusMillis(1));
        assertThat(confirmed(2)).isInstanceOf(CallDecision.Changed.class);
        assertThat(call(2).state()).isInstanceOf(CallState.Booked.class);
        assertThat(calls.events()).last().isInstanceOf(CallEvent.CallBooked.class);
        assertThat(confirmed(2)).as("again").isInstanceOf(CallDecision.Unchanged.class);
    }

    @Test
    void unconfirmed_it_keeps_the_time_for_half_an_hour_and_then_lets_it_go() {
        booked(1, MAYA, NINE, ALEX);
        booked(2, DANIEL, TEN, ALEX);
        clock.advance(ConfirmationRules.KEPT.minusMillis(1));
        assertThat(held(3, DANIEL, TEN)).isInstanceOf(HoldDecision.Taken.class);
        clock.advance(Duration.ofMillis(1));
        assertThat(confirmed(2)).isEqualTo(new CallDecision.Refused(CallRefusal.HOLD_EXPIRED));
        assertThat(held(3, DANIEL, TEN)).isInstanceOf(HoldDecision.Held.class);
        assertThat(confirmed(2)).isEqualTo(new CallDecision.Refused(CallRefusal.HOLD_EXPIRED));
        assertThat(call(2).state()).as("to its holder it looks as before").isInstanceOf(CallState.Unconfirmed.class);
    }

    @Test
    void once_the_first_is_cancelled_or_over_the_next_is_booked_at_once() {
        booked(1, MAYA, NINE, ALEX);
        new CancelCallHandler(calls, clock).handle(new CancelCall(token(1).callId(), CancelReason.NO_LONGER_NEEDED));
        assertThat(booked(2, MAYA, NINE, ALEX).state()).isInstanceOf(CallState.Booked.class);
        clock.set(call(2).time().end().minusMillis(1));
        lapse.handle(new LapseHold(token(2).callId()));
        Instant tomorrow = NINE.plus(Duration.ofDays(1));
        assertThat(booked(3, MAYA, tomorrow, ALEX).state()).isInstanceOf(CallState.Unconfirmed.class);
        clock.advance(Duration.ofMillis(1));
        lapse.handle(new LapseHold(token(2).callId()));
        assertThat(booked(4, DANIEL, tomorrow.plus(Duration.ofHours(1)), ALEX).state())
                .isInstanceOf(CallState.Booked.class);
    }

    @Test
    void a_confirmed_call_does_not_stand_for_the_address_and_a_third_has_to_be_confirmed_too() {
        booked(1, MAYA, NINE, ALEX);
        booked(2, DANIEL, TEN, ALEX);
        confirmed(2);
        assertThat(booked(3, MAYA, ELEVEN, ALEX).state()).isInstanceOf(CallState.Unconfirmed.class);
    }

    /** Who types a stranger's number with an own address learns nothing: the message would come to them. */
    @Test
    void a_phone_number_counts_only_where_messages_go_to_it() {
        booked(1, MAYA, NINE, ALEX);
        Person other = person("Robin", "robin@example.org", "+13125550142");
        assertThat(booked(2, DANIEL, TEN, other).state()).isInstanceOf(CallState.Booked.class);
    }

    /** Whoever types somebody's address takes the host's time for a while, never the owner's. */
    @Test
    void pain_27_an_unconfirmed_call_is_not_in_the_way_of_the_owner_of_the_address() {
        booked(1, MAYA, NINE, ALEX);
        booked(2, DANIEL, TEN, ALEX);
        Call own = booked(3, MAYA, TEN, ALEX);
        assertThat(own.state()).isInstanceOf(CallState.Unconfirmed.class);
        assertThat(calls.events()).noneMatch(CallEvent.CallDoubled.class::isInstance);
        assertThat(confirmed(3)).isInstanceOf(CallDecision.Changed.class);
        int told = calls.events().size();
        assertThat(confirmed(2)).isEqualTo(new CallDecision.Refused(CallRefusal.PERSON_BUSY));
        assertThat(call(2).state()).as("as long as the other stands").isInstanceOf(CallState.Unconfirmed.class);
        assertThat(calls.events()).hasSize(told);
        new CancelCallHandler(calls, clock).handle(new CancelCall(token(3).callId(), CancelReason.NO_LONGER_NEEDED));
        assertThat(confirmed(2)).isInstanceOf(CallDecision.Changed.class);
    }

    @Test
    void a_first_call_that_is_over_and_not_yet_woken_is_in_nobodys_way() {
        booked(1, MAYA, NINE, ALEX);
        clock.set(call(1).time().end().minusMillis(1));
        Instant tomorrow = NINE.plus(Duration.ofDays(1));
        assertThat(booked(2, MAYA, tomorrow, ALEX).state()).isInstanceOf(CallState.Unconfirmed.class);
        clock.advance(Duration.ofMillis(1));
        assertThat(booked(3, DANIEL, tomorrow, ALEX).state())
                .isInstanceOfSatisfying(
                        CallState.Booked.class,
                        booked -> assertThat(booked.unproven()).isNotNull());
        assertThat(call(1).state()).isEqualTo(new CallState.Booked(Instant.parse("2027-01-11T10:00:00Z")));
    }

    @Test
    void of_two_at_once_one_is_booked_and_the_other_waits() {
        held(1, MAYA, NINE);
        held(2, DANIEL, TEN);
        Calls late = new Late(calls, () -> handler(calls).handle(new BookCall(token(1), ALEX)));
        handler(late).handle(new BookCall(token(2), ALEX));
        assertThat(call(1).state()).isInstanceOf(CallState.Booked.class);
        assertThat(call(2).state()).isInstanceOf(CallState.Unconfirmed.class);
    }

    @Test
    void whether_an_address_is_known_does_not_show_in_the_steps_it_takes() {
        booked(1, MAYA, NINE, ALEX);
        List<List<String>> steps = new ArrayList<>();
        int number = 2;
        for (Person who : List.of(person("Robin", "robin@example.org", "+13125550143"), ALEX)) {
            held(number, DANIEL, NINE.plus(Duration.ofMinutes(60L * number)));
            WatchedCalls counted = new WatchedCalls(calls, new ArrayList<>());
            handler(counted).handle(new BookCall(token(number), who));
            steps.add(counted.questions());
            number++;
        }
        held(number, DANIEL, NINE);
        WatchedCalls doubled = new WatchedCalls(calls, new ArrayList<>());
        handler(doubled).handle(new BookCall(token(number), ALEX));
        assertThat(calls.events()).last().isInstanceOf(CallEvent.CallDoubled.class);
        assertThat(steps.get(0)).containsExactly("bundle", "claiming", "save");
        assertThat(steps.get(1)).isEqualTo(steps.get(0));
        assertThat(doubled.questions()).isEqualTo(steps.get(0));
    }

    @Test
    void pain_27_beyond_the_limit_it_looks_as_always_and_no_message_tells_of_a_call() {
        MessageLimits reached = new MessageLimits((_, _, _) -> new Taking.Refused(Duration.ofHours(1)));
        held(1, MAYA, NINE);
        WatchedCalls counted = new WatchedCalls(calls, new ArrayList<>());
        CallDecision answer =
                new BookCallHandler(counted, inquiries, reached, clock).handle(new BookCall(token(1), ALEX));
        assertThat(answer).isInstanceOf(CallDecision.Changed.class);
        assertThat(counted.questions()).containsExactly("bundle", "claiming", "save");
        assertThat(call(1).state().wasAskedFor()).isTrue();
        assertThat(calls.events()).isEmpty();
        assertThat(inquiries.events()).as("they are in the queue all the same").hasSize(1);
    }

    @Test
    void pain_27_where_a_phone_has_had_its_texts_the_booking_is_told_of_by_mail_alone() {
        MessageLimits texts = new MessageLimits(
                (what, _, _) -> what == Limited.TEXTS ? new Taking.Refused(Duration.ofHours(1)) : new Taking.Granted());
        held(1, MAYA, NINE);
        new BookCallHandler(calls, inquiries, texts, clock).handle(new BookCall(token(1), ALEX));
        assertThat(calls.events())
                .hasOnlyElementsOfType(CallEvent.CallBooked.class)
                .hasSize(1);
        assertThat(ALEX.channels()).contains(Channel.SMS);
        Inquiry inquiry = inquiries.find(call(1).inquiryId()).orElseThrow();
        assertThat(inquiry.reached().channels()).containsExactly(Channel.EMAIL);
        assertThat(inquiry.person())
                .as("a limit of a day takes nothing from what they allow")
                .isEqualTo(ALEX);
    }

    private BookCallHandler handler(Calls kept) {
        return new BookCallHandler(kept, inquiries, UNLIMITED, clock);
    }

    private Call booked(int number, HostId host, Instant start, Person person) {
        assertThat(held(number, host, start)).isInstanceOf(HoldDecision.Held.class);
        handler(calls).handle(new BookCall(token(number), person));
        return call(number);
    }

    private Call call(int number) {
        return calls.find(token(number).callId()).orElseThrow();
    }

    private CallDecision confirmed(int number) {
        return confirm.handle(new ConfirmCall(token(number).callId()));
    }

    private HoldDecision held(int number, HostId host, Instant start) {
        return hold.handle(new HoldCall(token(number), inquiryId(number), new HostChoice.One(host), start, CHICAGO));
    }

    /** Somebody else is quicker, between the look and the write. */
    private static final class Late implements ForwardedCalls {

        private final Calls calls;
        private final Runnable quicker;
        private boolean done;

        Late(Calls calls, Runnable quicker) {
            this.calls = calls;
            this.quicker = quicker;
        }

        @Override
        public Calls calls() {
            return calls;
        }

        @Override
        public Saving save(Bundle bundle, List<CallEvent> events) {
            if (!done) {
                done = true;
                quicker.run();
            }
            return calls.save(bundle, events);
        }
    }
}
