package org.rapport.contracts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Topic {@value Topics#MATCHING_REFERRALS}: the way from an inquiry to a therapist. A referral has the id of its inquiry. */
public sealed interface MatchingReferrals extends PublishedEvent {

    UUID inquiryId();

    @Override
    default UUID key() {
        return inquiryId();
    }

    record ReferralOpened(UUID inquiryId, Instant openedAt) implements MatchingReferrals {}

    record ReferralAssigned(UUID inquiryId, UUID coordinatorId, Instant assignedAt) implements MatchingReferrals {}

    /** @param number 1 for the first offer of this referral, then rising */
    record OfferMade(
            UUID inquiryId,
            UUID offerId,
            int number,
            UUID therapistId,
            UUID coordinatorId,
            Instant expiresAt,
            Instant madeAt)
            implements MatchingReferrals {}

    record OfferAccepted(
            UUID inquiryId, UUID offerId, int number, UUID therapistId, UUID coordinatorId, Instant acceptedAt)
            implements MatchingReferrals {}

    /** @param reason code such as {@code caseload-full} */
    record OfferDeclined(
            UUID inquiryId,
            UUID offerId,
            int number,
            UUID therapistId,
            UUID coordinatorId,
            String reason,
            Instant declinedAt)
            implements MatchingReferrals {}

    record OfferLapsed(UUID inquiryId, UUID offerId, int number, UUID therapistId, UUID coordinatorId, Instant lapsedAt)
            implements MatchingReferrals {}

    /** Taken back: another therapist accepted, or the coordinator thought better of it. */
    record OfferWithdrawn(
            UUID inquiryId, UUID offerId, int number, UUID therapistId, UUID coordinatorId, Instant withdrawnAt)
            implements MatchingReferrals {}

    /**
     * The practice has not acted for this person in the time it gives itself.
     *
     * @param coordinatorId who answers for the person; absent if nobody does
     */
    record ReferralOverdue(UUID inquiryId, @Nullable UUID coordinatorId, Instant dueAt, Instant overdueAt)
            implements MatchingReferrals {}

    /** The match did not hold; the person is looked after anew. */
    record RematchRequested(UUID inquiryId, UUID therapistId, UUID coordinatorId, Instant requestedAt)
            implements MatchingReferrals {}

    /**
     * @param reason code such as {@code no-longer-wanted}
     * @param therapistId who saw the person; absent if nobody did
     */
    record ReferralClosed(
            UUID inquiryId, String reason, @Nullable UUID therapistId, UUID closedBy, Instant closedAt)
            implements MatchingReferrals {}

    record ReferralReopened(UUID inquiryId, UUID reopenedBy, Instant reopenedAt) implements MatchingReferrals {}

    record ClientMatched(UUID inquiryId, UUID offerId, UUID therapistId, UUID coordinatorId, Instant matchedAt)
            implements MatchingReferrals {}

    /**
     * The person is asked to choose among therapists, by a link.
     *
     * @param number 1 for the first time this person is asked, then rising
     * @param until when the link ends
     */
    record ChoiceProposed(UUID inquiryId, int number, UUID coordinatorId, Instant until, Instant proposedAt)
            implements MatchingReferrals {}

    /**
     * What the person would like; nothing is decided by it.
     *
     * @param therapistId whom they would like; absent for none of those shown
     * @param coordinatorId who answers for the person
     */
    record ChoiceMade(UUID inquiryId, int number, @Nullable UUID therapistId, UUID coordinatorId, Instant madeAt)
            implements MatchingReferrals {}

    /**
     * The person is asked how it is with their therapist, by a link.
     *
     * @param number rising over all matches of the person
     * @param until when the link ends
     */
    record FitCheckAsked(UUID inquiryId, int number, UUID therapistId, Instant until, Instant askedAt)
            implements MatchingReferrals {}

    /**
     * Somebody has to see to something besides finding a therapist.
     *
     * @param task code such as {@code licence-ends}
     * @param coordinatorId who answers for the person; absent if nobody does
     */
    record TaskOpened(UUID inquiryId, String task, @Nullable UUID coordinatorId, Instant openedAt)
            implements MatchingReferrals {}
}
