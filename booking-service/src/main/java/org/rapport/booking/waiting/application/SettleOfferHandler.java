package org.rapport.booking.waiting.application;

import org.rapport.booking.waiting.domain.Waiter;
import org.rapport.booking.waiting.domain.WaiterId;
import org.rapport.booking.waiting.domain.Waiters;

/** Sees to an offer whose hold was booked or let go; most calls come from no wait list, and nothing happens. */
public final class SettleOfferHandler {

    private final Waiters waiters;
    private final PassOnHandler passOn;

    public SettleOfferHandler(Waiters waiters, PassOnHandler passOn) {
        this.waiters = waiters;
        this.passOn = passOn;
    }

    public void handle(SettleOffer command) {
        waiters.find(WaiterId.of(command.inquiry()))
                .flatMap(Waiter::offer)
                .filter(offer -> offer.call().equals(command.call()))
                .ifPresent(offer -> passOn.handle(new PassOn(offer.freed())));
    }
}
