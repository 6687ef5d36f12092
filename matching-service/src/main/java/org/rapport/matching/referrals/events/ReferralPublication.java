package org.rapport.matching.referrals.events;

import org.rapport.contracts.MatchingReferrals;
import org.rapport.contracts.PublishedEvent;
import org.rapport.matching.referrals.domain.Choice;
import org.rapport.matching.referrals.domain.Offer;
import org.rapport.matching.referrals.domain.ReferralEvent;

/** From the referral's own events to those the other services read. */
public final class ReferralPublication {
    private ReferralPublication() {}

    public static PublishedEvent of(ReferralEvent event) {
        return switch (event) {
            case ReferralEvent.ReferralOpened e -> new MatchingReferrals.ReferralOpened(e.inquiryId(), e.at());
            case ReferralEvent.ReferralAssigned e ->
                new MatchingReferrals.ReferralAssigned(e.inquiryId(), e.coordinatorId(), e.at());
            case ReferralEvent.OfferMade(var inquiryId, Offer o) ->
                new MatchingReferrals.OfferMade(
                        inquiryId,
                        Offer.idOf(inquiryId, o.number()),
                        o.number(),
                        o.therapistId(),
                        o.coordinatorId(),
                        o.expiresAt(),
                        o.madeAt());
            case ReferralEvent.OfferAccepted(var inquiryId, Offer o, var at) ->
                new MatchingReferrals.OfferAccepted(
                        inquiryId,
                        Offer.idOf(inquiryId, o.number()),
                        o.number(),
                        o.therapistId(),
                        o.coordinatorId(),
                        at);
            case ReferralEvent.OfferDeclined(var inquiryId, Offer o, var owner, var reason, var at) ->
                new MatchingReferrals.OfferDeclined(
                        inquiryId,
                        Offer.idOf(inquiryId, o.number()),
                        o.number(),
                        o.therapistId(),
                        owner,
                        reason.code(),
                        at);
            case ReferralEvent.OfferLapsed(var inquiryId, Offer o, var owner, var at) ->
                new MatchingReferrals.OfferLapsed(
                        inquiryId, Offer.idOf(inquiryId, o.number()), o.number(), o.therapistId(), owner, at);
            case ReferralEvent.OfferWithdrawn(var inquiryId, Offer o, var owner, var at) ->
                new MatchingReferrals.OfferWithdrawn(
                        inquiryId, Offer.idOf(inquiryId, o.number()), o.number(), o.therapistId(), owner, at);
            case ReferralEvent.ReferralOverdue e ->
                new MatchingReferrals.ReferralOverdue(e.inquiryId(), e.owner(), e.dueAt(), e.at());
            case ReferralEvent.RematchRequested e ->
                new MatchingReferrals.RematchRequested(e.inquiryId(), e.therapistId(), e.by(), e.at());
            case ReferralEvent.ReferralClosed e ->
                new MatchingReferrals.ReferralClosed(e.inquiryId(), e.reason().code(), e.therapistId(), e.by(), e.at());
            case ReferralEvent.ReferralReopened e ->
                new MatchingReferrals.ReferralReopened(e.inquiryId(), e.by(), e.at());
            case ReferralEvent.ChoiceProposed(var inquiryId, Choice c) ->
                new MatchingReferrals.ChoiceProposed(inquiryId, c.number(), c.by(), c.until(), c.askedAt());
            case ReferralEvent.ChoiceMade e ->
                new MatchingReferrals.ChoiceMade(e.inquiryId(), e.number(), e.therapistId(), e.owner(), e.at());
            case ReferralEvent.FitCheckAsked e ->
                new MatchingReferrals.FitCheckAsked(e.inquiryId(), e.number(), e.therapistId(), e.until(), e.at());
            case ReferralEvent.TaskOpened e ->
                new MatchingReferrals.TaskOpened(e.inquiryId(), e.task().code(), e.owner(), e.at());
            case ReferralEvent.ClientMatched(var inquiryId, Offer o, var owner, var at) ->
                new MatchingReferrals.ClientMatched(
                        inquiryId, Offer.idOf(inquiryId, o.number()), o.therapistId(), owner, at);
        };
    }
}
