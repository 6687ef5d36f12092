package org.rapport.booking.waiting.domain;

import java.time.Instant;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallState;

/** What became of an offer, as its hold says. */
public enum OfferStanding {
    /** To be taken until its time is over. */
    OPEN,
    TAKEN,
    LET_GO,
    /**
     * They took it, and are in another call then: nothing is booked ({@link CallState.Doubled}), and its time stays claimed as
     * long as the offer would have lasted.
     */
    DOUBLED,
    UNANSWERED;

    /** @param until when the offer ends or ended */
    public static OfferStanding of(Call hold, Instant until, Instant now) {
        return switch (hold.state()) {
            case CallState.Held _ -> hold.isOver(now) ? UNANSWERED : OPEN;
            case CallState.Booked _, CallState.Ended _, CallState.Cancelled _ -> TAKEN;
            case CallState.Released(Instant at) -> at.isBefore(until) ? LET_GO : UNANSWERED;
            case CallState.Doubled _ -> DOUBLED;
        };
    }
}
