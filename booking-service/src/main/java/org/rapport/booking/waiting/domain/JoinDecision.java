package org.rapport.booking.waiting.domain;

/** What became of the wish to wait. */
public sealed interface JoinDecision {

    record Joined(Waiter waiter) implements JoinDecision {}

    /** The same request was sent with another content. */
    record RequestReused() implements JoinDecision {}
}
