package org.rapport.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.contracts.BookingCalendars.CalendarReadable;
import org.rapport.contracts.BookingCalendars.CalendarUnreadable;
import org.rapport.contracts.BookingCalls.CallBooked;
import org.rapport.contracts.BookingCalls.CallCancelled;
import org.rapport.contracts.BookingCalls.CallChosen;
import org.rapport.contracts.BookingCalls.CallDoubled;
import org.rapport.contracts.BookingCalls.CallHeld;
import org.rapport.contracts.BookingCalls.CallMissed;
import org.rapport.contracts.BookingCalls.CallMoved;
import org.rapport.contracts.BookingCalls.CallUnconfirmed;
import org.rapport.contracts.BookingCalls.CancelledBy;
import org.rapport.contracts.BookingCalls.HostRole;
import org.rapport.contracts.BookingCalls.MissedBy;
import org.rapport.contracts.BookingCalls.MovedBy;
import org.rapport.contracts.BookingInquiries;
import org.rapport.contracts.BookingInquiries.InquiryReceived;
import org.rapport.contracts.BookingInquiries.QuestionnaireWanted;
import org.rapport.contracts.BookingWaiters.EndReason;
import org.rapport.contracts.BookingWaiters.WaitListEnded;
import org.rapport.contracts.BookingWaiters.WaitListJoined;
import org.rapport.contracts.BookingWaiters.WaitListOffered;
import org.rapport.contracts.IntakeResponses.Criteria;
import org.rapport.contracts.IntakeResponses.Priority;
import org.rapport.contracts.IntakeResponses.QuestionnaireLapsed;
import org.rapport.contracts.IntakeResponses.QuestionnaireNudged;
import org.rapport.contracts.IntakeResponses.QuestionnaireResent;
import org.rapport.contracts.IntakeResponses.QuestionnaireSent;
import org.rapport.contracts.IntakeResponses.ResponseBegun;
import org.rapport.contracts.IntakeResponses.ResponseSubmitted;
import org.rapport.contracts.IntakeResponses.SafetyConcernAcknowledged;
import org.rapport.contracts.IntakeResponses.SafetyConcernEscalated;
import org.rapport.contracts.IntakeResponses.SafetyConcernRaised;
import org.rapport.contracts.MatchingReferrals.ChoiceMade;
import org.rapport.contracts.MatchingReferrals.ChoiceProposed;
import org.rapport.contracts.MatchingReferrals.ClientMatched;
import org.rapport.contracts.MatchingReferrals.FitCheckAsked;
import org.rapport.contracts.MatchingReferrals.OfferAccepted;
import org.rapport.contracts.MatchingReferrals.OfferDeclined;
import org.rapport.contracts.MatchingReferrals.OfferLapsed;
import org.rapport.contracts.MatchingReferrals.OfferMade;
import org.rapport.contracts.MatchingReferrals.OfferWithdrawn;
import org.rapport.contracts.MatchingReferrals.ReferralAssigned;
import org.rapport.contracts.MatchingReferrals.ReferralClosed;
import org.rapport.contracts.MatchingReferrals.ReferralOpened;
import org.rapport.contracts.MatchingReferrals.ReferralOverdue;
import org.rapport.contracts.MatchingReferrals.ReferralReopened;
import org.rapport.contracts.MatchingReferrals.RematchRequested;
import org.rapport.contracts.MatchingReferrals.TaskOpened;
import org.rapport.contracts.NotificationMessages;
import org.rapport.contracts.NotificationMessages.MessageFailed;
import org.rapport.contracts.NotificationMessages.MessageSent;
import org.rapport.contracts.NotificationMessages.MessageSuppressed;
import org.rapport.contracts.PublishedEvent;

/** The events whose JSON lies in {@code contracts/examples}. */
final class ExampleEvents {
    private static final UUID INQUIRY = UUID.fromString("8c1f6a52-3d0e-4b7a-9f21-5e6d7c8b9a01");
    private static final UUID CALL = UUID.fromString("3b9d2c41-7a58-4e06-b1c3-9d8e7f6a5b02");
    private static final UUID RESPONSE = UUID.fromString("5f0e1d2c-4b3a-4968-8776-a5b4c3d2e103");
    private static final UUID CONCERN = UUID.fromString("6a7b8c9d-0e1f-4a2b-9c3d-4e5f6a7b8c04");
    private static final UUID WAITER = UUID.fromString("2e4d6c8b-1a3f-4c5e-8d7b-9a0b1c2d3e07");
    private static final UUID OFFER = UUID.fromString("7d6c5b4a-3f2e-4d1c-8b0a-9f8e7d6c5b05");
    private static final UUID MAYA = UUID.fromString("c0000000-0000-4000-8000-000000000001");
    private static final UUID ELENA = UUID.fromString("a0000000-0000-4000-8000-000000000002");
    private static final Instant START = Instant.parse("2026-12-01T16:00:00Z");
    private static final Instant END = Instant.parse("2026-12-01T16:20:00Z");
    private static final List<String> QUESTIONNAIRES =
            List.of("urn:rapport:questionnaire:intake|1.0.0", "urn:rapport:questionnaire:phq-9|1.0.0");

