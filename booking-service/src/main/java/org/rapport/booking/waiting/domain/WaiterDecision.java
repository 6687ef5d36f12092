package org.rapport.booking.waiting.domain;

import java.util.List;

/** What a {@link Waiter} makes of a command. */
public sealed interface WaiterDecision {

    record Changed(Waiter waiter, List<WaiterEvent> events) implements WaiterDecision {

        public Changed {
            events = List.copyOf(events);
        }
    }

    /** It had been carried out before, or there is nothing left to change. */
    record Unchanged(Waiter waiter) implements WaiterDecision {}

    /** They have left, have another offer, or had this one already. */
    record NotFree() implements WaiterDecision {}

    record Unknown() implements WaiterDecision {}
}
