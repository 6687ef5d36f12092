package org.rapport.booking.waiting.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.CallState;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.booking.waiting.domain.FreedTime;
import org.rapport.booking.waiting.domain.FreedTimeState.Choosing;
import org.rapport.booking.waiting.domain.FreedTimeState.End;
import org.rapport.booking.waiting.domain.FreedTimeState.Ended;
import org.rapport.booking.waiting.domain.FreedTimeState.Offered;
import org.rapport.booking.waiting.domain.FreedTimeState.Seeking;
import org.rapport.booking.waiting.domain.FreedTimes;
import org.rapport.booking.waiting.domain.Offer;
import org.rapport.booking.waiting.domain.OfferHolds;
import org.rapport.booking.waiting.domain.OfferHolds.Holding;
import org.rapport.booking.waiting.domain.OfferOutcome;
import org.rapport.booking.waiting.domain.Waiter;
import org.rapport.booking.waiting.domain.WaiterDecision;
import org.rapport.booking.waiting.domain.Waiters;

/**
 * Takes a freed time as far along the wait list as it can go now.
 *
 * <ol>
 *   <li>Seeking: decide who is next, and write that down.
 *   <li>Choosing: keep the time for them by a hold under an id made of this time and the offer's number; if somebody else
 *       has it, that is the end. Then tell the waiter; if they cannot be told, give the hold back and seek again.
 *   <li>Offered: ask the hold what became of it. While it is open, or was taken and is not booked yet, wait. Else note it
 *       with the waiter, then seek the next, or end.
 * </ol>
 *
 * Each step is one write to one document, and can be done again: a crash, another instance or an event told twice finds the
 * hold made, the waiter told, and goes on. Whoever loses a write reads again.
 */
public final class PassOnHandler {

    /** Every offer is three steps; what is left after so many is due again at once. */
    private static final int MOST_STEPS = 300;

    private final FreedTimes freedTimes;
    private final Waiters waiters;
    private final OfferHolds holds;
    private final Calls calls;
    private final Hosts hosts;
    private final Clock clock;

    public PassOnHandler(
            FreedTimes freedTimes, Waiters waiters, OfferHolds holds, Calls calls, Hosts hosts, Clock clock) {
        this.freedTimes = freedTimes;
        this.waiters = waiters;
        this.holds = holds;
        this.calls = calls;
        this.hosts = hosts;
        this.clock = clock;
    }

    public void handle(PassOn command) {
        for (int step = 0; step < MOST_STEPS; step++) {
            Optional<FreedTime> next = freedTimes.find(command.freed()).flatMap(this::next);
            if (next.isEmpty()) {
                return;
            }
            freedTimes.save(next.get());
        }
    }

    /** Empty where there is nothing to do now. */
    private Optional<FreedTime> next(FreedTime freed) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return switch (freed.state()) {
            case Seeking(Instant from) when now.isBefore(from) -> Optional.empty();
            case Seeking _ -> Optional.of(seek(freed, now));
            case Choosing(var waiter, CallId hold) ->
                Optional.of(waiters.find(waiter)
                        .map(chosen -> offer(freed, chosen, hold, now))
                        .orElseGet(() -> freed.seekAgain(now)));
            case Offered offered -> settle(freed, offered, now);
            case Ended _ -> Optional.empty();
        };
    }

    private FreedTime seek(FreedTime freed, Instant now) {
        Optional<Host> host = hosts.find(freed.host());
        return host.isPresent() ? freed.seek(waiters.inLine(), host.get(), now) : freed.end(End.OPEN_TO_ALL, now);
    }

    private FreedTime offer(FreedTime freed, Waiter chosen, CallId hold, Instant now) {
        boolean told = chosen.had().contains(hold);
        if (!told && !chosen.isFree()) {
            return giveBack(freed, hold, now);
        }
        return switch (holds.hold(hold, freed, chosen)) {
            case Holding.NotHad() -> freed.end(End.GONE, now);
            case Holding.Kept(Call kept) -> {
                Offer offer = new Offer(hold, freed.id(), freed.host(), kept.time(), until(kept, chosen, now));
                if (told) {
                    yield freed.offered(chosen.id(), hold, offer.until());
                }
                boolean open = OfferOutcome.of(kept, offer.until(), now) == OfferOutcome.OPEN && offer.isFresh(now);
                WaiterDecision decision = open
                        ? waiters.decide(chosen.id(), waiter -> waiter.offer(offer, now))
                        : new WaiterDecision.NotFree();
                yield switch (decision) {
                    case WaiterDecision.Changed _, WaiterDecision.Unchanged _ ->
                        freed.offered(chosen.id(), hold, offer.until());
                    case WaiterDecision.NotFree _, WaiterDecision.Unknown _ -> giveBack(freed, hold, now);
                };
            }
        };
    }

    private Optional<FreedTime> settle(FreedTime freed, Offered offered, Instant now) {
        Call hold = calls.find(offered.hold()).orElseThrow();
        OfferOutcome outcome = OfferOutcome.of(hold, offered.until(), now);
        SettleWaiter.note(waiters, offered.waiter(), offered.hold(), outcome, now);
        return switch (outcome) {
            case OPEN -> Optional.empty();
            case TAKEN -> Optional.of(freed.end(End.TAKEN_BY_WAITER, now));
            case LET_GO, UNANSWERED -> Optional.of(freed.passOn(offered.waiter(), now));
            case TAKEN_UNBOOKED -> unbooked(freed, offered, hold, now);
        };
    }

    /** The next one could not have the time as long as it is claimed, so it waits that long. */
    private static Optional<FreedTime> unbooked(FreedTime freed, Offered offered, Call hold, Instant now) {
        Instant kept = hold.state().claimsUntil().orElse(now);
        if (!now.isBefore(kept)) {
            return Optional.of(freed.passOn(offered.waiter(), now));
        }
        return kept.equals(offered.until())
                ? Optional.empty()
                : Optional.of(freed.offered(offered.waiter(), offered.hold(), kept));
    }

    private FreedTime giveBack(FreedTime freed, CallId hold, Instant now) {
        calls.decide(hold, call -> call.release(holds.token(hold), now));
        return freed.seekAgain(now);
    }

    private static Instant until(Call kept, Waiter chosen, Instant now) {
        Instant unlessTold = kept.state() instanceof CallState.Held held ? held.expiresAt() : now;
        return chosen.offer()
                .filter(offer -> offer.call().equals(kept.id()))
                .map(Offer::until)
                .orElse(unlessTold);
    }
}
