package org.rapport.matching.referrals.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A client offered to a therapist.
 *
 * @param number 1 for the referral's first offer, then rising
 * @param coordinatorId who made it
 * @param answeredAt when it was accepted, declined or withdrawn, or lapsed
 * @param suggested a colleague whom the therapist named when declining
 */
public record Offer(
        int number,
        UUID therapistId,
        UUID coordinatorId,
        Instant madeAt,
        Instant expiresAt,
        OfferState state,
        @Nullable Instant answeredAt,
        @Nullable DeclineReason declineReason,
        @Nullable UUID suggested) {

    static Offer open(int number, UUID therapistId, UUID coordinatorId, Instant madeAt, Instant expiresAt) {
        // The store keeps milliseconds; what the event says must be what is read back.
        return new Offer(
                number,
                therapistId,
                coordinatorId,
                madeAt.truncatedTo(ChronoUnit.MILLIS),
                expiresAt.truncatedTo(ChronoUnit.MILLIS),
                OfferState.OPEN,
                null,
                null,
                null);
    }

    /** The same offer has the same id wherever it is computed. */
    public static UUID idOf(UUID inquiryId, int number) {
        return UUID.nameUUIDFromBytes(("offer|" + inquiryId + "|" + number).getBytes(StandardCharsets.UTF_8));
    }

    public boolean isOpen() {
        return state == OfferState.OPEN;
    }

    /** An open offer past its time counts as lapsed, even before the wake-up has written it down. */
    public OfferState stateAt(Instant now) {
        return isOpen() && !now.isBefore(expiresAt) ? OfferState.LAPSED : state;
    }

    Offer answered(OfferState answer, Instant at) {
        return new Offer(number, therapistId, coordinatorId, madeAt, expiresAt, answer, at, null, null);
    }

    Offer declined(DeclineReason reason, @Nullable UUID colleague, Instant at) {
        return new Offer(
                number, therapistId, coordinatorId, madeAt, expiresAt, OfferState.DECLINED, at, reason, colleague);
    }
}
