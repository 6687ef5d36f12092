package org.rapport.contracts;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The explicit map between the {@code ce_type} on the wire and the record that reads it. A class may be renamed; a type
 * name never changes, and a change that old readers cannot read gets a new one ({@code .v2}).
 */
public final class EventTypes {
    private static final Map<String, Class<? extends PublishedEvent>> CLASSES = Map.ofEntries(
            Map.entry("org.rapport.booking.inquiry-received.v1", BookingInquiries.InquiryReceived.class),
            Map.entry("org.rapport.booking.questionnaire-wanted.v1", BookingInquiries.QuestionnaireWanted.class),
            Map.entry("org.rapport.booking.call-booked.v1", BookingCalls.CallBooked.class),
            Map.entry("org.rapport.booking.call-moved.v1", BookingCalls.CallMoved.class),
            Map.entry("org.rapport.booking.call-doubled.v1", BookingCalls.CallDoubled.class),
            Map.entry("org.rapport.booking.call-unconfirmed.v1", BookingCalls.CallUnconfirmed.class),
            Map.entry("org.rapport.booking.call-chosen.v1", BookingCalls.CallChosen.class),
            Map.entry("org.rapport.booking.call-held.v1", BookingCalls.CallHeld.class),
            Map.entry("org.rapport.booking.call-missed.v1", BookingCalls.CallMissed.class),
            Map.entry("org.rapport.booking.call-cancelled.v1", BookingCalls.CallCancelled.class),
            Map.entry("org.rapport.booking.wait-list-joined.v1", BookingWaiters.WaitListJoined.class),
            Map.entry("org.rapport.booking.wait-list-offered.v1", BookingWaiters.WaitListOffered.class),
            Map.entry("org.rapport.booking.wait-list-ended.v1", BookingWaiters.WaitListEnded.class),
            Map.entry("org.rapport.booking.calendar-unreadable.v1", BookingCalendars.CalendarUnreadable.class),
            Map.entry("org.rapport.booking.calendar-readable.v1", BookingCalendars.CalendarReadable.class),
            Map.entry("org.rapport.intake.questionnaire-sent.v1", IntakeResponses.QuestionnaireSent.class),
            Map.entry("org.rapport.intake.questionnaire-resent.v1", IntakeResponses.QuestionnaireResent.class),
            Map.entry("org.rapport.intake.questionnaire-nudged.v1", IntakeResponses.QuestionnaireNudged.class),
            Map.entry("org.rapport.intake.questionnaire-lapsed.v1", IntakeResponses.QuestionnaireLapsed.class),
            Map.entry("org.rapport.intake.response-begun.v1", IntakeResponses.ResponseBegun.class),
            Map.entry("org.rapport.intake.response-submitted.v1", IntakeResponses.ResponseSubmitted.class),
            Map.entry("org.rapport.intake.safety-concern-raised.v1", IntakeResponses.SafetyConcernRaised.class),
            Map.entry("org.rapport.intake.safety-concern-escalated.v1", IntakeResponses.SafetyConcernEscalated.class),
            Map.entry(
                    "org.rapport.intake.safety-concern-acknowledged.v1",
                    IntakeResponses.SafetyConcernAcknowledged.class),
            Map.entry("org.rapport.matching.referral-opened.v1", MatchingReferrals.ReferralOpened.class),
            Map.entry("org.rapport.matching.referral-assigned.v1", MatchingReferrals.ReferralAssigned.class),
            Map.entry("org.rapport.matching.offer-made.v1", MatchingReferrals.OfferMade.class),
            Map.entry("org.rapport.matching.offer-accepted.v1", MatchingReferrals.OfferAccepted.class),
            Map.entry("org.rapport.matching.offer-declined.v1", MatchingReferrals.OfferDeclined.class),
            Map.entry("org.rapport.matching.offer-lapsed.v1", MatchingReferrals.OfferLapsed.class),
            Map.entry("org.rapport.matching.offer-withdrawn.v1", MatchingReferrals.OfferWithdrawn.class),
            Map.entry("org.rapport.matching.referral-overdue.v1", MatchingReferrals.ReferralOverdue.class),
            Map.entry("org.rapport.matching.rematch-requested.v1", MatchingReferrals.RematchRequested.class),
            Map.entry("org.rapport.matching.referral-closed.v1", MatchingReferrals.ReferralClosed.class),
            Map.entry("org.rapport.matching.referral-reopened.v1", MatchingReferrals.ReferralReopened.class),
            Map.entry("org.rapport.matching.client-matched.v1", MatchingReferrals.ClientMatched.class),
            Map.entry("org.rapport.matching.choice-proposed.v1", MatchingReferrals.ChoiceProposed.class),
            Map.entry("org.rapport.matching.choice-made.v1", MatchingReferrals.ChoiceMade.class),
            Map.entry("org.rapport.matching.fit-check-asked.v1", MatchingReferrals.FitCheckAsked.class),
            Map.entry("org.rapport.matching.task-opened.v1", MatchingReferrals.TaskOpened.class),
            Map.entry("org.rapport.notification.message-sent.v1", NotificationMessages.MessageSent.class),
            Map.entry("org.rapport.notification.message-suppressed.v1", NotificationMessages.MessageSuppressed.class),
            Map.entry("org.rapport.notification.message-failed.v1", NotificationMessages.MessageFailed.class));

    private static final Map<Class<? extends PublishedEvent>, String> NAMES = CLASSES.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey, (a, _) -> a));

    private EventTypes() {}

    public static String nameOf(PublishedEvent event) {
        String name = NAMES.get(event.getClass());
        if (name == null) {
            throw new IllegalStateException(
                    "no type name for " + event.getClass().getName());
        }
        return name;
    }

    /** The record that reads a type, or empty for a type this version does not know. */
    public static Optional<Class<? extends PublishedEvent>> classOf(String name) {
        return Optional.ofNullable(CLASSES.get(name)).map(Function.identity());
    }

    public static Map<String, Class<? extends PublishedEvent>> all() {
        return CLASSES;
    }
}
