package org.rapport.notification.messages.application;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.rapport.notification.messages.application.Attempt.Again;
import org.rapport.notification.messages.application.Attempt.Hopeless;
import org.rapport.notification.messages.application.Attempt.InDoubt;
import org.rapport.notification.messages.application.Attempt.NotWanted;
import org.rapport.notification.messages.application.Attempt.Sent;
import org.rapport.notification.messages.application.Attempt.Spread;
import org.rapport.notification.messages.application.Attempt.TooEarly;
import org.rapport.notification.messages.application.Carrier.Composed;
import org.rapport.notification.messages.application.Carrier.Parcel;
import org.rapport.notification.messages.application.Facts.OfferStanding;
import org.rapport.notification.messages.application.Facts.QuestionnaireStanding;
import org.rapport.notification.messages.application.Facts.WaitListOffer;
import org.rapport.notification.messages.application.Letters.Briefing;
import org.rapport.notification.messages.domain.CallFact;
import org.rapport.notification.messages.domain.Channel;
import org.rapport.notification.messages.domain.Contact;
import org.rapport.notification.messages.domain.Fault;
import org.rapport.notification.messages.domain.Message;
import org.rapport.notification.messages.domain.MessageDecision;
import org.rapport.notification.messages.domain.MessageDecision.Changed;
import org.rapport.notification.messages.domain.MessageKind;
import org.rapport.notification.messages.domain.MessageState.Sending;
import org.rapport.notification.messages.domain.Messages;
import org.rapport.notification.messages.domain.Recipient;
import org.rapport.notification.messages.domain.Recipient.Client;
import org.rapport.notification.messages.domain.Recipient.EveryCoordinator;
import org.rapport.notification.messages.domain.Recipient.NextCoordinator;
import org.rapport.notification.messages.domain.Recipient.Staff;
import org.rapport.notification.messages.domain.Suppression;

/**
 * Delivers one message whose time has come.
 *
 * <ol>
 *   <li>Claim: one conditional write; of several instances one gets the message, for the length of a lease.
 *   <li>Ask for the truth and for the address, after the claim: a cancel accepted before is seen here.
 *   <li>Find the words, and make the whole message of them.
 *   <li>Hand over, if enough of the lease is left.
 *   <li>Mark what became of it, as the holder of this attempt. A crash before this step leaves the lease to run out.
 * </ol>
 */
public final class DeliverMessageHandler {
    private static final Logger LOG = System.getLogger(DeliverMessageHandler.class.getName());

    private final Messages messages;
    private final Facts facts;
    private final Letters letters;
    private final Map<Channel, Carrier> carriers;
    private final DeliveryPolicy policy;
    private final Clock clock;
    private final RandomGenerator random;

    public DeliverMessageHandler(
            Messages messages,
            Facts facts,
            Letters letters,
            Map<Channel, Carrier> carriers,
            DeliveryPolicy policy,
            Clock clock,
            RandomGenerator random) {
        this.messages = messages;
        this.facts = facts;
        this.letters = letters;
        this.carriers = Map.copyOf(carriers);
        this.policy = policy;
        this.clock = clock;
        this.random = random;
    }

    public void handle(DeliverMessage command) {
        Optional<MessageDecision> claim =
                messages.decide(command.id(), message -> message.claim(clock.instant(), policy.lease()));
        if (claim.isPresent()
                && claim.get() instanceof Changed(Message message, var _)
                && message.state() instanceof Sending sending) {
            Attempt attempt = attempt(message, sending);
            messages.decide(message.id(), current -> mark(current, sending.attempt(), attempt));
        }
    }

    private MessageDecision mark(Message message, int number, Attempt attempt) {
        Instant now = clock.instant();
        Duration delay = policy.backoff().after(number, random.nextDouble());
        return switch (attempt) {
            case Sent _ -> message.sent(now);
            case InDoubt _ -> message.doubt(number, now, delay);
            case Again(Fault fault) -> message.retry(number, fault, now, delay);
            case Hopeless(Fault fault) -> message.fail(number, fault, now);
            case NotWanted(Suppression reason) -> message.suppress(number, reason, now);
            case TooEarly(Instant until) -> message.defer(number, until, now);
            case Spread(int recipients) -> message.spread(number, recipients, now);
        };
    }

