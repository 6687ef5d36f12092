package org.rapport.booking.calls.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.inquiries.domain.PersonAnswers;

/** Where a call stands; see {@link Call} for how it gets from one to the next. */
public sealed interface CallState {

    /** Whether this is a hold whose time has run out, or what is left of one. */
    default boolean isOver(Instant now) {
        return switch (this) {
            case Held held -> !now.isBefore(held.expiresAt());
            case Doubled doubled -> !doubled.freed() && !now.isBefore(doubled.keptUntil());
            case Booked _, Ended _, Cancelled _, Released _ -> false;
        };
    }

    /** Whether it takes place, or did. */
    default boolean stands() {
        return switch (this) {
            case Booked _, Ended _ -> true;
            case Held _, Doubled _, Cancelled _, Released _ -> false;
        };
    }

    /** Whether it ever was more than a hold. */
    default boolean isCall() {
        return stands() || this instanceof Cancelled;
    }

    /**
     * @param extendedFor the request that extended it, if it had a key
     * @param draft what the holder typed so far; goes with the hold
     */
    record Held(
            Instant expiresAt,
            boolean extended,
            @Nullable UUID extendedFor,
            @Nullable PersonAnswers draft) implements CallState {

        /** As far as the end tells: a hold that was booked says when. */
        Instant heldAt() {
            return expiresAt.minus(extended ? Call.HOLD.multipliedBy(2) : Call.HOLD);
        }
    }

    record Booked(Instant bookedAt) implements CallState {}

    /**
     * Asked for by somebody who is in another call then: nothing is booked. To the holder it is answered like a booked call,
     * so that nobody learns by asking who has a call here; see decision 0009.
     *
     * @param keptUntil the host's time stays claimed as long as the hold would have lasted
     * @param freed whether it has been let go since
     */
    record Doubled(Instant doubledAt, Instant keptUntil, boolean freed) implements CallState {}

    /**
     * Its time came, and somebody of the staff noted how it went.
     *
     * @param correction 0 as first noted, one more each time it was noted otherwise
     */
    record Ended(Instant bookedAt, CallOutcome outcome, int correction, UUID notedBy, Instant notedAt)
            implements CallState {}

    record Cancelled(CancelReason reason, Instant cancelledAt) implements CallState {}

    /** A hold that was given back or ran out. */
    record Released(Instant releasedAt) implements CallState {}
}
