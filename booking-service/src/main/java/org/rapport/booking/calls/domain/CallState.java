package org.rapport.booking.calls.domain;

import java.time.Instant;
import java.util.Optional;
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
            case Unconfirmed asked -> !asked.freed() && !now.isBefore(asked.keptUntil());
            case Booked _, Ended _, Cancelled _, Released _ -> false;
        };
    }

    /** Until when its time is claimed, if that ends by itself. */
    default Optional<Instant> claimsUntil() {
        return switch (this) {
            case Held held -> Optional.of(held.expiresAt());
            case Doubled doubled when !doubled.freed() -> Optional.of(doubled.keptUntil());
            case Unconfirmed asked when !asked.freed() -> Optional.of(asked.keptUntil());
            case Doubled _, Unconfirmed _, Booked _, Ended _, Cancelled _, Released _ -> Optional.empty();
        };
    }

    /** Whether it takes place, or did. */
    default boolean stands() {
        return switch (this) {
            case Booked _, Ended _ -> true;
            case Held _, Unconfirmed _, Doubled _, Cancelled _, Released _ -> false;
        };
    }

    /** Whether it ever was more than a hold. */
    default boolean isCall() {
        return stands() || this instanceof Cancelled;
    }

    /** Whether the holder has said who they are; each is answered like any other. */
    default boolean wasAskedFor() {
        return switch (this) {
            case Booked _, Doubled _, Unconfirmed _, Ended _ -> true;
            case Held _, Cancelled _, Released _ -> false;
        };
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

    /**
     * @param unproven the address under which it stands that nobody has shown to be theirs; one call at a time may. Absent if
     *     it was confirmed, or booked by staff, or is over
     * @param movedAt when it got the time it has, if that is not the first
     */
    record Booked(
            Instant bookedAt,
            @Nullable ClientKey unproven,
            @Nullable Instant movedAt) implements CallState {

        public Booked(Instant bookedAt) {
            this(bookedAt, null, null);
        }

        public Booked(Instant bookedAt, @Nullable ClientKey unproven) {
            this(bookedAt, unproven, null);
        }

        Booked moved(Instant now) {
            return new Booked(bookedAt, unproven, now);
        }

        Booked proven() {
            return new Booked(bookedAt, null, movedAt);
        }
    }

    /**
     * Asked for under an address under which an unproven call stands: not booked before somebody follows the link in our
     * message to that address. To the holder it is answered like a booked call; see decision 0009.
     *
     * @param keptUntil how long the link can be followed and the time is claimed
     * @param freed whether it has been let go since
     */
    record Unconfirmed(Instant askedAt, Instant keptUntil, boolean freed) implements CallState {}

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
