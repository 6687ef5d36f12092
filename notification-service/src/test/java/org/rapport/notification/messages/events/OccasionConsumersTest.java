package org.rapport.notification.messages.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.contracts.BookingCalendars;
import org.rapport.contracts.BookingCalls;
import org.rapport.contracts.BookingCalls.CallBooked;
import org.rapport.contracts.BookingCalls.CallCancelled;
import org.rapport.contracts.BookingCalls.CallMoved;
import org.rapport.contracts.BookingCalls.CancelledBy;
import org.rapport.contracts.BookingCalls.HostRole;
import org.rapport.contracts.BookingCalls.MovedBy;
import org.rapport.contracts.BookingWaiters;
import org.rapport.contracts.IntakeResponses;
import org.rapport.contracts.MatchingReferrals;
import org.rapport.contracts.NotificationMessages;
import org.rapport.contracts.PublishedEvent;
import org.rapport.delivery.Received;
import org.rapport.notification.messages.application.PlanMessagesHandler;
import org.rapport.notification.messages.domain.InMemoryMessages;
import org.rapport.notification.messages.domain.LedgerSearch;
import org.rapport.notification.messages.domain.Message;
import org.rapport.notification.messages.domain.MessageEvent;
import org.rapport.notification.messages.domain.MessageId;
import org.rapport.notification.messages.domain.MessageKind;
import org.rapport.notification.messages.domain.MessageState;
import org.rapport.notification.messages.domain.Messages;
import org.rapport.notification.messages.domain.Saving;
import org.rapport.notification.messages.domain.UsualSchedule;
import org.rapport.testkit.HandlerProperty;
import org.rapport.testkit.HandlerProperty.Faults;
import org.rapport.testkit.HandlerProperty.Subject;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class OccasionConsumersTest {
    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private static final UUID INQUIRY = UUID.randomUUID();
    private static final UUID CALL = UUID.randomUUID();
    private static final UUID RESPONSE = UUID.randomUUID();
    private static final UUID WAITER = UUID.randomUUID();
    private static final UUID OFFER = UUID.randomUUID();
    private static final UUID WITHDRAWN = UUID.randomUUID();
    private static final UUID ACCEPTED = UUID.randomUUID();
    private static final UUID LAPSED = UUID.randomUUID();
    private static final UUID OTHER_CALL = UUID.randomUUID();
    private static final UUID STAFF = UUID.randomUUID();
    private static final Instant START = NOW.plus(Duration.ofDays(3));
    private static final Instant END = START.plus(Duration.ofMinutes(20));

    private static final CallBooked BOOKED = new CallBooked(
            CALL, INQUIRY, STAFF, HostRole.COORDINATOR, START, END, "America/Chicago", "America/Los_Angeles", 0, NOW);
    private static final CallMoved MOVED = new CallMoved(
            CALL,
            INQUIRY,
            STAFF,
            HostRole.COORDINATOR,
            START.plusSeconds(3600),
            END.plusSeconds(3600),
            START,
            1,
            MovedBy.HOST,
            NOW.plusSeconds(20));
    private static final CallCancelled CANCELLED = new CallCancelled(
            CALL,
            INQUIRY,
            STAFF,
            HostRole.COORDINATOR,
            START,
            END,
            2,
            CancelledBy.CLIENT,
            "no-longer-needed",
            NOW.plusSeconds(60));
    private static final CallCancelled NOT_CHOSEN = new CallCancelled(
            UUID.randomUUID(),
            INQUIRY,
            STAFF,
            HostRole.THERAPIST,
            START,
            END,
            1,
            CancelledBy.CLIENT,
            CallCancelled.OTHER_CHOSEN,
            NOW.plusSeconds(62));
    private static final IntakeResponses.Criteria CRITERIA = new IntakeResponses.Criteria(
            "IL", "INDIVIDUAL", "ADULT", List.of(), List.of(), "SELF_PAY", null, List.of("en"), List.of("EVENING"));

    private static final List<PublishedEvent> STORY = List.of(
            BOOKED,
            MOVED,
            new IntakeResponses.QuestionnaireSent(RESPONSE, INQUIRY, List.of(), END, NOW),
            new IntakeResponses.ResponseBegun(RESPONSE, INQUIRY, NOW),
            new IntakeResponses.SafetyConcernRaised(UUID.randomUUID(), RESPONSE, INQUIRY, NOW.plusSeconds(30)),
            new IntakeResponses.SafetyConcernEscalated(STAFF, RESPONSE, INQUIRY, 1, NOW.plusSeconds(35)),
            new IntakeResponses.QuestionnaireNudged(RESPONSE, INQUIRY, 1, 0, END, NOW.plusSeconds(36)),
            new IntakeResponses.QuestionnaireLapsed(RESPONSE, INQUIRY, 0, NOW.plusSeconds(37)),
            new IntakeResponses.ResponseSubmitted(
                    RESPONSE, INQUIRY, List.of(), CRITERIA, IntakeResponses.Priority.ROUTINE, NOW.plusSeconds(40)),
            CANCELLED,
            NOT_CHOSEN,
            new BookingWaiters.WaitListJoined(WAITER, INQUIRY, null, END, NOW.plusSeconds(65)),
            new BookingWaiters.WaitListOffered(
                    WAITER, INQUIRY, RESPONSE, STAFF, START, END, START, NOW.plusSeconds(66)),
            new BookingWaiters.WaitListEnded(WAITER, INQUIRY, BookingWaiters.EndReason.UNANSWERED, NOW.plusSeconds(70)),
            new BookingWaiters.WaitListEnded(STAFF, INQUIRY, BookingWaiters.EndReason.LEFT, NOW.plusSeconds(70)),
            new BookingCalendars.CalendarUnreadable(STAFF, 1, "timeout", NOW, NOW.plusSeconds(60)),
            new BookingCalendars.CalendarReadable(STAFF, 1, NOW.plusSeconds(70)),
            new MatchingReferrals.ReferralOpened(INQUIRY, NOW),
            new MatchingReferrals.ReferralOverdue(INQUIRY, null, NOW.plusSeconds(71), NOW.plusSeconds(72)),
            new MatchingReferrals.RematchRequested(INQUIRY, STAFF, STAFF, NOW.plusSeconds(100)),
            new MatchingReferrals.OfferMade(INQUIRY, OFFER, 1, STAFF, STAFF, START, NOW.plusSeconds(80)),
            new MatchingReferrals.OfferDeclined(INQUIRY, OFFER, 1, STAFF, STAFF, "caseload-full", NOW.plusSeconds(90)),
            new MatchingReferrals.OfferMade(INQUIRY, WITHDRAWN, 2, STAFF, STAFF, START, NOW.plusSeconds(91)),
            new MatchingReferrals.OfferWithdrawn(INQUIRY, WITHDRAWN, 2, STAFF, STAFF, NOW.plusSeconds(92)),
            new MatchingReferrals.OfferMade(INQUIRY, ACCEPTED, 3, STAFF, STAFF, START, NOW.plusSeconds(93)),
            new MatchingReferrals.OfferAccepted(INQUIRY, ACCEPTED, 3, STAFF, STAFF, NOW.plusSeconds(94)),
            new MatchingReferrals.OfferMade(INQUIRY, LAPSED, 4, STAFF, STAFF, START, NOW.plusSeconds(95)),
            new MatchingReferrals.OfferLapsed(INQUIRY, LAPSED, 4, STAFF, STAFF, NOW.plusSeconds(96)),
            new MatchingReferrals.ReferralAssigned(INQUIRY, STAFF, NOW.plusSeconds(79)),
            new MatchingReferrals.ReferralClosed(INQUIRY, "no-longer-wanted", null, STAFF, NOW.plusSeconds(101)),
            new MatchingReferrals.ReferralClosed(INQUIRY, "care-ended", ACCEPTED, STAFF, NOW.plusSeconds(103)),
            new MatchingReferrals.ReferralReopened(INQUIRY, STAFF, NOW.plusSeconds(102)),
            new MatchingReferrals.ChoiceProposed(INQUIRY, 1, STAFF, END, NOW.plusSeconds(73)),
            new MatchingReferrals.ChoiceMade(INQUIRY, 1, null, STAFF, NOW.plusSeconds(74)),
            new MatchingReferrals.FitCheckAsked(INQUIRY, 1, STAFF, END, NOW.plusSeconds(100)),
            new MatchingReferrals.TaskOpened(INQUIRY, "came-back", null, NOW.plusSeconds(104)),
            new BookingCalls.CallChosen(CALL, INQUIRY, STAFF, NOW.plusSeconds(62)),
            new BookingCalls.CallHeld(
                    OTHER_CALL, INQUIRY, STAFF, HostRole.COORDINATOR, START, END, "good-fit", 0, STAFF, NOW),
            new BookingCalls.CallMissed(
                    OTHER_CALL,
                    INQUIRY,
                    STAFF,
                    HostRole.COORDINATOR,
                    START,
                    END,
                    BookingCalls.MissedBy.HOST,
                    1,
                    STAFF,
                    NOW),
            new BookingCalls.CallDoubled(OTHER_CALL, INQUIRY, START, CALL, null, NOW),
            new BookingCalls.CallUnconfirmed(OTHER_CALL, INQUIRY, START, START, NOW),
            new IntakeResponses.QuestionnaireResent(RESPONSE, INQUIRY, 1, END, NOW.plusSeconds(38)),
            new IntakeResponses.SafetyConcernAcknowledged(STAFF, RESPONSE, INQUIRY, STAFF, "called", NOW),
            new MatchingReferrals.ClientMatched(INQUIRY, OFFER, STAFF, STAFF, NOW.plusSeconds(99)));

    @Test
    void the_story_tells_everything_that_can_be_heard() {
        Set<Class<?>> heard = Stream.of(
                        BookingCalls.class,
                        BookingWaiters.class,
                        BookingCalendars.class,
                        IntakeResponses.class,
                        MatchingReferrals.class)
                .flatMap(topic -> Stream.of(topic.getPermittedSubclasses()))
                .collect(Collectors.toSet());
        assertThat(STORY.stream().map(Object::getClass).collect(Collectors.<Class<?>>toSet()))
                .isEqualTo(heard);
    }

    @Test
    void twice_shuffled_and_with_crashes_the_ledger_ends_the_same() {
        HandlerProperty.check(STORY, faults -> {
            FaultyMessages messages = new FaultyMessages(faults);
            OccasionConsumers consumers =
                    new OccasionConsumers(new PlanMessagesHandler(messages, UsualSchedule.SCHEDULE));
            return new Subject<PublishedEvent, Map<String, String>>(event -> deliver(consumers, event), messages::ends);
        });
    }

    @Test
    void the_whole_story_leaves_only_what_is_still_true_to_send() {
        InMemoryMessages messages = new InMemoryMessages();
        OccasionConsumers consumers = new OccasionConsumers(new PlanMessagesHandler(messages, UsualSchedule.SCHEDULE));
        STORY.forEach(event -> deliver(consumers, event));
        Set<String> planned = messages.list(LedgerSearch.everything().in(MessageState.Name.PLANNED), 100).stream()
                .map(message -> message.kind() + " " + message.channel())
                .collect(Collectors.toSet());
        assertThat(planned)
                .containsExactlyInAnyOrder(
                        "CALL_CANCELLED EMAIL",
                        "CALL_CANCELLED_HOST EMAIL",
                        "CALL_NOT_CHOSEN EMAIL",
                        "SAFETY_ALERT EMAIL",
                        "SAFETY_ALERT_NEXT EMAIL",
                        "INTAKE_LINK EMAIL",
                        "INTAKE_LINK SMS",
                        "INTAKE_NUDGE EMAIL",
                        "INTAKE_NUDGE SMS",
                        "INTAKE_LAPSED EMAIL",
                        "INTAKE_LAPSED SMS",
                        "CALENDAR_READABLE EMAIL",
                        "INTAKE_RECEIVED EMAIL",
                        "WAIT_LIST_JOINED EMAIL",
                        "WAIT_LIST_JOINED SMS",
                        "WAIT_LIST_OFFERED EMAIL",
                        "WAIT_LIST_OFFERED SMS",
                        "WAIT_LIST_ENDED EMAIL",
                        "WAIT_LIST_ENDED SMS",
                        "OFFER_DECLINED_COORDINATOR EMAIL",
                        "OFFER_LAPSED_COORDINATOR EMAIL",
                        "CALL_MISSED_BY_US EMAIL",
                        "CALL_MISSED_BY_US SMS",
                        "CALL_MISSED_COORDINATOR EMAIL",
                        "CALL_DOUBLED EMAIL",
                        "CALL_DOUBLED SMS",
                        "CALL_UNCONFIRMED EMAIL",
                        "CALL_UNCONFIRMED SMS",
                        "REFERRAL_OVERDUE EMAIL",
                        "REMATCH_THERAPIST EMAIL",
                        "CLOSED_THERAPIST EMAIL",
                        "TASK_COORDINATOR EMAIL",
                        "CHOICE_LINK EMAIL",
                        "CHOICE_LINK SMS",
                        "CHOICE_COORDINATOR EMAIL",
                        "FIT_CHECK_LINK EMAIL",
                        "MATCHED EMAIL",
                        "MATCHED SMS",
                        "MATCHED_COORDINATOR EMAIL");
    }

    @Test
    void what_became_of_a_message_is_told_in_codes() {
        InMemoryMessages messages = new InMemoryMessages();
        OccasionConsumers consumers = new OccasionConsumers(new PlanMessagesHandler(messages, UsualSchedule.SCHEDULE));
        deliver(consumers, CANCELLED);
        MessageEvent event = messages.events().stream()
                .filter(told -> told.message().kind() == MessageKind.CALL_CONFIRMATION)
                .findFirst()
                .orElseThrow();
        assertThat(new MessageEventTranslation().apply(event))
                .isEqualTo(new NotificationMessages.MessageSuppressed(
                        CALL + "|0|CALL_CONFIRMATION|EMAIL|" + INQUIRY,
                        INQUIRY,
                        "CALL_CONFIRMATION",
                        NotificationMessages.Channel.EMAIL,
                        "call-moved",
                        NOW.plusSeconds(60)));
    }

    private static void deliver(OccasionConsumers consumers, PublishedEvent event) {
        switch (event) {
            case BookingCalls call -> consumers.onCall(received(call));
            case BookingWaiters waiter -> consumers.onWaiter(received(waiter));
            case BookingCalendars calendar -> consumers.onCalendar(received(calendar));
            case IntakeResponses response -> consumers.onResponse(received(response));
            case MatchingReferrals referral -> consumers.onReferral(received(referral));
            default -> throw new IllegalArgumentException(event.getClass().getName());
        }
    }

    private static <E extends PublishedEvent> Received<E> received(E event) {
        return new Received<>(UUID.randomUUID().toString(), "subject", 1, NOW, event);
    }

    /** A ledger whose writes fail when told to; every insert and change is one write. */
    private static final class FaultyMessages implements Messages {
        private final InMemoryMessages messages = new InMemoryMessages();
        private final Faults faults;

        FaultyMessages(Faults faults) {
            this.faults = faults;
        }

        /** Without the moment of a suppression: a move and a cancellation may each be the first to take a message back. */
        Map<String, String> ends() {
            Map<String, String> ends = new TreeMap<>();
            messages.all().forEach(message -> ends.put(message.id().value(), end(message.state())));
            return ends;
        }

        private static String end(MessageState state) {
            return state instanceof MessageState.Suppressed suppressed
                    ? suppressed.reason().code()
                    : state.toString();
        }

        @Override
        public Saving save(Message message, List<MessageEvent> events) {
            faults.beforeWrite();
            return messages.save(message, events);
        }

        @Override
        public Optional<Message> find(MessageId id) {
            return messages.find(id);
        }

        @Override
        public List<Message> ofInquiry(UUID inquiryId) {
            return messages.ofInquiry(inquiryId);
        }

        @Override
        public List<Message> list(LedgerSearch search, int limit) {
            return messages.list(search, limit);
        }

        @Override
        public Optional<Instant> oldestDue(Instant now) {
            return messages.oldestDue(now);
        }
    }
}
