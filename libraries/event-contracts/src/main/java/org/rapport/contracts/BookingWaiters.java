package org.rapport.contracts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Topic {@value Topics#BOOKING_WAITERS}: people who wait for a time to become free. */
public sealed interface BookingWaiters extends PublishedEvent {

    UUID waiterId();

    UUID inquiryId();

    @Override
    default UUID key() {
        return inquiryId();
    }

    /** Why somebody waits no longer. */
    enum EndReason {
        /** They took a time that was offered, whatever that became, or staff booked one for them. */
        BOOKED,
        LEFT,
        /** Two times in a row passed without an answer. */
        UNANSWERED,
        /** The last day the person waits for is over. */
        OUTWAITED,
        REMOVED
    }

    /**
     * @param hostId absent for any coordinator
     * @param until the end of the last day the person waits for
     */
    record WaitListJoined(
            UUID waiterId, UUID inquiryId, @Nullable UUID hostId, Instant until, Instant joinedAt)
            implements BookingWaiters {}

    /**
     * A time that became free is kept for this person alone. The link to it is asked of booking-service when it is sent.
     *
     * @param callId of the hold, and of the call once it is taken
     * @param until when it goes to the next
     */
    record WaitListOffered(
            UUID waiterId,
            UUID inquiryId,
            UUID callId,
            UUID hostId,
            Instant start,
            Instant end,
            Instant until,
            Instant offeredAt)
            implements BookingWaiters {}

    record WaitListEnded(UUID waiterId, UUID inquiryId, EndReason reason, Instant endedAt) implements BookingWaiters {}
}
