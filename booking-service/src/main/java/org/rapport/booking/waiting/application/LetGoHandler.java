package org.rapport.booking.waiting.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.rapport.booking.calls.domain.CallDecision;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.domain.HoldToken;
import org.rapport.booking.waiting.domain.FreedTimeId;
import org.rapport.booking.waiting.domain.Offer;
import org.rapport.booking.waiting.domain.Waiter;
import org.rapport.booking.waiting.domain.WaiterId;
import org.rapport.booking.waiting.domain.Waiters;

/** Gives an offered time back; it goes to the next at once. After a crash in between it goes when the offer would have ended. */
public final class LetGoHandler {

    private final Calls calls;
    private final Waiters waiters;
    private final PassOnHandler passOn;
    private final Clock clock;

    public LetGoHandler(Calls calls, Waiters waiters, PassOnHandler passOn, Clock clock) {
        this.calls = calls;
        this.waiters = waiters;
        this.passOn = passOn;
        this.clock = clock;
    }

    public CallDecision handle(LetGo command) {
        HoldToken token = command.token();
        Optional<FreedTimeId> freed = calls.heldBy(token)
                .flatMap(call -> waiters.find(WaiterId.of(call.inquiryId())))
                .flatMap(Waiter::offer)
                .filter(offer -> offer.call().equals(token.callId()))
                .map(Offer::freed);
        CallDecision decision = release(token);
        freed.ifPresent(id -> passOn.handle(new PassOn(id)));
        return decision;
    }

    /** For a waiter who has left and can no longer be asked what they were offered. */
    void release(HoldToken token, FreedTimeId freed) {
        release(token);
        passOn.handle(new PassOn(freed));
    }

    private CallDecision release(HoldToken token) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return calls.decide(token.callId(), call -> call.release(token, now));
    }
}
