package org.rapport.booking.waiting.application;

import java.time.Instant;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.waiting.domain.OfferOutcome;
import org.rapport.booking.waiting.domain.WaiterId;
import org.rapport.booking.waiting.domain.Waiters;

/** Notes with a waiter what became of an offer. */
final class SettleWaiter {

    private SettleWaiter() {}

    static void note(Waiters waiters, WaiterId id, CallId hold, OfferOutcome outcome, Instant now) {
        switch (outcome) {
            case OPEN -> {}
            case TAKEN, TAKEN_UNBOOKED -> waiters.decide(id, waiter -> waiter.taken(hold, now));
            case LET_GO -> waiters.decide(id, waiter -> waiter.letGo(hold));
            case UNANSWERED -> waiters.decide(id, waiter -> waiter.leaveUnanswered(hold, now));
        }
    }
}