    private Attempt attempt(Message message, Sending sending) {
        return switch (message.recipient()) {
            case EveryCoordinator _ -> spread(message, coordinators -> coordinators);
            // In an order that does not change, so that each step reaches another, and after the last the first again.
            case NextCoordinator _ ->
                spread(
                        message,
                        coordinators -> List.of(coordinators.stream()
                                .sorted()
                                .toList()
                                .get(Math.floorMod(message.subject().revision() - 1, coordinators.size()))));
            case Client _, Staff _ -> deliver(message, sending);
        };
    }

    private Attempt spread(Message message, UnaryOperator<List<UUID>> choice) {
        List<UUID> coordinators;
        try {
            coordinators = facts.coordinators();
        } catch (FactsUnavailable _) {
            return new Again(Fault.FACTS_UNAVAILABLE);
        }
        if (coordinators.isEmpty()) {
            return new Again(Fault.FACTS_UNAVAILABLE);
        }
        List<UUID> chosen = choice.apply(coordinators);
        for (UUID coordinator : chosen) {
            messages.save(message.forOne(new Staff(coordinator)), List.of());
        }
        return new Spread(chosen.size());
    }

    private Attempt deliver(Message message, Sending sending) {
        try {
            return prepare(message, sending);
        } catch (FactsUnavailable _) {
            return new Again(Fault.FACTS_UNAVAILABLE);
        } catch (RuntimeException failure) {
            // Nothing was handed over. Only the kind of failure: its text may quote a name or an address.
            LOG.log(
                    Level.ERROR,
                    "message {0} cannot be composed: {1}",
                    message.id(),
                    failure.getClass().getName());
            return new Hopeless(Fault.NOT_COMPOSED);
        }
    }

    private Attempt prepare(Message message, Sending sending) {
        @Nullable CallFact call = null;
        @Nullable String link = null;
        Optional<Suppression> objection = Optional.empty();
        switch (message.kind()) {
            case CALL_CONFIRMATION,
                    CALL_BOOKED_HOST,
                    CALL_REMINDER_24H,
                    CALL_MOVED,
                    CALL_MOVED_HOST,
                    CALL_CANCELLED,
                    CALL_CANCELLED_HOST,
                    CALL_MISSED_BY_CLIENT,
                    CALL_MISSED_BY_US,
                    CALL_MISSED_COORDINATOR -> {
                call = facts.call(message.subject().id()).orElse(null);
                objection = call == null
                        ? Optional.of(Suppression.SUBJECT_UNKNOWN)
                        : call.objectionTo(message, clock.instant());
            }
            case CALL_DOUBLED ->
                call = facts.call(message.subject().id())
                        .filter(CallFact::booked)
                        .orElse(null);
            case WAIT_LIST_OFFERED -> {
                WaitListOffer offer =
                        facts.waitListOffer(message.subject().id()).orElse(null);
                objection = objectionTo(offer);
                if (offer != null) {
                    call = new CallFact(
                            message.subject().id(), false, 0, offer.start(), offer.end(), offer.start(), null);
                    link = offer.link();
                }
            }
            case OFFER_THERAPIST -> objection = objectionToOffer(message);
            case INTAKE_NUDGE, INTAKE_LAPSED -> objection = objectionToNudge(message);
            case CALL_UNCONFIRMED,
                    WAIT_LIST_JOINED,
                    WAIT_LIST_ENDED,
                    CALENDAR_UNREADABLE,
                    CALENDAR_READABLE,
                    INTAKE_LINK,
                    INTAKE_RECEIVED,
                    SAFETY_ALERT,
                    SAFETY_ALERT_NEXT,
                    REFERRAL_OVERDUE,
                    REMATCH_THERAPIST,
                    OFFER_DECLINED_COORDINATOR,
                    OFFER_LAPSED_COORDINATOR,
                    MATCHED,
                    MATCHED_COORDINATOR -> {}
        }
        if (objection.isPresent()) {
            return new NotWanted(objection.get());
        }
        Contact contact = contact(message.recipient()).orElse(null);
        if (contact == null) {
            return new NotWanted(Suppression.RECIPIENT_UNKNOWN);
        }
        return address(sending, new Briefing(message, contact, call, clock.instant(), link, personName(message)));
    }

