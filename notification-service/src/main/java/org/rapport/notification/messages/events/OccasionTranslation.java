package org.rapport.notification.messages.events;

import java.util.Optional;
import org.rapport.contracts.BookingCalendars;
import org.rapport.contracts.BookingCalls;
import org.rapport.contracts.BookingWaiters;
import org.rapport.contracts.IntakeResponses;
import org.rapport.contracts.MatchingReferrals;
import org.rapport.notification.messages.domain.Occasion;
import org.rapport.notification.messages.domain.Occasion.Offer;

/** What happened elsewhere, as an occasion to tell people; empty where nobody is to be told. */
final class OccasionTranslation {
    private OccasionTranslation() {}

    static Optional<Occasion> of(BookingCalls event) {
        return switch (event) {
            case BookingCalls.CallBooked booked ->
                Optional.of(new Occasion.CallBooked(
                        booked.inquiryId(),
                        booked.callId(),
                        booked.revision(),
                        booked.hostId(),
                        booked.start(),
                        booked.bookedAt()));
            case BookingCalls.CallMoved moved ->
                Optional.of(new Occasion.CallMoved(
                        moved.inquiryId(),
                        moved.callId(),
                        moved.revision(),
                        moved.hostId(),
                        moved.start(),
                        moved.movedBy() == BookingCalls.MovedBy.CLIENT,
                        moved.movedAt()));
            case BookingCalls.CallDoubled doubled ->
                Optional.of(new Occasion.CallDoubled(
                        doubled.inquiryId(),
                        doubled.callId(),
                        doubled.standingByEmail(),
                        doubled.standingByPhone(),
                        doubled.doubledAt()));
            case BookingCalls.CallUnconfirmed unconfirmed ->
                Optional.of(new Occasion.CallUnconfirmed(
                        unconfirmed.inquiryId(),
                        unconfirmed.callId(),
                        unconfirmed.confirmUntil(),
                        unconfirmed.askedAt()));
            case BookingCalls.CallMissed missed ->
                Optional.of(new Occasion.CallMissed(
                        missed.inquiryId(),
                        missed.callId(),
                        missed.correction(),
                        missed.hostId(),
                        missed.missedBy() == BookingCalls.MissedBy.CLIENT,
                        missed.notedAt()));
            // What had been said of a missed call is seen to be untrue when it is due.
            case BookingCalls.CallHeld _ -> Optional.empty();
            // The page they chose on said it, and of each of the other calls it is said that it was not chosen.
            case BookingCalls.CallChosen _ -> Optional.empty();
            case BookingCalls.CallCancelled cancelled
            when cancelled.reason().equals(BookingCalls.CallCancelled.OTHER_CHOSEN) ->
                Optional.of(new Occasion.CallNotChosen(
                        cancelled.inquiryId(),
                        cancelled.callId(),
                        cancelled.revision(),
                        cancelled.hostId(),
                        cancelled.start(),
                        cancelled.cancelledAt()));
            case BookingCalls.CallCancelled cancelled ->
                Optional.of(new Occasion.CallCancelled(
                        cancelled.inquiryId(),
                        cancelled.callId(),
                        cancelled.revision(),
                        cancelled.hostId(),
                        cancelled.start(),
                        cancelled.cancelledBy() == BookingCalls.CancelledBy.CLIENT,
                        cancelled.cancelledAt()));
        };
    }

    static Optional<Occasion> of(BookingWaiters event) {
        return switch (event) {
            case BookingWaiters.WaitListJoined joined ->
                Optional.of(new Occasion.WaitListJoined(
                        joined.inquiryId(), joined.waiterId(), joined.until(), joined.joinedAt()));
            case BookingWaiters.WaitListOffered offered ->
                Optional.of(new Occasion.WaitListOffered(
                        offered.inquiryId(), offered.callId(), offered.until(), offered.offeredAt()));
            case BookingWaiters.WaitListEnded ended ->
                switch (ended.reason()) {
                    // They know, or are told of the call they have.
                    case BOOKED, LEFT -> Optional.empty();
                    case UNANSWERED, OUTWAITED, REMOVED ->
                        Optional.of(new Occasion.WaitListEnded(ended.inquiryId(), ended.waiterId(), ended.endedAt()));
                };
        };
    }

    static Occasion of(BookingCalendars event) {
        return switch (event) {
            case BookingCalendars.CalendarUnreadable unreadable ->
                new Occasion.CalendarUnreadable(unreadable.hostId(), unreadable.outage(), unreadable.at());
            case BookingCalendars.CalendarReadable readable ->
                new Occasion.CalendarReadable(readable.hostId(), readable.outage(), readable.at());
        };
    }

