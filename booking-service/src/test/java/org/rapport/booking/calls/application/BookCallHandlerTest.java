package org.rapport.booking.calls.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rapport.booking.Examples.CHICAGO;
import static org.rapport.booking.Examples.DANIEL;
import static org.rapport.booking.Examples.MAYA;
import static org.rapport.booking.Examples.UNLIMITED;
import static org.rapport.booking.Examples.coordinator;
import static org.rapport.booking.Examples.everyDay;
import static org.rapport.booking.Examples.inquiryId;
import static org.rapport.booking.Examples.person;
import static org.rapport.booking.Examples.schedule;
import static org.rapport.booking.Examples.token;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
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
import org.rapport.booking.calls.domain.ClientKey;
import org.rapport.booking.calls.domain.HoldToken;
import org.rapport.booking.calls.domain.Saving;
import org.rapport.booking.hosts.domain.Interval;
import org.rapport.booking.inquiries.application.ForwardedInquiries;
import org.rapport.booking.inquiries.application.InMemoryInquiries;
import org.rapport.booking.inquiries.domain.Inquiries;
import org.rapport.booking.inquiries.domain.Inquiry;
import org.rapport.booking.inquiries.domain.InquiryPath;
import org.rapport.booking.inquiries.domain.InquiryReceived;
import org.rapport.booking.inquiries.domain.Person;
import org.rapport.testkit.SettableClock;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BookCallHandlerTest {

    private static final Instant NINE = Instant.parse("2027-01-12T15:00:00Z");
    private static final HoldToken TOKEN = token(1);

    private final SettableClock clock = SettableClock.at("2027-01-11T15:00:00Z");
    private final InMemoryCalls calls = new InMemoryCalls();
    private final InMemoryInquiries inquiries = new InMemoryInquiries();
    private final BookCallHandler handler = new BookCallHandler(calls, inquiries, UNLIMITED, clock);

    @BeforeEach
    void somebody_holds_nine_o_clock() {
        calls.save(
                Call.hold(
                        TOKEN,
                        inquiryId(1),
                        schedule(coordinator(MAYA, "Maya", everyDay("09:00", "17:00"))),
                        NINE,
                        CHICAGO,
                        clock.instant()),
                List.of());
    }

    @Test
    void the_hold_becomes_the_call_and_the_person_is_in_the_queue() {
        assertThat(handler.handle(new BookCall(TOKEN, person("Alex")))).isInstanceOf(CallDecision.Changed.class);
        assertThat(calls.events()).singleElement().isInstanceOf(CallEvent.CallBooked.class);
        assertThat(inquiries.find(inquiryId(1)).orElseThrow().path()).isEqualTo(InquiryPath.CALL_WITH_COORDINATOR);
    }

    @Test
    void the_same_token_again_gets_the_same_call() {
        handler.handle(new BookCall(TOKEN, person("Alex")));
        assertThat(handler.handle(new BookCall(TOKEN, person("Alex")))).isInstanceOf(CallDecision.Unchanged.class);
        assertThat(calls.events()).hasSize(1);
        assertThat(inquiries.events()).hasSize(1);
    }

    @Test
    void a_crash_before_the_call_leaves_a_person_in_the_queue_and_the_repeat_finishes() {
        BookCallHandler crashing = new BookCallHandler(new CrashingCalls(calls), inquiries, UNLIMITED, clock);
        assertThatThrownBy(() -> crashing.handle(new BookCall(TOKEN, person("Alex"))))
                .hasMessage("crash");
        assertThat(inquiries.events()).hasSize(1);
        assertThat(calls.find(TOKEN.callId()).orElseThrow().state()).isInstanceOf(CallState.Held.class);

        handler.handle(new BookCall(TOKEN, person("Alex")));
        assertThat(calls.find(TOKEN.callId()).orElseThrow().state()).isInstanceOf(CallState.Booked.class);
        assertThat(inquiries.events()).hasSize(1);
    }

    @Test
    void what_a_person_corrected_between_two_tries_is_what_counts() {
        BookCallHandler crashing = new BookCallHandler(new CrashingCalls(calls), inquiries, UNLIMITED, clock);
        assertThatThrownBy(() -> crashing.handle(new BookCall(TOKEN, person("Alex"))))
                .hasMessage("crash");

        handler.handle(new BookCall(TOKEN, person("Alexis")));
        assertThat(inquiries.find(inquiryId(1)).orElseThrow().person()).isEqualTo(person("Alexis"));
        assertThat(inquiries.events()).hasSize(1);
    }

    /** The other one has corrected the inquiry and stops before it books; then this one finds the address in another call. */
    @Test
    void of_two_requests_with_one_hold_the_address_that_is_told_is_the_one_whose_call_stands() {
        HoldToken standing = token(2);
        calls.save(
                Call.hold(
                        standing,
                        inquiryId(2),
                        schedule(coordinator(DANIEL, "Daniel", everyDay("09:00", "17:00"))),
                        NINE,
                        CHICAGO,
                        clock.instant()),
                List.of());
        handler.handle(new BookCall(standing, person("Victim", "victim@example.org", "+13125550111")));
        BookCall others = new BookCall(TOKEN, person("Mallory", "mallory@example.org", "+13125550112"));
        BookCallHandler interrupted = new BookCallHandler(
                calls,
                new Interrupted(
                        inquiries,
                        () -> assertThatThrownBy(
                                        () -> new BookCallHandler(new CrashingCalls(calls), inquiries, UNLIMITED, clock)
                                                .handle(others))
                                .hasMessage("crash")),
                UNLIMITED,
                clock);

        interrupted.handle(new BookCall(TOKEN, person("Victim", "victim@example.org", "+13125550111")));
        CallEvent.CallDoubled doubled = (CallEvent.CallDoubled) calls.events().getLast();
        assertThat(doubled.byEmail()).isEqualTo(standing.callId());
        assertThat(inquiries.find(inquiryId(1)).orElseThrow().person().email()).isEqualTo("victim@example.org");
    }

    @Test
    void of_two_requests_with_one_hold_the_call_and_the_inquiry_are_of_the_same_person() {
        BookCall others = new BookCall(TOKEN, person("Robin", "robin@example.org", "+13125550113"));
        BookCallHandler interrupted = new BookCallHandler(
                calls,
                new Interrupted(
                        inquiries,
                        () -> assertThatThrownBy(
                                        () -> new BookCallHandler(new CrashingCalls(calls), inquiries, UNLIMITED, clock)
                                                .handle(others))
                                .hasMessage("crash")),
                UNLIMITED,
                clock);

        interrupted.handle(new BookCall(TOKEN, person("Alex", "alex@example.org", "+13125550114")));
        Person kept = inquiries.find(inquiryId(1)).orElseThrow().person();
        assertThat(calls.find(TOKEN.callId()).orElseThrow().client()).isEqualTo(ClientKey.of(kept));
        assertThat(kept.email()).isEqualTo("alex@example.org");
    }

    @Test
    void pain_4_a_hold_that_ran_out_books_nothing_and_keeps_nobody() {
        clock.advance(Call.HOLD);
        assertThat(handler.handle(new BookCall(TOKEN, person("Alex"))))
                .isEqualTo(new CallDecision.Refused(CallRefusal.HOLD_EXPIRED));
        assertThat(inquiries.events()).isEmpty();
    }

    @Test
    void pain_4_somebody_elses_token_books_nothing() {
        HoldToken guessed = HoldToken.of(TOKEN.callId(), new byte[32]);
        assertThat(handler.handle(new BookCall(guessed, person("Alex"))))
                .isEqualTo(new CallDecision.Refused(CallRefusal.UNKNOWN_LINK));
        assertThat(inquiries.events()).isEmpty();
    }

    @Test
    void a_cancelled_time_is_free_at_once_and_cancelling_again_says_the_same() {
        handler.handle(new BookCall(TOKEN, person("Alex")));
        CancelCallHandler cancel = new CancelCallHandler(calls, clock);
        CancelCall command = new CancelCall(TOKEN.callId(), CancelReason.NO_LONGER_NEEDED);
        assertThat(cancel.handle(command)).isInstanceOf(CallDecision.Changed.class);
        assertThat(cancel.handle(command)).isInstanceOf(CallDecision.Unchanged.class);
        assertThat(calls.active(List.of(MAYA), new Interval(NINE, NINE.plusSeconds(60))))
                .isEmpty();
        assertThat(calls.events()).hasSize(2);
    }

    /** Dies where the hold would become the call. */
    private record CrashingCalls(Calls calls) implements ForwardedCalls {

        @Override
        public Saving save(Bundle bundle, List<CallEvent> events) {
            if (events.isEmpty()) {
                return calls.save(bundle, events);
            }
            throw new IllegalStateException("crash");
        }
    }

    /** Lets something happen, once, after the inquiry was added. */
    private static final class Interrupted implements ForwardedInquiries {

        private final Inquiries inquiries;
        private Runnable once;

        Interrupted(Inquiries inquiries, Runnable once) {
            this.inquiries = inquiries;
            this.once = once;
        }

        @Override
        public Inquiries inquiries() {
            return inquiries;
        }

        @Override
        public org.rapport.booking.inquiries.domain.Saving add(Inquiry inquiry, InquiryReceived event) {
            org.rapport.booking.inquiries.domain.Saving saving = inquiries.add(inquiry, event);
            Runnable now = once;
            once = () -> {};
            now.run();
            return saving;
        }
    }
}
