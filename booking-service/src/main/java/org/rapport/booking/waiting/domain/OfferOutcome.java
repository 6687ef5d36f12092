package org.rapport.booking.waiting.domain;

import java.time.Instant;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallState;

/** What became of an offer, by the hold that it is. */
public enum OfferOutcome {
    /** To be taken until its time is over. */
    OPEN,
    TAKEN,
    LET_GO,
    /**
     * They took it, and nothing is booked, or not yet: they are in another call then ({@link CallState.Doubled}), or have to
     * confirm ({@link CallState.Unconfirmed}). Its time stays claimed for a while. To a waiter it is TAKEN, so that their page
     * tells nobody which it was.
     */
    TAKEN_UNBOOKED,
    UNANSWERED;

    /** @param until when the offer ends or ended */
    public static OfferOutcome of(Call hold, Instant until, Instant now) {
        return switch (hold.state()) {
            case CallState.Held _ -> hold.isOver(now) ? UNANSWERED : OPEN;
            case CallState.Booked _, CallState.Ended _, CallState.Cancelled _ -> TAKEN;
            case CallState.Released(Instant at) -> at.isBefore(until) ? LET_GO : UNANSWERED;
            case CallState.Doubled _, CallState.Unconfirmed _ -> TAKEN_UNBOOKED;
        };
    }
}
