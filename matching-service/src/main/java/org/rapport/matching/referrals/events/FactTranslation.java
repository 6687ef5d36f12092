package org.rapport.matching.referrals.events;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rapport.contracts.BookingCalendars;
import org.rapport.contracts.BookingCalls;
import org.rapport.contracts.BookingInquiries;
import org.rapport.contracts.BookingWaiters;
import org.rapport.contracts.IntakeResponses;
import org.rapport.contracts.MatchingReferrals;
import org.rapport.contracts.NotificationMessages;
import org.rapport.contracts.PublishedEvent;
import org.rapport.delivery.Received;
import org.rapport.matching.ranking.domain.Criteria;
import org.rapport.matching.referrals.application.NoteFact;
import org.rapport.matching.referrals.domain.Fact;
import org.rapport.matching.referrals.domain.Priority;
import org.rapport.matching.referrals.domain.Source;
import org.rapport.matching.roster.domain.Money;

/** From what the other services publish to what a referral notes. */
public final class FactTranslation {
    private FactTranslation() {}

    public static NoteFact of(Received<? extends PublishedEvent> received) {
        PublishedEvent event = received.event();
        return switch (event) {
            case BookingInquiries inquiry -> note(received, "inquiry", inquiryFact(inquiry));
            case BookingCalls call -> note(received, "call", callFact(call));
            case IntakeResponses response -> note(received, "response", responseFact(response));
            case NotificationMessages message -> note(received, "message", messageFact(message));
            case MatchingReferrals _, BookingCalendars _, BookingWaiters _ ->
                throw new IllegalArgumentException("nothing a referral notes: " + event.getClass());
        };
    }

    private static NoteFact note(Received<? extends PublishedEvent> received, String kind, Fact fact) {
        return new NoteFact(
                received.event().key(), fact, new Source(kind + "|" + received.subject(), received.sequence()));
    }

    private static Fact inquiryFact(BookingInquiries event) {
        return switch (event) {
            case BookingInquiries.InquiryReceived e ->
                new Fact.InquiryReceived(e.path().name(), e.language(), e.state(), wish(e.wish()), e.receivedAt());
            case BookingInquiries.QuestionnaireWanted e -> new Fact.QuestionnaireWanted(e.wantedAt());
        };
    }

    private static @Nullable String wish(BookingInquiries.@Nullable Wish wish) {
        return wish == null
                ? null
                : "wants-" + wish.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Fact callFact(BookingCalls event) {
        return switch (event) {
            case BookingCalls.CallBooked e ->
                new Fact.CallBooked(
                        e.callId(), e.hostId(), isCoordinator(e.hostRole()), e.start(), e.end(), e.bookedAt());
            case BookingCalls.CallMoved e ->
                new Fact.CallMoved(
                        e.callId(),
                        e.hostId(),
                        isCoordinator(e.hostRole()),
                        e.start(),
                        e.end(),
                        e.previousStart(),
                        e.movedBy().name(),
                        e.movedAt());
            case BookingCalls.CallHeld e ->
                new Fact.CallEnded(
                        e.callId(),
                        e.hostId(),
                        isCoordinator(e.hostRole()),
                        e.start(),
                        e.end(),
                        e.outcome(),
                        e.notedBy(),
                        e.notedAt());
            case BookingCalls.CallMissed e ->
                new Fact.CallEnded(
                        e.callId(),
                        e.hostId(),
                        isCoordinator(e.hostRole()),
                        e.start(),
                        e.end(),
                        switch (e.missedBy()) {
                            case CLIENT -> "missed-by-client";
                            case HOST -> "missed-by-host";
                        },
                        e.notedBy(),
                        e.notedAt());
            case BookingCalls.CallDoubled e -> new Fact.CallDoubled(e.start(), e.doubledAt());
            case BookingCalls.CallUnconfirmed e -> new Fact.CallUnconfirmed(e.start(), e.askedAt());
            case BookingCalls.CallChosen e -> new Fact.CallChosen(e.callId(), e.hostId(), e.chosenAt());
            case BookingCalls.CallCancelled e ->
                new Fact.CallCancelled(
                        e.callId(),
                        e.hostId(),
                        isCoordinator(e.hostRole()),
                        e.start(),
                        e.end(),
                        e.cancelledBy().name(),
                        e.reason(),
                        e.cancelledAt());
        };
    }

    private static Fact responseFact(IntakeResponses event) {
        return switch (event) {
            case IntakeResponses.QuestionnaireSent e -> new Fact.QuestionnaireSent(e.sentAt());
            case IntakeResponses.QuestionnaireResent e ->
                new Fact.QuestionnaireNoted("questionnaire-resent", true, e.resentAt());
            case IntakeResponses.QuestionnaireNudged e ->
                new Fact.QuestionnaireNoted("questionnaire-nudged", true, e.nudgedAt());
            case IntakeResponses.QuestionnaireLapsed e ->
                new Fact.QuestionnaireNoted("questionnaire-lapsed", false, e.lapsedAt());
            case IntakeResponses.SafetyConcernEscalated e ->
                new Fact.ConcernEscalated(e.concernId(), e.step(), e.escalatedAt());
            case IntakeResponses.ResponseBegun e -> new Fact.ResponseBegun(e.begunAt());
            case IntakeResponses.ResponseSubmitted e ->
                new Fact.ResponseSubmitted(
                        e.responseId(), criteria(e.criteria()), priority(e.priority()), e.submittedAt());
            case IntakeResponses.SafetyConcernRaised e -> new Fact.ConcernRaised(e.concernId(), e.raisedAt());
            case IntakeResponses.SafetyConcernAcknowledged e ->
                new Fact.ConcernAcknowledged(e.concernId(), e.acknowledgedBy(), e.action(), e.acknowledgedAt());
        };
    }

    private static Fact messageFact(NotificationMessages event) {
        return switch (event) {
            case NotificationMessages.MessageSent e ->
                new Fact.MessageSent(e.kind(), e.channel().name(), e.sentAt());
            case NotificationMessages.MessageSuppressed e ->
                new Fact.MessageSuppressed(e.kind(), e.channel().name(), e.reason(), e.suppressedAt());
            case NotificationMessages.MessageFailed e ->
                new Fact.MessageFailed(e.kind(), e.channel().name(), e.reason(), e.failedAt());
        };
    }

    private static Criteria criteria(IntakeResponses.Criteria told) {
        Integer limit = told.maximumFee();
        return new Criteria(
                told.state(),
                told.format(),
                told.population(),
                told.concerns(),
                told.modalities(),
                told.payment(),
                limit == null ? null : Money.usd(limit),
                told.languages(),
                told.availability());
    }

    private static Priority priority(IntakeResponses.Priority told) {
        return switch (told) {
            case ROUTINE -> Priority.ROUTINE;
            case URGENT -> Priority.URGENT;
            case EMERGENT -> Priority.EMERGENT;
        };
    }

    private static boolean isCoordinator(BookingCalls.HostRole role) {
        return role == BookingCalls.HostRole.COORDINATOR;
    }
}
