package org.rapport.notification.messages.domain;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.rapport.notification.messages.domain.Occasion.CalendarReadable;
import org.rapport.notification.messages.domain.Occasion.CalendarUnreadable;
import org.rapport.notification.messages.domain.Occasion.CallBooked;
import org.rapport.notification.messages.domain.Occasion.CallCancelled;
import org.rapport.notification.messages.domain.Occasion.CallDoubled;
import org.rapport.notification.messages.domain.Occasion.CallMissed;
import org.rapport.notification.messages.domain.Occasion.CallMoved;
import org.rapport.notification.messages.domain.Occasion.CallNotChosen;
import org.rapport.notification.messages.domain.Occasion.CallUnconfirmed;
import org.rapport.notification.messages.domain.Occasion.ChoiceMade;
import org.rapport.notification.messages.domain.Occasion.ChoiceProposed;
import org.rapport.notification.messages.domain.Occasion.ClientMatched;
import org.rapport.notification.messages.domain.Occasion.FitCheckAsked;
import org.rapport.notification.messages.domain.Occasion.MessagesLate;
import org.rapport.notification.messages.domain.Occasion.Offer;
import org.rapport.notification.messages.domain.Occasion.OfferClosed;
import org.rapport.notification.messages.domain.Occasion.OfferDeclined;
import org.rapport.notification.messages.domain.Occasion.OfferLapsed;
import org.rapport.notification.messages.domain.Occasion.OfferMade;
import org.rapport.notification.messages.domain.Occasion.QuestionnaireLapsed;
import org.rapport.notification.messages.domain.Occasion.QuestionnaireNudged;
import org.rapport.notification.messages.domain.Occasion.QuestionnaireResent;
import org.rapport.notification.messages.domain.Occasion.QuestionnaireSent;
import org.rapport.notification.messages.domain.Occasion.ReferralClosed;
import org.rapport.notification.messages.domain.Occasion.ReferralOverdue;
import org.rapport.notification.messages.domain.Occasion.RematchRequested;
import org.rapport.notification.messages.domain.Occasion.ResponseSubmitted;
import org.rapport.notification.messages.domain.Occasion.SafetyConcernEscalated;
import org.rapport.notification.messages.domain.Occasion.SafetyConcernRaised;
import org.rapport.notification.messages.domain.Occasion.TaskOpened;
import org.rapport.notification.messages.domain.Occasion.WaitListEnded;
import org.rapport.notification.messages.domain.Occasion.WaitListJoined;
import org.rapport.notification.messages.domain.Occasion.WaitListOffered;
import org.rapport.notification.messages.domain.Recipient.Client;
import org.rapport.notification.messages.domain.Recipient.EveryCoordinator;
import org.rapport.notification.messages.domain.Recipient.NextCoordinator;
import org.rapport.notification.messages.domain.Recipient.Staff;

/**
 * The messages an occasion brings into the ledger, and those it takes back. Whatever a move or a cancel takes back is named
 * in full, so that one that overtakes its booking leaves a line that the booking then finds taken.
 */
public record Plan(List<Message> due, List<Withdrawal> withdrawn) {
    /** How long somebody may take back that a call was missed before anybody is told. */
    static final Duration CORRECTION_GRACE = Duration.ofMinutes(2);

    /** News that has no natural end is worth sending for this long. */
    static final Duration NEWS_USEFUL = Duration.ofDays(3);

    /** That somebody waits too long is news for a working day; then it may have been seen to. */
    static final Duration OVERDUE_USEFUL = Duration.ofHours(8);

    /** Nobody gives up on a safety alert because a mail server is down over a long weekend. */
    static final Duration SAFETY_USEFUL = Duration.ofDays(7);

    /** A message that must not be sent any more, or never was to be. */
    public record Withdrawal(Message message, Suppression reason, Instant at) {}

    public Plan {
        due = List.copyOf(due);
        withdrawn = List.copyOf(withdrawn);
    }

    Plan and(Plan other) {
        return new Plan(Draft.concat(due, other.due), Draft.concat(withdrawn, other.withdrawn));
    }

    Plan withdrawing(List<Withdrawal> more) {
        return new Plan(due, Draft.concat(withdrawn, more));
    }

