package org.rapport.booking.waiting.domain;

import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.HoldKind;
import org.rapport.booking.calls.domain.HoldToken;

/** Keeps times for waiters, under the claims that keep every call. */
public interface OfferHolds {

    /** Holds a freed time for {@link HoldKind#OFFER}; again under the same id it is the same hold. */
    Holding hold(CallId id, FreedTime freed, Waiter waiter);

    /** The key to such a hold, the same whenever it is asked for; it is stored nowhere. */
    HoldToken token(CallId id);

    sealed interface Holding {

        /** @param call as it is now: perhaps no longer held */
        record Kept(Call call) implements Holding {}

        /** Somebody has the time, or it is not offered any more. */
        record NotHad() implements Holding {}
    }
}
