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
import static org.rapport.booking.Examples.schedule;
import static org.rapport.booking.Examples.token;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallOutcome;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.inquiries.application.InMemoryInquiries;
import org.rapport.testkit.SettableClock;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ListHostCallsHandlerTest {

    private static final Instant NINE = Instant.parse("2027-01-12T15:00:00Z");
    private static final Duration TO_MIDNIGHT = Duration.ofHours(15);

    private final SettableClock clock = SettableClock.at("2027-01-11T15:00:00Z");
    private final InMemoryCalls calls = new InMemoryCalls();
    private final InMemoryInquiries inquiries = new InMemoryInquiries();
    private final ListHostCallsHandler handler = new ListHostCallsHandler(calls, inquiries, clock);

    @Test
    void a_call_stays_in_the_list_until_it_is_noted_how_it_went_and_can_no_longer_be_corrected() {
        book(1, NINE);
        assertThat(listed(MAYA)).singleElement().satisfies(call -> {
            assertThat(call.person().name()).isEqualTo("Alex");
            assertThat(call.over()).isFalse();
        });

        clock.set(NINE.plus(Duration.ofHours(1)));
        assertThat(listed(MAYA)).singleElement().matches(HostCall::over);
        clock.set(NINE.plus(Duration.ofDays(13)));
        assertThat(listed(MAYA)).singleElement().matches(call -> call.outcome() == null);
        clock.set(NINE.plus(TO_MIDNIGHT));
        new NoteOutcomeHandler(calls, clock)
                .handle(new NoteOutcome(token(1).callId(), CallOutcome.THINKING, MAYA.value()));
        assertThat(listed(MAYA)).singleElement().matches(call -> call.outcome() == CallOutcome.THINKING);
        clock.set(NINE.plus(TO_MIDNIGHT).plus(Duration.ofDays(1)).minusMillis(1));
        assertThat(listed(MAYA)).hasSize(1);
        clock.set(NINE.plus(TO_MIDNIGHT).plus(Duration.ofDays(1)));
        assertThat(listed(MAYA)).isEmpty();
    }

    @Test
    void the_last_day_that_can_be_booked_is_in_it() {
        book(1, Instant.parse("2027-03-12T22:30:00Z"));
        book(2, Instant.parse("2027-03-13T15:00:00Z"));
        assertThat(listed(MAYA)).extracting(call -> call.call().id()).containsExactly(token(1).callId());
    }

    @Test
    void a_hold_and_a_colleagues_call_are_not_in_it() {
        hold(1, NINE);
        book(2, NINE.plus(Duration.ofHours(1)));
        assertThat(listed(MAYA)).extracting(call -> call.call().id()).containsExactly(token(2).callId());
        assertThat(listed(DANIEL)).isEmpty();
    }

    private List<HostCall> listed(HostId host) {
        return handler.handle(new ListHostCalls(host, CHICAGO));
    }

    private void book(int number, Instant start) {
        hold(number, start);
        new BookCallHandler(calls, inquiries, UNLIMITED, clock).handle(new BookCall(token(number), person("Alex")));
    }

    private void hold(int number, Instant start) {
        calls.save(
                Call.hold(
                        token(number),
                        inquiryId(number),
                        schedule(coordinator(MAYA, "Maya", everyDay("09:00", "17:00"))),
                        start,
                        CHICAGO,
                        clock.instant()),
                List.of());
    }
}