    private Attempt address(Sending sending, Briefing briefing) {
        Message message = briefing.message();
        Contact contact = briefing.recipient();
        Optional<Suppression> objection = message.kind().objectionTo(message.channel(), contact);
        if (objection.isPresent()) {
            return new NotWanted(objection.get());
        }
        Carrier carrier = carriers.get(message.channel());
        if (carrier == null) {
            return new Hopeless(Fault.NO_PROVIDER);
        }
        if (message.kind().keepsQuietHours(message.channel())) {
            Instant now = clock.instant();
            Instant earliest = policy.quietHours().earliest(now, contact.zone());
            if (earliest.isAfter(now)) {
                return new TooEarly(earliest);
            }
        }
        String address = contact.address(message.channel()).orElseThrow();
        Letter letter = letters.write(briefing);
        Composed composed = carrier.compose(new Parcel(message.id(), address, letter));
        if (clock.instant().isAfter(sending.leaseEnd().minus(policy.handover()))) {
            return new Again(Fault.FACTS_UNAVAILABLE);
        }
        return handOver(message, composed);
    }

    private Attempt handOver(Message message, Composed composed) {
        Carrier.Handover handover;
        try {
            handover = composed.hand();
        } catch (RuntimeException failure) {
            LOG.log(
                    Level.ERROR,
                    "handing over {0} broke: {1}",
                    message.id(),
                    failure.getClass().getName());
            handover = Carrier.Handover.IN_DOUBT;
        }
        return switch (handover) {
            case TAKEN -> new Sent();
            case REFUSED -> new Hopeless(Fault.PROVIDER_REFUSED);
            case UNREACHABLE -> new Again(Fault.PROVIDER_UNREACHABLE);
            case IN_DOUBT -> new InDoubt();
        };
    }

    private static Optional<Suppression> objectionTo(@Nullable WaitListOffer offer) {
        if (offer == null) {
            return Optional.of(Suppression.SUBJECT_UNKNOWN);
        }
        return offer.open() ? Optional.empty() : Optional.of(Suppression.OFFER_CLOSED);
    }

    private Optional<Suppression> objectionToOffer(Message message) {
        Optional<OfferStanding> standing =
                facts.offer(message.ofInquiry(), message.subject().revision());
        if (standing.isEmpty()) {
            return Optional.of(Suppression.SUBJECT_UNKNOWN);
        }
        return standing.get() == OfferStanding.OPEN ? Optional.empty() : Optional.of(Suppression.OFFER_CLOSED);
    }

    private Optional<Suppression> objectionToNudge(Message message) {
        QuestionnaireStanding standing =
                facts.questionnaire(message.ofInquiry()).orElse(null);
        return switch (standing) {
            case OPEN ->
                message.kind() == MessageKind.INTAKE_LAPSED
                        ? Optional.of(Suppression.INTAKE_REOPENED)
                        : Optional.empty();
            case LAPSED ->
                message.kind() == MessageKind.INTAKE_NUDGE ? Optional.of(Suppression.EXPIRED) : Optional.empty();
            case SUBMITTED -> Optional.of(Suppression.INTAKE_SUBMITTED);
            case null -> Optional.of(Suppression.SUBJECT_UNKNOWN);
        };
    }

    private Optional<Contact> contact(Recipient recipient) {
        return switch (recipient) {
            case Client(UUID inquiryId) -> facts.client(inquiryId);
            case Staff(UUID id) -> facts.staff(id);
            case EveryCoordinator _, NextCoordinator _ -> Optional.empty();
        };
    }

    private @Nullable String personName(Message message) {
        UUID person = message.person();
        return person == null ? null : facts.staff(person).map(Contact::name).orElse(null);
    }
}
