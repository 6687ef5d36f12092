package org.rapport.booking.calls.domain;

import java.time.Instant;
import java.util.List;
import org.rapport.booking.calls.domain.CallDecision.Changed;
import org.rapport.booking.calls.domain.CallEvent.CallBooked;
import org.rapport.booking.calls.domain.CallState.Booked;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostSchedule;
import org.rapport.booking.inquiries.domain.Inquiry;

/** A call that staff book for somebody in one step: nobody holds it first, so there is no token to it. */
public final class Arrangement {

    private Arrangement() {}

    public static Changed of(CallId id, Inquiry inquiry, HostSchedule schedule, Instant start, Instant now) {
        Host host = schedule.host();
        Call booked = new Call(
                id,
                0,
                inquiry.id(),
                host.id(),
                host.role(),
                schedule.type().code(),
                schedule.time(start),
                schedule.blocked(start),
                host.zone(),
                inquiry.person().zone(),
                null,
                ClientKey.of(inquiry.person()),
                Places.first(host.terms()),
                start.minus(host.terms().cutOff()),
                0,
                new Booked(now));
        return new Changed(booked, List.of(new CallBooked(booked, now)));
    }

    /** The calls the person has then; a request that waits to be confirmed is none yet. */
    public static List<Call> ofTheSamePerson(Call wanted, List<Call> others) {
        return others.stream()
                .filter(other -> other.state().stands())
                .filter(other -> other.time().overlaps(wanted.time())
                        && other.client().stream().anyMatch(wanted.client()::contains))
                .toList();
    }
}