    static final List<PublishedEvent> ALL = List.of(
            new InquiryReceived(
                    INQUIRY,
                    BookingInquiries.Path.CALL_WITH_COORDINATOR,
                    "en",
                    "America/Chicago",
                    "IL",
                    List.of(BookingInquiries.Channel.EMAIL, BookingInquiries.Channel.SMS),
                    null,
                    Instant.parse("2026-11-22T10:00:00Z")),
            new QuestionnaireWanted(INQUIRY, "es", Instant.parse("2026-11-22T10:05:00Z")),
            new CallBooked(
                    CALL,
                    INQUIRY,
                    MAYA,
                    HostRole.COORDINATOR,
                    START,
                    END,
                    "America/Chicago",
                    "America/New_York",
                    0,
                    Instant.parse("2026-11-22T10:00:00.250Z")),
            new CallMoved(
                    CALL,
                    INQUIRY,
                    MAYA,
                    HostRole.COORDINATOR,
                    START,
                    END,
                    Instant.parse("2026-11-30T16:00:00Z"),
                    1,
                    MovedBy.CLIENT,
                    Instant.parse("2026-11-22T18:00:00Z")),
            new CallDoubled(
                    CALL,
                    INQUIRY,
                    START,
                    UUID.fromString("9b9d2c41-7a58-4e06-b1c3-9d8e7f6a5b09"),
                    null,
                    Instant.parse("2026-11-22T10:00:00Z")),
            new CallUnconfirmed(
                    CALL, INQUIRY, START, Instant.parse("2026-11-22T10:30:00Z"), Instant.parse("2026-11-22T10:00:00Z")),
            new CallChosen(
                    UUID.fromString("3b9d2c41-7a58-8e06-b1c3-9d8e7f6a5b01"),
                    INQUIRY,
                    UUID.fromString("a0000000-0000-4000-8000-000000000002"),
                    Instant.parse("2026-12-02T18:00:00Z")),
            new CallHeld(
                    CALL,
                    INQUIRY,
                    MAYA,
                    HostRole.COORDINATOR,
                    START,
                    END,
                    "good-fit",
                    0,
                    MAYA,
                    Instant.parse("2026-12-01T16:25:00Z")),
            new CallMissed(
                    CALL,
                    INQUIRY,
                    MAYA,
                    HostRole.COORDINATOR,
                    START,
                    END,
                    MissedBy.CLIENT,
                    1,
                    MAYA,
                    Instant.parse("2026-12-01T16:30:00Z")),
            new CallCancelled(
                    CALL,
                    INQUIRY,
                    MAYA,
                    HostRole.COORDINATOR,
                    START,
                    END,
                    1,
                    CancelledBy.CLIENT,
                    "no-longer-needed",
                    Instant.parse("2026-11-23T09:30:00Z")),
            new WaitListJoined(
                    WAITER,
                    INQUIRY,
                    MAYA,
                    Instant.parse("2026-12-05T06:00:00Z"),
                    Instant.parse("2026-11-22T10:00:00Z")),
            new WaitListOffered(
                    WAITER,
                    INQUIRY,
                    CALL,
                    MAYA,
                    START,
                    END,
                    Instant.parse("2026-11-22T17:15:00Z"),
                    Instant.parse("2026-11-22T17:00:00Z")),
            new WaitListEnded(WAITER, INQUIRY, EndReason.UNANSWERED, Instant.parse("2026-11-22T17:15:00Z")),
            new CalendarUnreadable(
                    MAYA, 1, "not-found", Instant.parse("2026-11-23T09:00:00Z"), Instant.parse("2026-11-23T09:06:00Z")),
            new CalendarReadable(MAYA, 1, Instant.parse("2026-11-23T11:00:00Z")),
            new QuestionnaireSent(
                    RESPONSE,
                    INQUIRY,
                    QUESTIONNAIRES,
                    Instant.parse("2026-12-06T10:00:00Z"),
                    Instant.parse("2026-11-22T10:00:01Z")),
            new QuestionnaireResent(
                    RESPONSE, INQUIRY, 1, Instant.parse("2027-01-12T10:00:00Z"), Instant.parse("2026-12-13T10:00:00Z")),
            new QuestionnaireNudged(
                    RESPONSE,
                    INQUIRY,
                    1,
                    0,
                    Instant.parse("2026-12-06T10:00:00Z"),
                    Instant.parse("2026-11-23T10:00:01Z")),
            new QuestionnaireLapsed(RESPONSE, INQUIRY, 0, Instant.parse("2026-12-06T10:00:00Z")),
            new ResponseBegun(RESPONSE, INQUIRY, Instant.parse("2026-11-22T11:15:00Z")),
            submitted(160),
            new SafetyConcernRaised(CONCERN, RESPONSE, INQUIRY, Instant.parse("2026-11-22T11:32:10Z")),
            new SafetyConcernEscalated(CONCERN, RESPONSE, INQUIRY, 1, Instant.parse("2026-11-22T11:47:10Z")),
            new SafetyConcernAcknowledged(
                    CONCERN, RESPONSE, INQUIRY, MAYA, "called", Instant.parse("2026-11-22T11:50:00Z")),
            new ReferralOpened(INQUIRY, Instant.parse("2026-11-22T11:40:01Z")),
            new ReferralAssigned(INQUIRY, MAYA, Instant.parse("2026-11-22T14:00:00Z")),
            new OfferMade(
                    INQUIRY,
                    OFFER,
                    1,
                    ELENA,
                    MAYA,
                    Instant.parse("2026-11-24T14:05:00Z"),
                    Instant.parse("2026-11-22T14:05:00Z")),
            new OfferAccepted(INQUIRY, OFFER, 1, ELENA, MAYA, Instant.parse("2026-11-22T18:20:00Z")),
            new OfferDeclined(INQUIRY, OFFER, 1, ELENA, MAYA, "caseload-full", Instant.parse("2026-11-22T18:20:00Z")),
            new OfferLapsed(INQUIRY, OFFER, 1, ELENA, MAYA, Instant.parse("2026-11-24T14:05:00Z")),
            new OfferWithdrawn(INQUIRY, OFFER, 1, ELENA, MAYA, Instant.parse("2026-11-23T10:15:00Z")),
            new ReferralOverdue(
                    INQUIRY, MAYA, Instant.parse("2026-11-24T22:00:00Z"), Instant.parse("2026-11-24T22:00:01Z")),
            new RematchRequested(INQUIRY, ELENA, MAYA, Instant.parse("2026-12-14T16:00:00Z")),
            new ReferralClosed(INQUIRY, "no-longer-wanted", null, MAYA, Instant.parse("2026-11-25T16:00:00Z")),
            new ReferralReopened(INQUIRY, MAYA, Instant.parse("2026-11-26T16:00:00Z")),
            new ClientMatched(INQUIRY, OFFER, ELENA, MAYA, Instant.parse("2026-11-22T18:20:00Z")),
            new ChoiceProposed(
                    INQUIRY, 1, MAYA, Instant.parse("2026-11-30T16:00:00Z"), Instant.parse("2026-11-23T16:00:00Z")),
            new ChoiceMade(INQUIRY, 1, ELENA, MAYA, Instant.parse("2026-11-24T16:00:00Z")),
            new FitCheckAsked(
                    INQUIRY, 1, ELENA, Instant.parse("2026-12-21T16:00:00Z"), Instant.parse("2026-12-07T16:00:00Z")),
            new TaskOpened(INQUIRY, "licence-ends", MAYA, Instant.parse("2026-12-14T16:00:00Z")),
            new MessageSent(
                    CALL + "|0|CALL_CONFIRMATION|EMAIL|" + INQUIRY,
                    INQUIRY,
                    "CALL_CONFIRMATION",
                    NotificationMessages.Channel.EMAIL,
                    Instant.parse("2026-11-22T10:00:02Z")),
            new MessageSuppressed(
                    CALL + "|0|CALL_REMINDER_24H|SMS|" + INQUIRY,
                    INQUIRY,
                    "CALL_REMINDER_24H",
                    NotificationMessages.Channel.SMS,
                    "call-cancelled",
                    Instant.parse("2026-11-30T16:00:00Z")),
            new MessageFailed(
                    CALL + "|0|CALL_CONFIRMATION|SMS|" + INQUIRY,
                    INQUIRY,
                    "CALL_CONFIRMATION",
                    NotificationMessages.Channel.SMS,
                    "provider-unreachable",
                    Instant.parse("2026-11-22T22:00:02Z")));

    private ExampleEvents() {}

    /** @param maximumFee the one component that may be absent */
    static ResponseSubmitted submitted(@Nullable Integer maximumFee) {
        Criteria criteria = new Criteria(
                "IL",
                "INDIVIDUAL",
                "ADULT",
                List.of("relationships", "grief"),
                List.of("relational"),
                "SELF_PAY",
                maximumFee,
                List.of("es", "en"),
                List.of("EVENING"));
        return new ResponseSubmitted(
                RESPONSE, INQUIRY, QUESTIONNAIRES, criteria, Priority.ROUTINE, Instant.parse("2026-11-22T11:40:00Z"));
    }
}
