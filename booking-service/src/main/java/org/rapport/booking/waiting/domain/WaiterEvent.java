package org.rapport.booking.waiting.domain;

import java.time.Instant;

/** What happened to a waiter that others must know of. */
public sealed interface WaiterEvent {

    Waiter waiter();

    record WaitListJoined(Waiter waiter) implements WaiterEvent {}

    record WaitListOffered(Waiter waiter, Offer offer, Instant offeredAt) implements WaiterEvent {}

    record WaitListEnded(Waiter waiter, EndReason reason, Instant endedAt) implements WaiterEvent {}
}
