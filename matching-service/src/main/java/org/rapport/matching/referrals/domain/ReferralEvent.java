package org.rapport.matching.referrals.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

    record OfferWithdrawn(UUID inquiryId, Offer offer, UUID owner, Instant at) implements ReferralEvent {}

    /** @param owner absent if nobody answers for the person yet */
    record ReferralOverdue(UUID inquiryId, @Nullable UUID owner, Instant dueAt, Instant at) implements ReferralEvent {}

    /** The match did not hold; the seat is free again. */
    record RematchRequested(UUID inquiryId, UUID therapistId, UUID by, Instant at) implements ReferralEvent {}

    /** @param therapistId who saw the person; absent if nobody did */
    record ReferralClosed(
            UUID inquiryId, CloseReason reason, @Nullable UUID therapistId, UUID by, Instant at)
            implements ReferralEvent {}

    record ReferralReopened(UUID inquiryId, UUID by, Instant at) implements ReferralEvent {}

    record ChoiceProposed(UUID inquiryId, Choice choice) implements ReferralEvent {}

    /** @param therapistId absent for none of those shown */
    record ChoiceMade(UUID inquiryId, int number, @Nullable UUID therapistId, UUID owner, Instant at)
            implements ReferralEvent {}

    record FitCheckAsked(UUID inquiryId, int number, UUID therapistId, Instant until, Instant at)
            implements ReferralEvent {}

    /** @param owner absent if nobody answers for the person yet */
    record TaskOpened(
            UUID inquiryId, Task.Kind task, @Nullable UUID owner, Instant at) implements ReferralEvent {}
}
