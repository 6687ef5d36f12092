package org.rapport.notification.messages.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.notification.messages.domain.Occasion.CallBooked;
import org.rapport.notification.messages.domain.Occasion.CallCancelled;
import org.rapport.notification.messages.domain.Occasion.ClientMatched;
import org.rapport.notification.messages.domain.Occasion.Offer;
import org.rapport.notification.messages.domain.Occasion.OfferAccepted;
import org.rapport.notification.messages.domain.Occasion.OfferDeclined;
import org.rapport.notification.messages.domain.Occasion.OfferLapsed;
import org.rapport.notification.messages.domain.Occasion.OfferMade;
import org.rapport.notification.messages.domain.Occasion.QuestionnaireSent;
import org.rapport.notification.messages.domain.Occasion.ResponseSubmitted;
import org.rapport.notification.messages.domain.Occasion.SafetyConcernRaised;
import org.rapport.notification.messages.domain.Recipient.Client;
import org.rapport.notification.messages.domain.Recipient.EveryCoordinator;
import org.rapport.notification.messages.domain.Recipient.Staff;

/**
 * The messages an occasion brings into the ledger, and those it takes back. Whatever a cancel takes back is named in
 * full, so that a cancel that overtakes its booking leaves a line that the booking then finds taken.
 */
public record Plan(List<Message> due, List<Withdrawal> withdrawn) {
    /** How long before a call the reminder goes out. */
    static final Duration REMINDER_LEAD = Duration.ofHours(24);

    /** News that has no natural end is worth sending for this long. */
    static final Duration NEWS_USEFUL = Duration.ofDays(3);

    /** Nobody gives up on a safety alert because a mail server is down over a long weekend. */
    static final Duration SAFETY_USEFUL = Duration.ofDays(7);

    /** A message that must not be sent any more, or never was to be. */
    public record Withdrawal(Message message, Suppression reason, Instant at) {}

    public Plan {
        due = List.copyOf(due);
        withdrawn = List.copyOf(withdrawn);
    }

    public static Plan of(Occasion occasion) {
        return switch (occasion) {
            case CallBooked booked -> booked(booked);
            case CallCancelled cancelled -> cancelled(cancelled);
            case QuestionnaireSent sent ->
                new Draft(sent.inquiryId(), new Subject(sent.responseId(), 0), sent.sentAt(), sent.expiresAt())
                        .toClient(MessageKind.INTAKE_LINK)
                        .plan();
            case ResponseSubmitted submitted -> submitted(submitted);
            case SafetyConcernRaised raised ->
                news(raised.inquiryId(), new Subject(raised.concernId(), 0), raised.raisedAt(), SAFETY_USEFUL)
                        .to(new EveryCoordinator(), MessageKind.SAFETY_ALERT, null)
                        .plan();
            case OfferMade(UUID inquiryId, Offer offer, Instant expiresAt, Instant madeAt) ->
                new Draft(inquiryId, subject(offer), madeAt, expiresAt)
                        .to(new Staff(offer.therapistId()), MessageKind.OFFER_THERAPIST, null)
                        .plan();
            case OfferAccepted(UUID inquiryId, Offer offer, Instant at) ->
                new Plan(List.of(), List.of(closed(inquiryId, offer, at)));
            case OfferDeclined(UUID inquiryId, Offer offer, Instant at) ->
                answered(inquiryId, offer, at, MessageKind.OFFER_DECLINED_COORDINATOR);
            case OfferLapsed(UUID inquiryId, Offer offer, Instant at) ->
                answered(inquiryId, offer, at, MessageKind.OFFER_LAPSED_COORDINATOR);
            case ClientMatched matched -> matched(matched);
        };
    }

    private static Plan booked(CallBooked call) {
        Draft told = callDraft(call.inquiryId(), call.callId(), call.revision(), call.bookedAt(), call.start())
                .to(new Client(call.inquiryId()), MessageKind.CALL_CONFIRMATION, call.hostId())
                .to(new Staff(call.hostId()), MessageKind.CALL_BOOKED_HOST, null);
        Instant reminderAt = call.start().minus(REMINDER_LEAD);
        Draft reminded = callDraft(call.inquiryId(), call.callId(), call.revision(), reminderAt, call.start())
                .to(new Client(call.inquiryId()), MessageKind.CALL_REMINDER_24H, call.hostId());
        if (call.bookedAt().isBefore(reminderAt)) {
            return new Plan(concat(told.messages(), reminded.messages()), List.of());
        }
        return new Plan(told.messages(), withdrawals(reminded.messages(), Suppression.WINDOW_PAST, call.bookedAt()));
    }

    private static Plan cancelled(CallCancelled call) {
        List<Message> announced = new ArrayList<>();
        for (int revision = 0; revision < call.revision(); revision++) {
            announced.addAll(callDraft(call.inquiryId(), call.callId(), revision, call.cancelledAt(), call.start())
                    .to(new Client(call.inquiryId()), MessageKind.CALL_CONFIRMATION, call.hostId())
                    .to(new Client(call.inquiryId()), MessageKind.CALL_REMINDER_24H, call.hostId())
                    .to(new Staff(call.hostId()), MessageKind.CALL_BOOKED_HOST, null)
                    .messages());
        }
        Draft told = news(
                        call.inquiryId(), new Subject(call.callId(), call.revision()), call.cancelledAt(), NEWS_USEFUL)
                .toClient(MessageKind.CALL_CANCELLED)
                .to(new Staff(call.hostId()), MessageKind.CALL_CANCELLED_HOST, null);
        return new Plan(told.messages(), withdrawals(announced, Suppression.CALL_CANCELLED, call.cancelledAt()));
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

    private static Draft callDraft(UUID inquiryId, UUID callId, int revision, Instant dueAt, Instant start) {
        return new Draft(inquiryId, new Subject(callId, revision), dueAt, start);
    }

    private static Draft news(UUID inquiryId, Subject subject, Instant at, Duration useful) {
        return new Draft(inquiryId, subject, at, at.plus(useful));
    }

    private static List<Withdrawal> withdrawals(List<Message> messages, Suppression reason, Instant at) {
        return messages.stream()
                .map(message -> new Withdrawal(message, reason, at))
                .toList();
    }

    private static List<Message> concat(List<Message> some, List<Message> others) {
        List<Message> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    /** Messages on one subject that are due at one time. */
    private record Draft(UUID inquiryId, Subject subject, Instant dueAt, Instant usefulUntil, List<Message> messages) {
        Draft(UUID inquiryId, Subject subject, Instant dueAt, Instant usefulUntil) {
            this(inquiryId, subject, dueAt, usefulUntil, List.of());
        }

        Draft toClient(MessageKind kind) {
            return to(new Client(inquiryId), kind, null);
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
