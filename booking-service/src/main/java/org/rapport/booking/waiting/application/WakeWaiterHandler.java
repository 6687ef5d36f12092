package org.rapport.booking.waiting.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.waiting.domain.Offer;
import org.rapport.booking.waiting.domain.OfferOutcome;
import org.rapport.booking.waiting.domain.Waiter;
import org.rapport.booking.waiting.domain.Waiters;

/**
 * Sees to a waiter whose last day is over, and to one whose offer has ended while nobody told them: its freed time may have
 * been settled by a slow instance that had read it before.
 */
public final class WakeWaiterHandler {

    private final Waiters waiters;
    private final Calls calls;
    private final Clock clock;

    public WakeWaiterHandler(Waiters waiters, Calls calls, Clock clock) {
        this.waiters = waiters;
        this.calls = calls;
        this.clock = clock;
    }

    public void handle(WakeWaiter command) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        waiters.find(command.id()).flatMap(Waiter::offer).ifPresent(offer -> settle(command, offer, now));
        waiters.decide(command.id(), waiter -> waiter.lapse(now));
    }

    private void settle(WakeWaiter command, Offer offer, Instant now) {
        OfferOutcome outcome = OfferOutcome.of(calls.find(offer.call()).orElseThrow(), offer.until(), now);
        SettleWaiter.note(waiters, command.id(), offer.call(), outcome, now);
    }
}
