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
     * They took it, and nothing is booked: they are in another call then ({@link CallState.Doubled}), or went another way than
     * our link and have to confirm ({@link CallState.Unconfirmed}). Its time stays claimed for a while.
     */
    DOUBLED,
    UNANSWERED;

    /** @param until when the offer ends or ended */
    public static OfferStanding of(Call hold, Instant until, Instant now) {
        return switch (hold.state()) {
            case CallState.Held _ -> hold.isOver(now) ? UNANSWERED : OPEN;
            case CallState.Booked _, CallState.Ended _, CallState.Cancelled _ -> TAKEN;
            case CallState.Released(Instant at) -> at.isBefore(until) ? LET_GO : UNANSWERED;
            case CallState.Doubled _, CallState.Unconfirmed _ -> DOUBLED;
        };
    }
}
