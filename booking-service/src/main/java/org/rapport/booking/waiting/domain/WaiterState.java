package org.rapport.booking.waiting.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a waiter stands; see {@link Waiter} for how they get from one to the next. */
public sealed interface WaiterState {

    /** @param unanswered offers in a row that passed without a word */
    record Waiting(int unanswered) implements WaiterState {}

    /**
     * Joined when the address had had its messages of the day: on the list as anybody can see, but offered nothing, and none
     * of it is told. Staff see it and can call.
     */
    record Unheard() implements WaiterState {}

    record Offered(int unanswered, Offer offer) implements WaiterState {}

    /** @param by the member of staff who removed them */
    record Ended(EndReason reason, Instant at, @Nullable UUID by) implements WaiterState {}
}
