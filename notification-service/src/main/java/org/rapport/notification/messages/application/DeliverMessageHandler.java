package org.rapport.notification.messages.application;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
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
import org.rapport.notification.messages.application.Letters.Briefing;
import org.rapport.notification.messages.application.TruthCheck.Finding;
import org.rapport.notification.messages.domain.Channel;
import org.rapport.notification.messages.domain.Consents;
import org.rapport.notification.messages.domain.Consents.Consent;
import org.rapport.notification.messages.domain.Contact;
import org.rapport.notification.messages.domain.Fault;
import org.rapport.notification.messages.domain.Message;
import org.rapport.notification.messages.domain.MessageDecision;
import org.rapport.notification.messages.domain.MessageDecision.Changed;
import org.rapport.notification.messages.domain.MessageState;
import org.rapport.notification.messages.domain.MessageState.Sending;
import org.rapport.notification.messages.domain.Messages;
import org.rapport.notification.messages.domain.Recipient;
import org.rapport.notification.messages.domain.Recipient.Client;
import org.rapport.notification.messages.domain.Recipient.EveryCoordinator;
import org.rapport.notification.messages.domain.Recipient.NextCoordinator;
import org.rapport.notification.messages.domain.Recipient.Staff;
import org.rapport.notification.messages.domain.Suppression;
import org.rapport.notification.messages.domain.TextPlaces;

/**
 * Delivers one message whose time has come.
 *
 * <ol>
 *   <li>Claim: one conditional write; of several instances one gets the message, for the length of a lease.
 *   <li>Ask for the truth, the address and the consent, after the claim: a cancel or a STOP accepted before is seen here.
 *   <li>Find the words, and make the whole message of them.
 *   <li>Hand over, if enough of the lease is left.
 *   <li>Mark what became of it, as the holder of this attempt. A crash before this step leaves the lease to run out.
 * </ol>
 */
public final class DeliverMessageHandler {
    private static final Logger LOG = System.getLogger(DeliverMessageHandler.class.getName());

    private final Messages messages;
    private final Facts facts;
    private final TruthCheck truth;
    private final Consents consents;
    private final TextPlaces places;
    private final Letters letters;
    private final Map<Channel, Carrier> carriers;
    private final DeliveryPolicy policy;
    private final Clock clock;
    private final RandomGenerator random;

    public DeliverMessageHandler(
            Messages messages,
            Facts facts,
            Consents consents,
            TextPlaces places,
            Letters letters,
            Map<Channel, Carrier> carriers,
            DeliveryPolicy policy,
            Clock clock,
            RandomGenerator random) {
        this.messages = messages;
        this.facts = facts;
        this.truth = new TruthCheck(facts);
        this.consents = consents;
        this.places = places;
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
            case TooEarly(Instant until, Suppression reason) -> message.defer(number, until, reason, now);
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
        Finding finding = truth.of(message, clock.instant());
        if (finding.objection().isPresent()) {
            return new NotWanted(finding.objection().get());
        }
        if (message.kind().isOfMove() && isUndone(message)) {
            return new NotWanted(Suppression.CHANGE_UNDONE);
        }
        if (!policy.channels().allows(message.kind(), message.channel())) {
            return new NotWanted(Suppression.SWITCHED_OFF);
        }
        Contact known = contact(message.recipient()).orElse(null);
        if (known == null) {
            return new NotWanted(Suppression.RECIPIENT_UNKNOWN);
        }
        Consent consent = consent(message, known);
        Suppression closed = consent.closed().get(message.channel());
        if (closed != null) {
            return new NotWanted(closed);
        }
        return address(
                sending,
                new Briefing(
                        message,
                        policy.channels().applied(message.kind(), consent.contact()),
                        finding.call(),
                        clock.instant(),
                        finding.link(),
                        personName(message)));
    }

    /** A move that brings back the time the recipient was told last is none to them. */
    private boolean isUndone(Message moved) {
        return messages.ofInquiry(moved.ofInquiry()).stream()
                .filter(line -> line.kind().isOfTime()
                        && line.state() instanceof MessageState.Sent
                        && line.recipient().equals(moved.recipient())
                        && line.subject().id().equals(moved.subject().id())
                        && line.subject().revision() < moved.subject().revision())
                .max(Comparator.comparingInt(line -> line.subject().revision()))
                // Until when a message on the time of a call is of use, is that time.
                .filter(last -> last.usefulUntil().equals(moved.usefulUntil()))
                .isPresent();
    }

    private Optional<TooEarly> tooEarly(Message message, Contact contact) {
        Instant now = clock.instant();
        if (message.kind().keepsQuietHours(message.channel())) {
            Instant earliest = policy.quietHours().earliest(now, contact.zone());
            if (earliest.isAfter(now)) {
                return Optional.of(new TooEarly(earliest, Suppression.QUIET_HOURS));
            }
        }
        LocalDate day = LocalDate.ofInstant(now, contact.zone());
        if (message.kind().isCapped(message.channel())
                && !places.take(message.ofInquiry(), message.id(), day, policy.caps())) {
            return Optional.of(
                    new TooEarly(policy.quietHours().morningAfter(day, contact.zone()), Suppression.CAP_REACHED));
        }
        return Optional.empty();
    }

    private Consent consent(Message message, Contact known) {
        return message.kind()
                .purpose()
                .map(purpose -> consents.of(message.ofInquiry(), purpose, known))
                .orElseGet(() -> new Consent(known, Map.of()));
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
        Optional<TooEarly> early = tooEarly(message, contact);
        if (early.isPresent()) {
            return early.get();
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
