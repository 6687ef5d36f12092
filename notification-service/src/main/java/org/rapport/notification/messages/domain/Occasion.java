package org.rapport.notification.messages.domain;

import java.time.Instant;
import java.util.UUID;

/** Something that happened of which people must be told, or no longer be told. */
public sealed interface Occasion {
    record CallBooked(UUID inquiryId, UUID callId, int revision, UUID hostId, Instant start, Instant bookedAt)
            implements Occasion {}

    record CallMoved(UUID inquiryId, UUID callId, int revision, UUID hostId, Instant start, Instant movedAt)
            implements Occasion {}

    record CallCancelled(UUID inquiryId, UUID callId, int revision, UUID hostId, Instant start, Instant cancelledAt)
            implements Occasion {}

    record QuestionnaireSent(UUID inquiryId, UUID responseId, Instant expiresAt, Instant sentAt) implements Occasion {}

    record ResponseSubmitted(UUID inquiryId, UUID responseId, Instant submittedAt) implements Occasion {}

    record SafetyConcernRaised(UUID inquiryId, UUID concernId, Instant raisedAt) implements Occasion {}

    record OfferMade(UUID inquiryId, Offer offer, Instant expiresAt, Instant madeAt) implements Occasion {}

    record OfferAccepted(UUID inquiryId, Offer offer, Instant acceptedAt) implements Occasion {}

    record OfferDeclined(UUID inquiryId, Offer offer, Instant declinedAt) implements Occasion {}

    record OfferLapsed(UUID inquiryId, Offer offer, Instant lapsedAt) implements Occasion {}

    record ClientMatched(UUID inquiryId, UUID offerId, UUID therapistId, UUID coordinatorId, Instant matchedAt)
            implements Occasion {}

    record Offer(UUID offerId, int number, UUID therapistId, UUID coordinatorId) {}
}
