package org.rapport.notification.messages.domain;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.notification.messages.domain.Occasion.CalendarReadable;
import org.rapport.notification.messages.domain.Occasion.CalendarUnreadable;
import org.rapport.notification.messages.domain.Occasion.CallBooked;
import org.rapport.notification.messages.domain.Occasion.CallCancelled;
import org.rapport.notification.messages.domain.Occasion.CallDoubled;
import org.rapport.notification.messages.domain.Occasion.CallMissed;
import org.rapport.notification.messages.domain.Occasion.CallMoved;
import org.rapport.notification.messages.domain.Occasion.CallUnconfirmed;
import org.rapport.notification.messages.domain.Occasion.ClientMatched;
import org.rapport.notification.messages.domain.Occasion.Offer;
import org.rapport.notification.messages.domain.Occasion.OfferAccepted;
import org.rapport.notification.messages.domain.Occasion.OfferDeclined;
import org.rapport.notification.messages.domain.Occasion.OfferLapsed;
import org.rapport.notification.messages.domain.Occasion.OfferMade;
import org.rapport.notification.messages.domain.Occasion.OfferWithdrawn;
import org.rapport.notification.messages.domain.Occasion.QuestionnaireLapsed;
import org.rapport.notification.messages.domain.Occasion.QuestionnaireNudged;
import org.rapport.notification.messages.domain.Occasion.QuestionnaireResent;
import org.rapport.notification.messages.domain.Occasion.QuestionnaireSent;
import org.rapport.notification.messages.domain.Occasion.ReferralOverdue;
import org.rapport.notification.messages.domain.Occasion.RematchRequested;
import org.rapport.notification.messages.domain.Occasion.ResponseSubmitted;
import org.rapport.notification.messages.domain.Occasion.SafetyConcernEscalated;
import org.rapport.notification.messages.domain.Occasion.SafetyConcernRaised;
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
    /** How long before a call the reminder goes out. */
    static final Duration REMINDER_LEAD = Duration.ofHours(24);

    /** How long somebody may take back that a call was missed before anybody is told. */
    static final Duration CORRECTION_GRACE = Duration.ofMinutes(2);

    /** News that has no natural end is worth sending for this long. */
    static final Duration NEWS_USEFUL = Duration.ofDays(3);

    /** Nobody gives up on a safety alert because a mail server is down over a long weekend. */
    static final Duration SAFETY_USEFUL = Duration.ofDays(7);

    /** More than the nudges that may follow one link, so that those of two links never share a number. */
    private static final int NUDGES_APART = 10;

    /** A message that must not be sent any more, or never was to be. */
    public record Withdrawal(Message message, Suppression reason, Instant at) {}

    public Plan {
        due = List.copyOf(due);
        withdrawn = List.copyOf(withdrawn);
    }

    public static Plan of(Occasion occasion) {
        return switch (occasion) {
            case CallBooked booked -> booked(booked);
            case CallMoved moved -> moved(moved);
            case CallDoubled doubled -> doubled(doubled);
            case CallMissed missed -> missed(missed);
            case CallCancelled cancelled -> cancelled(cancelled);
            case WaitListJoined(UUID inquiryId, UUID waiterId, Instant until, Instant at) ->
                new Draft(inquiryId, new Subject(waiterId, 0), at, until)
                        .toClient(MessageKind.WAIT_LIST_JOINED)
                        .plan();
            case WaitListOffered(UUID inquiryId, UUID callId, Instant until, Instant at) ->
                new Draft(inquiryId, new Subject(callId, 0), at, until)
                        .toClient(MessageKind.WAIT_LIST_OFFERED)
                        .plan();
            case WaitListEnded(UUID inquiryId, UUID waiterId, Instant at) ->
                news(inquiryId, new Subject(waiterId, 0), at, NEWS_USEFUL)
                        .toClient(MessageKind.WAIT_LIST_ENDED)
                        .plan();
            case CalendarUnreadable(UUID hostId, int outage, Instant at) ->
                new Plan(calendar(hostId, outage, at, MessageKind.CALENDAR_UNREADABLE), List.of());
            case CalendarReadable(UUID hostId, int outage, Instant at) ->
                new Plan(
                        calendar(hostId, outage, at, MessageKind.CALENDAR_READABLE),
                        withdrawals(
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
                new Draft(
                                nudged.inquiryId(),
                                new Subject(nudged.responseId(), nudged.sending() * NUDGES_APART + nudged.number()),
                                nudged.nudgedAt(),
                                nudged.expiresAt())
                        .toClient(MessageKind.INTAKE_NUDGE)
                        .plan();
            case QuestionnaireLapsed(UUID inquiryId, UUID responseId, int sending, Instant at) ->
                news(inquiryId, new Subject(responseId, sending), at, NEWS_USEFUL)
                        .toClient(MessageKind.INTAKE_LAPSED)
                        .plan();
            case ResponseSubmitted submitted -> submitted(submitted);
            case SafetyConcernRaised raised ->
                news(raised.inquiryId(), new Subject(raised.concernId(), 0), raised.raisedAt(), SAFETY_USEFUL)
                        .to(new EveryCoordinator(), MessageKind.SAFETY_ALERT, null)
                        .plan();
            case SafetyConcernEscalated(UUID inquiryId, UUID concernId, int step, Instant at) ->
                news(inquiryId, new Subject(concernId, step), at, SAFETY_USEFUL)
                        .to(new NextCoordinator(), MessageKind.SAFETY_ALERT_NEXT, null)
                        .plan();
            case OfferMade(UUID inquiryId, Offer offer, Instant expiresAt, Instant madeAt) ->
                new Draft(inquiryId, subject(offer), madeAt, expiresAt)
                        .to(new Staff(offer.therapistId()), MessageKind.OFFER_THERAPIST, null)
                        .plan();
            case OfferAccepted(UUID inquiryId, Offer offer, Instant at) ->
                new Plan(List.of(), List.of(closed(inquiryId, offer, at)));
            case OfferWithdrawn(UUID inquiryId, Offer offer, Instant at) ->
                new Plan(List.of(), List.of(closed(inquiryId, offer, at)));
            case OfferDeclined(UUID inquiryId, Offer offer, Instant at) ->
                answered(inquiryId, offer, at, MessageKind.OFFER_DECLINED_COORDINATOR);
            case OfferLapsed(UUID inquiryId, Offer offer, Instant at) ->
                answered(inquiryId, offer, at, MessageKind.OFFER_LAPSED_COORDINATOR);
            case ClientMatched matched -> matched(matched);
            case ReferralOverdue(UUID inquiryId, UUID coordinatorId, Instant dueAt, Instant at) ->
                news(inquiryId, of("overdue", inquiryId, dueAt), at, NEWS_USEFUL)
                        .to(
                                coordinatorId == null ? new EveryCoordinator() : new Staff(coordinatorId),
                                MessageKind.REFERRAL_OVERDUE,
                                null)
                        .plan();
            case RematchRequested(UUID inquiryId, UUID therapistId, Instant at) ->
                news(inquiryId, of("rematch", inquiryId, at), at, NEWS_USEFUL)
                        .to(new Staff(therapistId), MessageKind.REMATCH_THERAPIST, null)
                        .plan();
        };
    }

    private static Plan booked(CallBooked call) {
        return new Announced(
                        call.inquiryId(), call.callId(), call.revision(), call.hostId(), call.bookedAt(), call.start())
                .plan(List.of());
    }

    private static Plan moved(CallMoved call) {
        Announced now = new Announced(
                call.inquiryId(), call.callId(), call.revision(), call.hostId(), call.movedAt(), call.start());
        return now.plan(withdrawals(now.before(), Suppression.CALL_MOVED, call.movedAt()));
    }

    private static Plan cancelled(CallCancelled call) {
        Announced last = new Announced(
                call.inquiryId(), call.callId(), call.revision(), call.hostId(), call.cancelledAt(), call.start());
        Draft told = news(
                        call.inquiryId(), new Subject(call.callId(), call.revision()), call.cancelledAt(), NEWS_USEFUL)
                .toClient(MessageKind.CALL_CANCELLED)
                .to(new Staff(call.hostId()), MessageKind.CALL_CANCELLED_HOST, null);
        List<Withdrawal> withdrawn = last.before().stream()
                .map(message -> new Withdrawal(message, last.whyNoMore(message), call.cancelledAt()))
                .toList();
        return new Plan(told.messages(), withdrawn);
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
        Draft told = news(
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
        return news(null, new Subject(hostId, outage), at, NEWS_USEFUL)
                .to(new Staff(hostId), kind, null)
                .messages();
    }

    private static Plan submitted(ResponseSubmitted response) {
        Subject subject = new Subject(response.responseId(), 0);
        Instant at = response.submittedAt();
        Draft received = news(response.inquiryId(), subject, at, NEWS_USEFUL).toClient(MessageKind.INTAKE_RECEIVED);
        Draft link = news(response.inquiryId(), subject, at, NEWS_USEFUL).toClient(MessageKind.INTAKE_LINK);
        return new Plan(received.messages(), withdrawals(link.messages(), Suppression.INTAKE_SUBMITTED, at));
    }

    private static Plan answered(UUID inquiryId, Offer offer, Instant at, MessageKind kind) {
        Draft told = news(inquiryId, subject(offer), at, NEWS_USEFUL)
                .to(new Staff(offer.coordinatorId()), kind, offer.therapistId());
        return new Plan(told.messages(), List.of(closed(inquiryId, offer, at)));
    }

    private static Plan matched(ClientMatched match) {
        return news(match.inquiryId(), new Subject(match.offerId(), 0), match.matchedAt(), NEWS_USEFUL)
                .to(new Client(match.inquiryId()), MessageKind.MATCHED, match.therapistId())
                .to(new Staff(match.coordinatorId()), MessageKind.MATCHED_COORDINATOR, match.therapistId())
                .plan();
    }

    private static Withdrawal closed(UUID inquiryId, Offer offer, Instant at) {
        Message asked = news(inquiryId, subject(offer), at, NEWS_USEFUL)
                .to(new Staff(offer.therapistId()), MessageKind.OFFER_THERAPIST, null)
                .messages()
                .getFirst();
        return new Withdrawal(asked, Suppression.OFFER_CLOSED, at);
    }

    private static Subject subject(Offer offer) {
        return new Subject(offer.offerId(), offer.number());
    }

    /** Of what has no id of its own and happens to a person more than once. */
    private static Subject of(String what, UUID inquiryId, Instant at) {
        String name = what + "|" + inquiryId + "|" + at;
        return new Subject(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), 0);
    }

    private static Draft news(@Nullable UUID inquiryId, Subject subject, Instant at, Duration useful) {
        return new Draft(inquiryId, subject, at, at.plus(useful));
    }

    private static List<Withdrawal> withdrawals(List<Message> messages, Suppression reason, Instant at) {
        return messages.stream()
                .map(message -> new Withdrawal(message, reason, at))
                .toList();
    }

    private static <T> List<T> concat(List<T> some, List<T> others) {
        List<T> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    /** What is said of a call from one revision to the next: its time, and a reminder of it. */
    private record Announced(UUID inquiryId, UUID callId, int revision, UUID hostId, Instant at, Instant start) {
        Plan plan(List<Withdrawal> withdrawn) {
            Instant reminderAt = start.minus(REMINDER_LEAD);
            List<Message> told = told().messages();
            List<Message> reminders = reminded(reminderAt).messages();
            return at.isBefore(reminderAt)
                    ? new Plan(concat(told, reminders), withdrawn)
                    : new Plan(told, concat(withdrawn, withdrawals(reminders, Suppression.WINDOW_PAST, at)));
        }

        /** Everything the revisions before this one have said or were going to say. */
        List<Message> before() {
            List<Message> messages = new ArrayList<>();
            for (int earlier = 0; earlier < revision; earlier++) {
                Announced one = new Announced(inquiryId, callId, earlier, hostId, at, start);
                messages.addAll(one.told().messages());
                messages.addAll(one.reminded(at).messages());
            }
            return messages;
        }

        /** A move had taken back all but the last of them, whether that was told before the cancellation or comes after it. */
        Suppression whyNoMore(Message message) {
            return message.subject().revision() == revision - 1 ? Suppression.CALL_CANCELLED : Suppression.CALL_MOVED;
        }

        private Draft told() {
            boolean isNew = revision == 0;
            return draft(at)
                    .to(new Client(inquiryId), isNew ? MessageKind.CALL_CONFIRMATION : MessageKind.CALL_MOVED, hostId)
                    .to(new Staff(hostId), isNew ? MessageKind.CALL_BOOKED_HOST : MessageKind.CALL_MOVED_HOST, null);
        }

        private Draft reminded(Instant dueAt) {
            return draft(dueAt).to(new Client(inquiryId), MessageKind.CALL_REMINDER_24H, hostId);
        }

        private Draft draft(Instant dueAt) {
            return new Draft(inquiryId, new Subject(callId, revision), dueAt, start);
        }
    }

    /** Messages on one subject that are due at one time. */
    private record Draft(
            @Nullable UUID inquiryId, Subject subject, Instant dueAt, Instant usefulUntil, List<Message> messages) {
        Draft(@Nullable UUID inquiryId, Subject subject, Instant dueAt, Instant usefulUntil) {
            this(inquiryId, subject, dueAt, usefulUntil, List.of());
        }

        Draft toClient(MessageKind kind) {
            return to(new Client(Objects.requireNonNull(inquiryId)), kind, null);
        }

        Draft to(Recipient recipient, MessageKind kind, @Nullable UUID person) {
            List<Message> more = kind.channels().stream()
                    .map(channel ->
                            Message.planned(inquiryId, subject, kind, channel, recipient, person, dueAt, usefulUntil))
                    .toList();
            return new Draft(inquiryId, subject, dueAt, usefulUntil, concat(messages, more));
        }

        Plan plan() {
            return new Plan(messages, List.of());
        }
    }
}