    public static Plan of(Occasion occasion, Schedule schedule) {
        return switch (occasion) {
            case CallBooked booked -> CallPlan.booked(booked, schedule);
            case CallMoved moved -> CallPlan.moved(moved, schedule);
            case CallDoubled doubled -> doubled(doubled);
            case CallMissed missed -> missed(missed);
            case CallCancelled cancelled -> CallPlan.cancelled(cancelled, schedule);
            case CallNotChosen call -> CallPlan.notChosen(call, schedule);
            case WaitListJoined(UUID inquiryId, UUID waiterId, Instant until, Instant at) ->
                new Draft(inquiryId, new Subject(waiterId, 0), at, until)
                        .toClient(MessageKind.WAIT_LIST_JOINED)
                        .plan();
            case WaitListOffered(UUID inquiryId, UUID callId, Instant until, Instant at) ->
                new Draft(inquiryId, new Subject(callId, 0), at, until)
                        .toClient(MessageKind.WAIT_LIST_OFFERED)
                        .plan();
            case WaitListEnded(UUID inquiryId, UUID waiterId, Instant at) ->
                Draft.news(inquiryId, new Subject(waiterId, 0), at, NEWS_USEFUL)
                        .toClient(MessageKind.WAIT_LIST_ENDED)
                        .plan();
            case CalendarUnreadable(UUID hostId, int outage, Instant at) ->
                new Plan(calendar(hostId, outage, at, MessageKind.CALENDAR_UNREADABLE), List.of());
            case CalendarReadable(UUID hostId, int outage, Instant at) ->
                new Plan(
                        calendar(hostId, outage, at, MessageKind.CALENDAR_READABLE),
                        Draft.withdrawals(
                                calendar(hostId, outage, at, MessageKind.CALENDAR_UNREADABLE),
                                Suppression.CALENDAR_READ,
                                at));
            case QuestionnaireSent sent ->
                new Draft(sent.inquiryId(), new Subject(sent.responseId(), 0), sent.sentAt(), sent.expiresAt())
                        .toClient(MessageKind.INTAKE_LINK)
                        .plan();
            case CallUnconfirmed call ->
                new Draft(call.inquiryId(), new Subject(call.callId(), 0), call.askedAt(), call.until())
                        .toClient(MessageKind.CALL_UNCONFIRMED)
                        .plan();
            case QuestionnaireResent(UUID inquiryId, UUID responseId, int number, Instant until, Instant at) ->
                new Draft(inquiryId, new Subject(responseId, number), at, until)
                        .toClient(MessageKind.INTAKE_LINK)
                        .plan();
            case QuestionnaireNudged nudged ->
                new Draft(nudged.inquiryId(), nudges(nudged), nudged.nudgedAt(), nudged.expiresAt())
                        .toClient(MessageKind.INTAKE_NUDGE)
                        .plan();
            case QuestionnaireLapsed(UUID inquiryId, UUID responseId, int sending, Instant at) ->
                Draft.news(inquiryId, new Subject(responseId, sending), at, NEWS_USEFUL)
                        .toClient(MessageKind.INTAKE_LAPSED)
                        .plan();
            case ResponseSubmitted submitted -> submitted(submitted);
            case SafetyConcernRaised raised ->
                Draft.news(raised.inquiryId(), new Subject(raised.concernId(), 0), raised.raisedAt(), SAFETY_USEFUL)
                        .to(new EveryCoordinator(), MessageKind.SAFETY_ALERT, null)
                        .plan();
            case SafetyConcernEscalated(UUID inquiryId, UUID concernId, int step, Instant at) ->
                Draft.news(inquiryId, new Subject(concernId, step), at, SAFETY_USEFUL)
                        .to(new NextCoordinator(), MessageKind.SAFETY_ALERT_NEXT, null)
                        .plan();
            case OfferMade(UUID inquiryId, Offer offer, Instant expiresAt, Instant madeAt) ->
                asked(inquiryId, offer, madeAt, expiresAt)
                        .plan()
                        .and(askedAgain(inquiryId, offer, expiresAt.minus(schedule.offerReminder()), expiresAt)
                                .unlessPast(madeAt));
            case OfferClosed(UUID inquiryId, Offer offer, Instant at) ->
                new Plan(List.of(), closed(inquiryId, offer, at));
            case OfferDeclined(UUID inquiryId, Offer offer, Instant at) ->
                answered(inquiryId, offer, at, MessageKind.OFFER_DECLINED_COORDINATOR);
            case OfferLapsed(UUID inquiryId, Offer offer, Instant at) ->
                answered(inquiryId, offer, at, MessageKind.OFFER_LAPSED_COORDINATOR);
            case ClientMatched matched -> matched(matched);
            case ReferralOverdue overdue -> ReferralPlan.overdue(overdue);
            case RematchRequested rematch -> ReferralPlan.rematch(rematch);
            case ReferralClosed closed -> ReferralPlan.closed(closed);
            case ChoiceProposed choice -> ReferralPlan.proposed(choice);
            case ChoiceMade choice -> ReferralPlan.chosen(choice);
            case FitCheckAsked check -> ReferralPlan.asked(check);
            case TaskOpened task -> ReferralPlan.opened(task);
            case MessagesLate(long hour, Instant at) ->
                Draft.news(null, lateIn(hour), at, OVERDUE_USEFUL)
                        .to(new EveryCoordinator(), MessageKind.MESSAGES_LATE, null)
                        .plan();
        };
    }

