package org.rapport.booking.calls.domain;

import java.time.Instant;
import org.rapport.booking.hosts.domain.Interval;

/** What happened to a call that others must know of; holds come and go unheard. */
public sealed interface CallEvent {

    Call call();

    record CallBooked(Call call, Instant bookedAt) implements CallEvent {}

    /** @param previous when it was to take place before */
    record CallMoved(Call call, Interval previous, Mover by, Instant movedAt) implements CallEvent {}

    record CallCancelled(Call call, CancelReason reason, Instant cancelledAt) implements CallEvent {}
}
