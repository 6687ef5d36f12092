package org.rapport.booking.waiting.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.waiting.domain.Offer;
import org.rapport.booking.waiting.domain.OfferHolds;
import org.rapport.booking.waiting.domain.Waiter;
import org.rapport.booking.waiting.domain.WaiterDecision;
import org.rapport.booking.waiting.domain.WaiterId;
import org.rapport.booking.waiting.domain.Waiters;

/**
 * Takes somebody off the list, at their own wish or the practice's, or because staff booked a call for them; another time they
 * were offered goes to the next at once.
 */
public final class EndWaitingHandler {

    private final Waiters waiters;
    private final OfferHolds holds;
    private final LetGoHandler letGo;
    private final Clock clock;

    public EndWaitingHandler(Waiters waiters, OfferHolds holds, LetGoHandler letGo, Clock clock) {
        this.waiters = waiters;
        this.holds = holds;
        this.letGo = letGo;
        this.clock = clock;
    }

    public WaiterDecision handle(LeaveWaitList command) {
        Instant now = now();
        return end(command.id(), waiter -> waiter.leave(now));
    }

    public WaiterDecision handle(RemoveWaiter command) {
        Instant now = now();
        return end(command.id(), waiter -> waiter.remove(command.reason(), command.by(), now));
    }

    /** The call they were offered ends their waiting by itself, once its freed time is settled. */
    public WaiterDecision handle(EndBookedWaiting command) {
        Instant now = now();
        return end(WaiterId.of(command.inquiry()), waiter -> waiter.bookedOtherwise(command.call(), now));
    }

    private WaiterDecision end(WaiterId id, Function<Waiter, WaiterDecision> rule) {
        AtomicReference<@Nullable Offer> open = new AtomicReference<>();
        WaiterDecision decision = waiters.decide(id, waiter -> {
            open.set(waiter.offer().orElse(null));
            return rule.apply(waiter);
        });
        Offer offer = open.get();
        if (offer != null && decision instanceof WaiterDecision.Changed) {
            letGo.release(holds.token(offer.call()), offer.freed());
        }
        return decision;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
