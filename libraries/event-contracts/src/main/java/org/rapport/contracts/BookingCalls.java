package org.rapport.contracts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Topic {@value Topics#BOOKING_CALLS}: consultation calls. */
public sealed interface BookingCalls extends PublishedEvent {

    UUID inquiryId();

    @Override
    default UUID key() {
        return inquiryId();
    }

    UUID callId();

    enum HostRole {
        COORDINATOR,
        THERAPIST
    }

    enum MovedBy {
        CLIENT,
        HOST
    }

    enum MissedBy {
        CLIENT,
        HOST
    }

    enum CancelledBy {
        CLIENT,
        STAFF
    }

    /**
     * @param revision 0 for a new call, one more for each change a calendar must know of (RFC 5545 SEQUENCE)
     * @param hostTimeZone IANA id
     * @param clientTimeZone IANA id
     */
    record CallBooked(
            UUID callId,
            UUID inquiryId,
            UUID hostId,
            HostRole hostRole,
            Instant start,
            Instant end,
            String hostTimeZone,
            String clientTimeZone,
            int revision,
            Instant bookedAt)
            implements BookingCalls {}

    /**
     * The call has another time; its id and its host stay.
     *
     * @param revision of the call as it is now
     */
    record CallMoved(
            UUID callId,
            UUID inquiryId,
            UUID hostId,
            HostRole hostRole,
            Instant start,
            Instant end,
            Instant previousStart,
            int revision,
            MovedBy movedBy,
            Instant movedAt)
            implements BookingCalls {}

    /**
     * Somebody asked for a call who is in another one then, and nothing is booked; the person is told by message alone.
     *
     * @param standingByEmail the call that stands under the same e-mail address
     * @param standingByPhone the call that stands under the same phone number
     */
    record CallDoubled(
            UUID callId,
            UUID inquiryId,
            Instant start,
            @Nullable UUID standingByEmail,
            @Nullable UUID standingByPhone,
            Instant doubledAt)
            implements BookingCalls {}

    /**
     * Somebody asked for a call who has another one that nobody had to confirm; this one is not booked until they confirm it.
     *
     * @param confirmUntil after which it lapses unheard
     */
    record CallUnconfirmed(UUID callId, UUID inquiryId, Instant start, Instant confirmUntil, Instant askedAt)
            implements BookingCalls {}

    /**
     * The call took place. Told again, with a higher correction, if it was noted wrongly.
     *
     * @param outcome code such as {@code good-fit}
     * @param correction 0 as first noted
     * @param notedBy the member of staff who noted it
     */
    record CallHeld(
            UUID callId,
            UUID inquiryId,
            UUID hostId,
            HostRole hostRole,
            Instant start,
            Instant end,
            String outcome,
            int correction,
            UUID notedBy,
            Instant notedAt)
            implements BookingCalls {}

    /**
     * One of the two did not come. Told again, with a higher correction, if it was noted wrongly.
     *
     * @param correction 0 as first noted
     * @param notedBy the member of staff who noted it
     */
    record CallMissed(
            UUID callId,
            UUID inquiryId,
            UUID hostId,
            HostRole hostRole,
            Instant start,
            Instant end,
            MissedBy missedBy,
            int correction,
            UUID notedBy,
            Instant notedAt)
            implements BookingCalls {}

    /**
     * Of calls with several therapists that were booked together, the person goes on with the one of this call. The others that
     * have not begun are cancelled.
     *
     * @param hostId the therapist
     */
    record CallChosen(UUID callId, UUID inquiryId, UUID hostId, Instant chosenAt) implements BookingCalls {}

    /** @param reason code such as {@code no-longer-needed}; free text stays in booking-service */
    record CallCancelled(
            UUID callId,
            UUID inquiryId,
            UUID hostId,
            HostRole hostRole,
            Instant start,
            Instant end,
            int revision,
            CancelledBy cancelledBy,
            String reason,
            Instant cancelledAt)
            implements BookingCalls {
        /** The reason where, of calls that were booked together, the person chose another: nobody cancelled this one itself. */
        public static final String OTHER_CHOSEN = "other-chosen";
    }
}
