package org.rapport.booking.calls.domain;

import java.time.Instant;
import java.util.Optional;
import org.rapport.booking.calls.domain.CallState.Booked;
import org.rapport.booking.calls.domain.CallState.Cancelled;
import org.rapport.booking.calls.domain.CallState.Doubled;
import org.rapport.booking.calls.domain.CallState.Ended;
import org.rapport.booking.calls.domain.CallState.Held;
import org.rapport.booking.calls.domain.CallState.Released;
import org.rapport.booking.calls.domain.CallState.Unconfirmed;
import org.rapport.booking.hosts.domain.HostId;

/**
 * What the pool remembers of a call that is held or booked.
 *
 * @param at when it came to the host
 */
public record TakenCall(HostId host, Instant at) {

    /** Empty for a call that was given back, and for a hold whose time is over. */
    public static Optional<TakenCall> of(Call call, Instant now) {
        return call.isOver(now) ? Optional.empty() : at(call.state()).map(at -> new TakenCall(call.hostId(), at));
    }

    /** Empty for one that is no call of the host any more. */
    static Optional<Instant> at(CallState state) {
        return switch (state) {
            case Held held -> Optional.of(held.heldAt());
            case Booked booked -> Optional.of(booked.bookedAt());
            case Unconfirmed asked -> asked.freed() ? Optional.empty() : Optional.of(asked.askedAt());
            case Ended ended -> Optional.of(ended.bookedAt());
            case Doubled _, Cancelled _, Released _ -> Optional.empty();
        };
    }
}