    /** Each message is about the call that stands under the address it goes to, else about the one that does not take place. */
    private static Plan doubled(CallDoubled call) {
        List<Message> told = MessageKind.CALL_DOUBLED.channels().stream()
                .map(channel -> {
                    UUID standing = channel == Channel.EMAIL ? call.byEmail() : call.byPhone();
                    return Message.planned(
                            call.inquiryId(),
                            new Subject(standing == null ? call.callId() : standing, 0),
                            MessageKind.CALL_DOUBLED,
                            channel,
                            new Client(call.inquiryId()),
                            null,
                            call.doubledAt(),
                            call.doubledAt().plus(NEWS_USEFUL));
                })
                .toList();
        return new Plan(told, List.of());
    }

    /** After a while in which a slip of the hand can be corrected: what was noted last is asked for before anything is sent. */
    private static Plan missed(CallMissed call) {
        Draft told = Draft.news(
                call.inquiryId(),
                new Subject(call.callId(), call.correction()),
                call.notedAt().plus(CORRECTION_GRACE),
                NEWS_USEFUL);
        Client client = new Client(call.inquiryId());
        return call.byClient()
                ? told.to(client, MessageKind.CALL_MISSED_BY_CLIENT, call.hostId())
                        .plan()
                : told.to(client, MessageKind.CALL_MISSED_BY_US, call.hostId())
                        .to(new EveryCoordinator(), MessageKind.CALL_MISSED_COORDINATOR, call.hostId())
                        .plan();
    }

    /** Of nobody's inquiry: it is between the practice and the host. */
    private static List<Message> calendar(UUID hostId, int outage, Instant at, MessageKind kind) {
        return Draft.news(null, new Subject(hostId, outage), at, NEWS_USEFUL)
                .to(new Staff(hostId), kind, null)
                .messages();
    }

    private static Plan submitted(ResponseSubmitted response) {
        Subject subject = new Subject(response.responseId(), 0);
        Instant at = response.submittedAt();
        // Links and nudges that still wait are not taken back here: how many there were is not told, and where the
        // questionnaire stands is asked before each of them goes.
        return Draft.news(response.inquiryId(), subject, at, NEWS_USEFUL)
                .toClient(MessageKind.INTAKE_RECEIVED)
                .plan();
    }

    private static Plan answered(UUID inquiryId, Offer offer, Instant at, MessageKind kind) {
        return Draft.news(inquiryId, subject(offer), at, NEWS_USEFUL)
                .to(new Staff(offer.coordinatorId()), kind, offer.therapistId())
                .plan()
                .withdrawing(closed(inquiryId, offer, at));
    }

    private static Plan matched(ClientMatched match) {
        return Draft.news(match.inquiryId(), new Subject(match.offerId(), 0), match.matchedAt(), NEWS_USEFUL)
                .to(new Client(match.inquiryId()), MessageKind.MATCHED, match.therapistId())
                .to(new Staff(match.coordinatorId()), MessageKind.MATCHED_COORDINATOR, match.therapistId())
                .plan();
    }

    private static Draft asked(UUID inquiryId, Offer offer, Instant dueAt, Instant until) {
        return new Draft(inquiryId, subject(offer), dueAt, until)
                .to(new Staff(offer.therapistId()), MessageKind.OFFER_THERAPIST, null);
    }

    private static Draft askedAgain(UUID inquiryId, Offer offer, Instant dueAt, Instant until) {
        return new Draft(inquiryId, subject(offer), dueAt, until)
                .to(new Staff(offer.therapistId()), MessageKind.OFFER_LAST_HOUR, null);
    }

    private static List<Withdrawal> closed(UUID inquiryId, Offer offer, Instant at) {
        return Draft.concat(
                asked(inquiryId, offer, at, at).withdrawn(Suppression.OFFER_CLOSED, at),
                askedAgain(inquiryId, offer, at, at).withdrawn(Suppression.OFFER_CLOSED, at));
    }

    /** Those of each link are a row of their own, however many there are. */
    private static Subject nudges(QuestionnaireNudged nudged) {
        String name = "nudge|" + nudged.responseId() + "|" + nudged.sending();
        return new Subject(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), nudged.number());
    }

    private static Subject lateIn(long hour) {
        return new Subject(UUID.nameUUIDFromBytes(("late|" + hour).getBytes(StandardCharsets.UTF_8)), 0);
    }

    private static Subject subject(Offer offer) {
        return new Subject(offer.offerId(), offer.number());
    }
}
