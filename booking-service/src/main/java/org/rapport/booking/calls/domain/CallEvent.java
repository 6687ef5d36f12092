package org.rapport.booking.calls.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.hosts.domain.Interval;

/** What happened to a call that others must know of; holds come and go unheard. */
public sealed interface CallEvent {

    Call call();

    /** The same of the call with other places. */
    default CallEvent of(Call call) {
        return switch (this) {
            case CallBooked(Call _, Instant at) -> new CallBooked(call, at);
            case CallMoved(Call _, Interval previous, Mover by, Instant at) -> new CallMoved(call, previous, by, at);
            case CallDoubled(Call _, CallId byEmail, CallId byPhone, Instant at) ->
                new CallDoubled(call, byEmail, byPhone, at);
            case CallUnconfirmed(Call _, Instant until, Instant at) -> new CallUnconfirmed(call, until, at);
            case CallChosen(Call _, Instant at) -> new CallChosen(call, at);
            case CallHeld(Call _, CallOutcome outcome, int correction, UUID by, Instant at) ->
                new CallHeld(call, outcome, correction, by, at);
            case CallMissed(Call _, Mover missedBy, int correction, UUID by, Instant at) ->
                new CallMissed(call, missedBy, correction, by, at);
            case CallCancelled(Call _, CancelReason reason, Instant at) -> new CallCancelled(call, reason, at);
        };
    }

    record CallBooked(Call call, Instant bookedAt) implements CallEvent {}

    /** @param previous when it was to take place before */
    record CallMoved(Call call, Interval previous, Mover by, Instant movedAt) implements CallEvent {}

    /**
     * Somebody asked for a call who is in another one then; nothing is booked.
     *
     * @param byEmail the call that stands under the same e-mail address
     * @param byPhone the call that stands under the same phone number
     */
    record CallDoubled(
            Call call, @Nullable CallId byEmail, @Nullable CallId byPhone, Instant doubledAt) implements CallEvent {}

    /** Somebody asked for a call who has to confirm it first; it lapses unheard. */
    record CallUnconfirmed(Call call, Instant until, Instant askedAt) implements CallEvent {}

    /** Of the calls of a {@link Bundle} the person goes on with this one. */
    record CallChosen(Call call, Instant chosenAt) implements CallEvent {}

    record CallHeld(Call call, CallOutcome outcome, int correction, UUID notedBy, Instant notedAt)
            implements CallEvent {}

    record CallMissed(Call call, Mover by, int correction, UUID notedBy, Instant notedAt) implements CallEvent {}

    record CallCancelled(Call call, CancelReason reason, Instant cancelledAt) implements CallEvent {}
}
