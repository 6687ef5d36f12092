package org.rapport.booking.calls.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallState;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.domain.OutcomeRules;
import org.rapport.booking.hosts.domain.Interval;
import org.rapport.booking.inquiries.domain.Inquiries;

/**
 * Lists a host's calls of today and of the weeks ahead; before them those of the last days of which nobody noted how they
 * went, or which can still be corrected.
 */
public final class ListHostCallsHandler {

    private static final Duration BEHIND = Duration.ofDays(14);

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
        LocalDate today = LocalDate.ofInstant(now, query.zone());
        Instant midnight = today.atStartOfDay(query.zone()).toInstant();
        Instant behindLast = today.plusDays(FindOpenings.MOST_DAYS)
                .atStartOfDay(query.zone())
                .toInstant();
        Interval shown = new Interval(midnight.minus(BEHIND), behindLast);
        return calls.active(List.of(query.host()), shown).stream()
                .filter(call -> isShown(call, now))
                .map(call -> withPerson(call, now))
                .toList();
    }

    private static boolean isShown(Call call, Instant now) {
        return switch (call.state()) {
            case CallState.Booked _ -> true;
            case CallState.Ended _ -> now.isBefore(OutcomeRules.correctableUntil(call));
            case CallState.Held _,
                    CallState.Doubled _,
                    CallState.Unconfirmed _,
                    CallState.Cancelled _,
                    CallState.Released _ -> false;
        };
    }

    private HostCall withPerson(Call call, Instant now) {
        return new HostCall(
                call,
                inquiries.find(call.inquiryId()).orElseThrow().person(),
                !now.isBefore(call.time().start()),
                now.isAfter(call.time().end()),
                call.state() instanceof CallState.Ended ended ? ended.outcome() : null);
    }
}