    static Optional<Occasion> of(IntakeResponses event) {
        return switch (event) {
            case IntakeResponses.QuestionnaireSent sent ->
                Optional.of(new Occasion.QuestionnaireSent(
                        sent.inquiryId(), sent.responseId(), sent.expiresAt(), sent.sentAt()));
            case IntakeResponses.ResponseSubmitted submitted ->
                Optional.of(new Occasion.ResponseSubmitted(
                        submitted.inquiryId(), submitted.responseId(), submitted.submittedAt()));
            case IntakeResponses.SafetyConcernRaised raised ->
                Optional.of(
                        new Occasion.SafetyConcernRaised(raised.inquiryId(), raised.concernId(), raised.raisedAt()));
            case IntakeResponses.QuestionnaireResent resent ->
                Optional.of(new Occasion.QuestionnaireResent(
                        resent.inquiryId(),
                        resent.responseId(),
                        resent.number(),
                        resent.expiresAt(),
                        resent.resentAt()));
            case IntakeResponses.QuestionnaireNudged nudged ->
                Optional.of(new Occasion.QuestionnaireNudged(
                        nudged.inquiryId(),
                        nudged.responseId(),
                        nudged.number(),
                        nudged.sending(),
                        nudged.expiresAt(),
                        nudged.nudgedAt()));
            case IntakeResponses.QuestionnaireLapsed lapsed ->
                Optional.of(new Occasion.QuestionnaireLapsed(
                        lapsed.inquiryId(), lapsed.responseId(), lapsed.sending(), lapsed.lapsedAt()));
            case IntakeResponses.SafetyConcernEscalated escalated ->
                Optional.of(new Occasion.SafetyConcernEscalated(
                        escalated.inquiryId(), escalated.concernId(), escalated.step(), escalated.escalatedAt()));
            case IntakeResponses.ResponseBegun _, IntakeResponses.SafetyConcernAcknowledged _ -> Optional.empty();
        };
    }

    static Optional<Occasion> of(MatchingReferrals event) {
        return switch (event) {
            case MatchingReferrals.OfferMade made ->
                Optional.of(new Occasion.OfferMade(
                        made.inquiryId(),
                        new Offer(made.offerId(), made.number(), made.therapistId(), made.coordinatorId()),
                        made.expiresAt(),
                        made.madeAt()));
            case MatchingReferrals.OfferAccepted accepted ->
                Optional.of(new Occasion.OfferClosed(
                        accepted.inquiryId(),
                        new Offer(
                                accepted.offerId(),
                                accepted.number(),
                                accepted.therapistId(),
                                accepted.coordinatorId()),
                        accepted.acceptedAt()));
            case MatchingReferrals.OfferDeclined declined ->
                Optional.of(new Occasion.OfferDeclined(
                        declined.inquiryId(),
                        new Offer(
                                declined.offerId(),
                                declined.number(),
                                declined.therapistId(),
                                declined.coordinatorId()),
                        declined.declinedAt()));
            case MatchingReferrals.OfferLapsed lapsed ->
                Optional.of(new Occasion.OfferLapsed(
                        lapsed.inquiryId(),
                        new Offer(lapsed.offerId(), lapsed.number(), lapsed.therapistId(), lapsed.coordinatorId()),
                        lapsed.lapsedAt()));
            case MatchingReferrals.ClientMatched matched ->
                Optional.of(new Occasion.ClientMatched(
                        matched.inquiryId(),
                        matched.offerId(),
                        matched.therapistId(),
                        matched.coordinatorId(),
                        matched.matchedAt()));
            case MatchingReferrals.OfferWithdrawn withdrawn ->
                Optional.of(new Occasion.OfferClosed(
                        withdrawn.inquiryId(),
                        new Offer(
                                withdrawn.offerId(),
                                withdrawn.number(),
                                withdrawn.therapistId(),
                                withdrawn.coordinatorId()),
                        withdrawn.withdrawnAt()));
            case MatchingReferrals.ReferralOverdue overdue ->
                Optional.of(new Occasion.ReferralOverdue(
                        overdue.inquiryId(), overdue.coordinatorId(), overdue.dueAt(), overdue.overdueAt()));
            case MatchingReferrals.RematchRequested rematch ->
                Optional.of(new Occasion.RematchRequested(
                        rematch.inquiryId(), rematch.therapistId(), rematch.requestedAt()));
            case MatchingReferrals.ReferralClosed closed ->
                Optional.ofNullable(closed.therapistId())
                        .map(therapistId -> new Occasion.ReferralClosed(
                                closed.inquiryId(), therapistId, closed.closedBy(), closed.closedAt()));
            case MatchingReferrals.ChoiceProposed choice ->
                Optional.of(new Occasion.ChoiceProposed(
                        choice.inquiryId(), choice.number(), choice.until(), choice.proposedAt()));
            case MatchingReferrals.ChoiceMade choice ->
                Optional.of(new Occasion.ChoiceMade(choice.inquiryId(), choice.coordinatorId(), choice.madeAt()));
            case MatchingReferrals.FitCheckAsked check ->
                Optional.of(new Occasion.FitCheckAsked(
                        check.inquiryId(), check.number(), check.therapistId(), check.until(), check.askedAt()));
            case MatchingReferrals.TaskOpened task ->
                Optional.of(
                        new Occasion.TaskOpened(task.inquiryId(), task.task(), task.coordinatorId(), task.openedAt()));
            case MatchingReferrals.ReferralOpened _,
                    MatchingReferrals.ReferralAssigned _,
                    MatchingReferrals.ReferralReopened _ -> Optional.empty();
        };
    }
}
