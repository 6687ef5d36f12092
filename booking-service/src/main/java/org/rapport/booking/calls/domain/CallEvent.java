package org.rapport.booking.calls.domain;

import java.time.Instant;

/** What happened to a call that others must know of; holds come and go unheard. */
public sealed interface CallEvent {

    Call call();

    record CallBooked(Call call, Instant bookedAt) implements CallEvent {}

    record CallCancelled(Call call, CancelReason reason, Instant cancelledAt) implements CallEvent {}
}
