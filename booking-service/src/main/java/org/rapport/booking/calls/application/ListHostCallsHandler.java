package org.rapport.booking.calls.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallState;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.hosts.domain.Interval;
import org.rapport.booking.inquiries.domain.Inquiries;

/** Lists a host's booked calls of today, those already over among them, and of the weeks ahead. */
public final class ListHostCallsHandler {

    private static final Duration AHEAD = Duration.ofDays(60);

    private final Calls calls;
    private final Inquiries inquiries;
    private final Clock clock;

    public ListHostCallsHandler(Calls calls, Inquiries inquiries, Clock clock) {
        this.calls = calls;
        this.inquiries = inquiries;
        this.clock = clock;
    }

    public List<HostCall> handle(ListHostCalls query) {
        Instant now = clock.instant();
        Instant midnight = LocalDate.ofInstant(now, query.zone())
                .atStartOfDay(query.zone())
                .toInstant();
        return calls.active(List.of(query.host()), new Interval(midnight, midnight.plus(AHEAD))).stream()
                .filter(call -> call.state() instanceof CallState.Booked)
                .map(call -> withPerson(call, now))
                .toList();
    }

    private HostCall withPerson(Call call, Instant now) {
        return new HostCall(
                call,
                inquiries.find(call.inquiryId()).orElseThrow().person(),
                !now.isBefore(call.time().start()),
                now.isAfter(call.time().end()));
    }
}
