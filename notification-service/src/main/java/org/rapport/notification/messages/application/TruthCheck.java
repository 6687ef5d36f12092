package org.rapport.notification.messages.application;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.notification.messages.application.Facts.OfferStanding;
import org.rapport.notification.messages.application.Facts.QuestionnaireStanding;
import org.rapport.notification.messages.application.Facts.WaitListOffer;
import org.rapport.notification.messages.domain.CallFact;
import org.rapport.notification.messages.domain.Message;
import org.rapport.notification.messages.domain.MessageKind;
import org.rapport.notification.messages.domain.Suppression;

/**
 * Whether what a message says is still so, asked of the service that knows it when the message is about to go. What only tells
 * that something happened stays true, and nobody is asked.
 */
final class TruthCheck {
    private final Facts facts;

    TruthCheck(Facts facts) {
        this.facts = facts;
    }

    /**
     * @param call the call a message is about, if it is about one
     * @param link from another service, where only that one can make it
     */
    record Finding(
            Optional<Suppression> objection,
            @Nullable CallFact call,
            @Nullable String link) {
        static Finding of(Optional<Suppression> objection) {
            return new Finding(objection, null, null);
        }
    }

    Finding of(Message message, Instant now) {
        return switch (message.kind()) {
            case CALL_CONFIRMATION,
                    CALL_BOOKED_HOST,
                    CALL_REMINDER_24H,
                    CALL_REMINDER_1H,
                    CALL_MOVED,
                    CALL_MOVED_HOST,
                    CALL_CANCELLED,
                    CALL_CANCELLED_HOST,
                    CALL_NOT_CHOSEN,
                    CALL_MISSED_BY_CLIENT,
                    CALL_MISSED_BY_US,
                    CALL_MISSED_COORDINATOR -> {
                CallFact call = facts.call(message.subject().id()).orElse(null);
                Optional<Suppression> objection =
                        call == null ? Optional.of(Suppression.SUBJECT_UNKNOWN) : call.objectionTo(message, now);
                yield new Finding(objection, call, null);
            }
            case CALL_DOUBLED ->
                new Finding(
                        Optional.empty(),
                        facts.call(message.subject().id())
                                .filter(CallFact::booked)
                                .orElse(null),
                        null);
            case CALL_UNCONFIRMED ->
                Finding.of(facts.call(message.subject().id())
                        .filter(CallFact::booked)
                        .map(_ -> Suppression.CALL_CONFIRMED));
            case WAIT_LIST_OFFERED -> ofWaitListOffer(message);
            case OFFER_THERAPIST, OFFER_LAST_HOUR -> Finding.of(objectionToOffer(message));
            case INTAKE_LINK -> Finding.of(objectionToIntake(message));
            case INTAKE_NUDGE, INTAKE_LAPSED ->
                Finding.of(objectionToIntake(message).or(() -> objectionIfClosed(message)));
            case REFERRAL_OVERDUE, CHOICE_COORDINATOR -> Finding.of(objectionIfClosed(message));
            case CHOICE_LINK -> Finding.of(objectionIfClosed(message).or(() -> objectionToChoice(message)));
            case FIT_CHECK_LINK -> Finding.of(objectionIfClosed(message).or(() -> objectionToFitCheck(message)));
            case SAFETY_ALERT, SAFETY_ALERT_NEXT -> Finding.of(objectionToAlert(message));
            case WAIT_LIST_JOINED,
                    WAIT_LIST_ENDED,
                    CALENDAR_UNREADABLE,
                    CALENDAR_READABLE,
                    INTAKE_RECEIVED,
                    REMATCH_THERAPIST,
                    CLOSED_THERAPIST,
                    TASK_COORDINATOR,
                    OFFER_DECLINED_COORDINATOR,
                    OFFER_LAPSED_COORDINATOR,
                    MATCHED,
                    MATCHED_COORDINATOR,
                    MESSAGES_LATE -> Finding.of(Optional.empty());
        };
    }

    private Finding ofWaitListOffer(Message message) {
        UUID hold = message.subject().id();
        WaitListOffer offer = facts.waitListOffer(hold).orElse(null);
        if (offer == null) {
            return Finding.of(Optional.of(Suppression.SUBJECT_UNKNOWN));
        }
        Optional<Suppression> objection = offer.open() ? Optional.empty() : Optional.of(Suppression.OFFER_CLOSED);
        CallFact time = new CallFact(hold, false, 0, offer.start(), offer.end(), offer.start(), null);
        return new Finding(objection, time, offer.link());
    }

    private Optional<Suppression> objectionToOffer(Message message) {
        Optional<OfferStanding> standing =
                facts.offer(message.ofInquiry(), message.subject().revision());
        if (standing.isEmpty()) {
            return Optional.of(Suppression.SUBJECT_UNKNOWN);
        }
        return standing.get() == OfferStanding.OPEN ? Optional.empty() : Optional.of(Suppression.OFFER_CLOSED);
    }

    private Optional<Suppression> objectionToIntake(Message message) {
        QuestionnaireStanding standing =
                facts.questionnaire(message.ofInquiry()).orElse(null);
        boolean saysClosed = message.kind() == MessageKind.INTAKE_LAPSED;
        return switch (standing) {
            case OPEN -> saysClosed ? Optional.of(Suppression.INTAKE_REOPENED) : Optional.empty();
            case LAPSED -> saysClosed ? Optional.empty() : Optional.of(Suppression.EXPIRED);
            case SUBMITTED -> Optional.of(Suppression.INTAKE_SUBMITTED);
            case null -> Optional.of(Suppression.SUBJECT_UNKNOWN);
        };
    }

    /** Who does not want us any more is not asked for anything, and nobody need act for them. */
    private Optional<Suppression> objectionIfClosed(Message message) {
        return facts.isReferralClosed(message.ofInquiry())
                ? Optional.of(Suppression.REFERRAL_CLOSED)
                : Optional.empty();
    }

    private Optional<Suppression> objectionToChoice(Message message) {
        boolean asked =
                facts.isAskedToChoose(message.ofInquiry(), message.subject().revision());
        return asked ? Optional.empty() : Optional.of(Suppression.QUESTION_OVER);
    }

    private Optional<Suppression> objectionToFitCheck(Message message) {
        UUID therapist = Objects.requireNonNull(message.person(), "a fit check is of a therapist");
        return facts.isMatchedWith(message.ofInquiry(), therapist)
                ? Optional.empty()
                : Optional.of(Suppression.QUESTION_OVER);
    }

    /** One alert too many is better than none: it is held back only where intake-service says that somebody has acknowledged. */
    private Optional<Suppression> objectionToAlert(Message message) {
        Optional<Set<UUID>> open;
        try {
            open = facts.openConcerns(message.ofInquiry());
        } catch (FactsUnavailable _) {
            return Optional.empty();
        }
        return open.filter(concerns -> !concerns.contains(message.subject().id()))
                .map(_ -> Suppression.CONCERN_ACKNOWLEDGED);
    }
}
