package org.rapport.booking.calls.domain;

import java.time.Instant;
import java.util.Optional;
import org.rapport.booking.calls.domain.CallState.Booked;
import org.rapport.booking.calls.domain.CallState.Cancelled;
import org.rapport.booking.calls.domain.CallState.Doubled;
import org.rapport.booking.calls.domain.CallState.Ended;
import org.rapport.booking.calls.domain.CallState.Held;
import org.rapport.booking.calls.domain.CallState.Released;
import org.rapport.booking.hosts.domain.HostId;

/**
 * What the pool remembers of a call that is held or booked.
 *
 * @param at when it came to the host
 */
public record TakenCall(HostId host, Instant at) {

    /** Empty for a call that was given back, and for a hold whose time is over. */
    public static Optional<TakenCall> of(Call call, Instant now) {
        return switch (call.state()) {
            case Held _ when call.isOver(now) -> Optional.empty();
            case Held held -> Optional.of(new TakenCall(call.hostId(), held.heldAt()));
            case Booked booked -> Optional.of(new TakenCall(call.hostId(), booked.bookedAt()));
            case Ended ended -> Optional.of(new TakenCall(call.hostId(), ended.bookedAt()));
            case Doubled _, Cancelled _, Released _ -> Optional.empty();
        };
    }
}
