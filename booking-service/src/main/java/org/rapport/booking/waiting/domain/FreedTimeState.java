package org.rapport.booking.waiting.domain;

import java.time.Instant;
import org.rapport.booking.calls.domain.CallId;

/** Where a freed time stands; see {@link FreedTime} for how it gets from one to the next. */
public sealed interface FreedTimeState {

    /** @param from when to look for the next waiter; bookable by everybody until then */
    record Seeking(Instant from) implements FreedTimeState {}

    /** It is decided who is next; the hold and the word to them are being written. */
    record Choosing(WaiterId waiter, CallId hold) implements FreedTimeState {}

    record Offered(WaiterId waiter, CallId hold, Instant until) implements FreedTimeState {}

    record Ended(End how, Instant at) implements FreedTimeState {}

    enum End {
        TAKEN_BY_WAITER,
        /** Somebody else had the time before it could be kept. */
        GONE,
        /** Nobody on the list wants it, or it is too near. */
        OPEN_TO_ALL
    }
}
