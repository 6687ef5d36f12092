package org.rapport.matching.referrals.domain;

import java.time.Instant;
import java.util.UUID;

/** What happened to a referral. The owner is the coordinator who answers for the person and is told. */
public sealed interface ReferralEvent {
    UUID inquiryId();

    record ReferralOpened(UUID inquiryId, Instant at) implements ReferralEvent {}

    record ReferralAssigned(UUID inquiryId, UUID coordinatorId, Instant at) implements ReferralEvent {}

    record OfferMade(UUID inquiryId, Offer offer) implements ReferralEvent {}

    record OfferAccepted(UUID inquiryId, Offer offer, Instant at) implements ReferralEvent {}

    record OfferDeclined(UUID inquiryId, Offer offer, UUID owner, DeclineReason reason, Instant at)
            implements ReferralEvent {}

    record OfferLapsed(UUID inquiryId, Offer offer, UUID owner, Instant at) implements ReferralEvent {}

    record ClientMatched(UUID inquiryId, Offer offer, UUID owner, Instant at) implements ReferralEvent {}
}
