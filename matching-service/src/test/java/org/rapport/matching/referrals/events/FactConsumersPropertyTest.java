package org.rapport.matching.referrals.events;

import static org.rapport.matching.referrals.domain.Stories.CALL;
import static org.rapport.matching.referrals.domain.Stories.CONCERN;
import static org.rapport.matching.referrals.domain.Stories.INQUIRY;
import static org.rapport.matching.referrals.domain.Stories.MAYA;
import static org.rapport.matching.referrals.domain.Stories.MONDAY;
import static org.rapport.matching.referrals.domain.Stories.RESPONSE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.contracts.BookingCalls;
import org.rapport.contracts.BookingInquiries;
import org.rapport.contracts.IntakeResponses;
import org.rapport.contracts.NotificationMessages;
import org.rapport.contracts.PublishedEvent;
import org.rapport.delivery.Received;
import org.rapport.matching.referrals.application.NoteFactHandler;
import org.rapport.matching.referrals.domain.HistoryEntry;
import org.rapport.matching.referrals.domain.InMemoryReferrals;
import org.rapport.matching.referrals.domain.Referral;
import org.rapport.matching.referrals.domain.ReferralEvent;
import org.rapport.matching.referrals.domain.Referrals;
import org.rapport.matching.referrals.domain.Saving;
import org.rapport.matching.referrals.domain.Selection;
import org.rapport.testkit.HandlerProperty;
import org.rapport.testkit.HandlerProperty.Subject;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FactConsumersPropertyTest {
    private static final String MESSAGE = CALL + "|0|CALL_CONFIRMATION|EMAIL|" + INQUIRY;

    @Test
    void all_four_topics_in_any_order_and_more_than_once_make_one_referral() {
        HandlerProperty.check(deliveries(), faults -> {
            InMemoryReferrals kept = new InMemoryReferrals();
            NoteFactHandler handler = new NoteFactHandler(new Failing(kept, faults));
            return new Subject<>(received -> handler.handle(FactTranslation.of(received)), () -> told(kept));
        });
    }

    private static List<Received<? extends PublishedEvent>> deliveries() {
        Instant start = MONDAY.plusSeconds(86_400);
        return List.of(
                received(
                        INQUIRY.toString(),
                        1,
                        new BookingInquiries.InquiryReceived(
                                INQUIRY,
                                BookingInquiries.Path.BY_PHONE,
                                "en",
                                "America/Chicago",
                                "IL",
                                List.of(BookingInquiries.Channel.EMAIL),
                                BookingInquiries.Wish.CALL_BACK,
                                MONDAY)),
                received(
                        INQUIRY.toString(),
                        2,
                        new BookingInquiries.QuestionnaireWanted(INQUIRY, "en", MONDAY.plusSeconds(8))),
                received(
                        CALL.toString(),
                        1,
                        new BookingCalls.CallBooked(
                                CALL,
                                INQUIRY,
                                MAYA,
                                BookingCalls.HostRole.COORDINATOR,
                                start,
                                start.plusSeconds(1200),
                                "America/Chicago",
                                "America/Chicago",
                                0,
                                MONDAY)),
                received(
                        CALL.toString(),
                        2,
                        new BookingCalls.CallMoved(
                                CALL,
                                INQUIRY,
                                MAYA,
                                BookingCalls.HostRole.COORDINATOR,
                                start.plusSeconds(3600),
                                start.plusSeconds(4800),
                                start,
                                1,
                                BookingCalls.MovedBy.CLIENT,
                                MONDAY.plusSeconds(8))),
                received(
                        CALL.toString(),
                        3,
                        new BookingCalls.CallCancelled(
                                CALL,
                                INQUIRY,
                                MAYA,
                                BookingCalls.HostRole.COORDINATOR,
                                start,
                                start.plusSeconds(1200),
                                2,
                                BookingCalls.CancelledBy.CLIENT,
                                "no-longer-needed",
                                MONDAY.plusSeconds(9))),
                received(
                        "a third call",
                        2,
                        new BookingCalls.CallMissed(
                                CONCERN,
                                INQUIRY,
                                MAYA,
                                BookingCalls.HostRole.COORDINATOR,
                                start,
                                start.plusSeconds(1200),
                                BookingCalls.MissedBy.HOST,
                                0,
                                MAYA,
                                start.plusSeconds(60))),
                received(
                        "a third call",
                        3,
                        new BookingCalls.CallHeld(
                                CONCERN,
                                INQUIRY,
                                MAYA,
                                BookingCalls.HostRole.COORDINATOR,
                                start,
                                start.plusSeconds(1200),
                                "thinking",
                                1,
                                MAYA,
                                start.plusSeconds(120))),
                received(
                        "another call",
                        1,
                        new BookingCalls.CallDoubled(
                                RESPONSE, INQUIRY, start.plusSeconds(600), CALL, null, MONDAY.plusSeconds(7))),
                received(
                        "a further call",
                        1,
                        new BookingCalls.CallUnconfirmed(
                                RESPONSE, INQUIRY, start.plusSeconds(900), start, MONDAY.plusSeconds(8))),
                received(
                        "calls with several",
                        4,
                        new BookingCalls.CallChosen(RESPONSE, INQUIRY, MAYA, MONDAY.plusSeconds(9))),
                received(
                        RESPONSE.toString(),
                        1,
                        new IntakeResponses.QuestionnaireSent(
                                RESPONSE, INQUIRY, List.of("intake|1"), start, MONDAY.plusSeconds(1))),
                received(
                        RESPONSE.toString(),
                        2,
                        new IntakeResponses.ResponseBegun(RESPONSE, INQUIRY, MONDAY.plusSeconds(2))),
                received(
                        RESPONSE.toString(),
                        3,
                        new IntakeResponses.SafetyConcernRaised(CONCERN, RESPONSE, INQUIRY, MONDAY.plusSeconds(3))),
                received(
                        RESPONSE.toString(),
                        4,
                        new IntakeResponses.ResponseSubmitted(
                                RESPONSE,
                                INQUIRY,
                                List.of("intake|1"),
                                new IntakeResponses.Criteria(
                                        "IL",
                                        "INDIVIDUAL",
                                        "ADULT",
                                        List.of("anxiety"),
                                        List.of(),
                                        "BCBS",
                                        null,
                                        List.of("en"),
                                        List.of()),
                                IntakeResponses.Priority.EMERGENT,
                                MONDAY.plusSeconds(4))),
                received(
                        RESPONSE.toString(),
                        5,
                        new IntakeResponses.SafetyConcernAcknowledged(
                                CONCERN, RESPONSE, INQUIRY, MAYA, "called", MONDAY.plusSeconds(5))),
                received(
                        RESPONSE.toString(),
                        6,
                        new IntakeResponses.QuestionnaireNudged(RESPONSE, INQUIRY, 1, 0, start, MONDAY.plusSeconds(5))),
                received(
                        RESPONSE.toString(),
                        7,
                        new IntakeResponses.QuestionnaireLapsed(RESPONSE, INQUIRY, 0, MONDAY.plusSeconds(5))),
                received(
                        RESPONSE.toString(),
                        8,
                        new IntakeResponses.QuestionnaireResent(RESPONSE, INQUIRY, 1, start, MONDAY.plusSeconds(5))),
                received(
                        RESPONSE.toString(),
                        9,
                        new IntakeResponses.SafetyConcernEscalated(
                                CONCERN, RESPONSE, INQUIRY, 1, MONDAY.plusSeconds(5))),
                received(
                        MESSAGE,
                        1,
                        new NotificationMessages.MessageFailed(
                                MESSAGE,
                                INQUIRY,
                                "CALL_CONFIRMATION",
                                NotificationMessages.Channel.EMAIL,
                                "provider-unreachable",
                                MONDAY.plusSeconds(6))));
    }

    private static Received<? extends PublishedEvent> received(String subject, long sequence, PublishedEvent event) {
        return new Received<>(subject + "/" + sequence, subject, sequence, MONDAY, event);
    }

    private static List<Object> told(InMemoryReferrals kept) {
        Optional<Referral> referral = kept.find(INQUIRY);
        // When the owner was assigned depends on which of two facts came last; who it is does not.
        return List.of(
                referral.map(Referral::facts),
                referral.map(Referral::state),
                referral.map(Referral::owner),
                referral.stream()
                        .flatMap(r -> r.history().entries().stream())
                        .map(HistoryEntry::key)
                        .filter(key -> !key.startsWith("assigned|"))
                        .toList(),
                kept.published().stream()
                        .map(event -> event.getClass().getSimpleName())
                        .collect(Collectors.toSet()),
                kept.published().size());
    }

    /** Referrals whose store can fail. */
    private record Failing(InMemoryReferrals kept, HandlerProperty.Faults faults) implements Referrals {
        @Override
        public Optional<Referral> find(UUID inquiryId) {
            return kept.find(inquiryId);
        }

        @Override
        public Saving save(Referral referral, List<ReferralEvent> events) {
            faults.beforeWrite();
            return kept.save(referral, events);
        }

        @Override
        public List<Referral> list(Selection selection, Selection.Order order, int limit) {
            return kept.list(selection, order, limit);
        }

        @Override
        public long count(Selection selection) {
            return kept.count(selection);
        }

        @Override
        public List<Referral> offeredTo(UUID therapistId, int limit) {
            return kept.offeredTo(therapistId, limit);
        }

        @Override
        public List<Referral> seatedWith(UUID therapistId) {
            return kept.seatedWith(therapistId);
        }
    }
}
