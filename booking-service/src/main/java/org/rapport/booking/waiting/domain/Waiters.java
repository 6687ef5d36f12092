package org.rapport.booking.waiting.domain;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Everybody who waits, or has waited. */
public interface Waiters {

    Optional<Waiter> find(WaiterId id);

    /** Writes waiter and events together, if nobody wrote the waiter since they were read. */
    Saving save(Waiter waiter, List<WaiterEvent> events);

    /** Who waits or is offered a time now, in the order they came. */
    List<Waiter> inLine();

    /** Those in line and those whom nothing is offered, in the order they came: what staff see. */
    List<Waiter> listed();

    /** Loads, decides and saves; decides again on what somebody else made of the waiter meanwhile. */
    default WaiterDecision decide(WaiterId id, Function<Waiter, WaiterDecision> rule) {
        for (int attempt = 0; attempt < 20; attempt++) {
            Optional<Waiter> waiter = find(id);
            if (waiter.isEmpty()) {
                return new WaiterDecision.Unknown();
            }
            WaiterDecision decision = rule.apply(waiter.get());
            if (!(decision instanceof WaiterDecision.Changed(Waiter changed, List<WaiterEvent> events))
                    || save(changed, events) == Saving.SAVED) {
                return decision;
            }
        }
        throw new IllegalStateException("a waiter is written by too many at once: " + id);
    }
}
