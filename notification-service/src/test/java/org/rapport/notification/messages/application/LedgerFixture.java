package org.rapport.notification.messages.application;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.notification.messages.domain.Backoff;
import org.rapport.notification.messages.domain.CallFact;
import org.rapport.notification.messages.domain.Channel;
import org.rapport.notification.messages.domain.Consents;
import org.rapport.notification.messages.domain.Contact;
import org.rapport.notification.messages.domain.InMemoryMessages;
import org.rapport.notification.messages.domain.InMemoryTextPlaces;
import org.rapport.notification.messages.domain.Message;
import org.rapport.notification.messages.domain.MessageKind;
import org.rapport.notification.messages.domain.MessageState;
import org.rapport.notification.messages.domain.Messages;
import org.rapport.notification.messages.domain.Occasion;
import org.rapport.notification.messages.domain.Occasion.CallBooked;
import org.rapport.notification.messages.domain.Occasion.CallCancelled;
import org.rapport.notification.messages.domain.Occasion.CallMoved;
import org.rapport.notification.messages.domain.Occasion.QuestionnaireSent;
import org.rapport.notification.messages.domain.PracticeChannels;
import org.rapport.notification.messages.domain.QuietHours;
import org.rapport.notification.messages.domain.TextCaps;
import org.rapport.notification.messages.domain.UsualSchedule;
import org.rapport.testkit.SettableClock;

/** A practice on a Monday at nine in Chicago: one client, one host, one call on Thursday. */
final class LedgerFixture {
    static final Instant MONDAY_NINE = Instant.parse("2026-11-23T15:00:00Z");
    static final Duration LEASE = Duration.ofMinutes(2);
    static final DeliveryPolicy POLICY = new DeliveryPolicy(
            LEASE,
            Duration.ofSeconds(40),
            new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(15)),
            new QuietHours(LocalTime.of(20, 0), LocalTime.of(9, 0)),
            new PracticeChannels(Map.of()),
            new TextCaps(2, 3));
    static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    final UUID inquiry = UUID.randomUUID();
    final UUID call = UUID.randomUUID();
    final UUID host = UUID.randomUUID();
    final Instant start = Instant.parse("2026-11-26T21:00:00Z");

    final SettableClock clock = SettableClock.at(MONDAY_NINE);
    final InMemoryMessages messages = new InMemoryMessages();
    final InMemoryTextPlaces places = new InMemoryTextPlaces();
    final InMemoryFacts facts = new InMemoryFacts();
    /** Whatever people said when they came holds, until a test has them say something else. */
    volatile Consents consents = (_, _, known) -> new Consents.Consent(known, Map.of());

    final InMemoryCarrier mail = new InMemoryCarrier();
    final InMemoryCarrier sms = new InMemoryCarrier();
    final PlanMessagesHandler planner = new PlanMessagesHandler(messages, UsualSchedule.SCHEDULE);
    final DeliverMessageHandler deliverer = instance(messages);

    LedgerFixture() {
        facts.clients.put(inquiry, person("Ana Ruiz", "ana@example.org", "+13125550199"));
        facts.staff.put(host, person("Maya Thompson", "maya@lakeside.example", null));
        truth(true, 0);
    }

    /** Another process at the same ledger. */
    DeliverMessageHandler instance(Messages ledger) {
        return deliverer(ledger, Map.of(Channel.EMAIL, mail, Channel.SMS, sms));
    }

    DeliverMessageHandler sendingBy(Map<Channel, Carrier> carriers) {
        return deliverer(messages, carriers);
    }

    DeliverMessageHandler deliverer(DeliveryPolicy policy) {
        return deliverer(messages, Map.of(Channel.EMAIL, mail, Channel.SMS, sms), policy);
    }

    private DeliverMessageHandler deliverer(Messages ledger, Map<Channel, Carrier> carriers) {
        return deliverer(ledger, carriers, POLICY);
    }

    private DeliverMessageHandler deliverer(Messages ledger, Map<Channel, Carrier> carriers, DeliveryPolicy policy) {
        return new DeliverMessageHandler(
                ledger,
                facts,
                (inquiryId, purpose, known) -> consents.of(inquiryId, purpose, known),
                places,
                briefing -> new Letter(briefing.message().kind().name(), "text", null),
                carriers,
                policy,
                clock,
                new Random(1));
    }

    static Contact person(String name, @Nullable String email, @Nullable String phone) {
        return new Contact(name, email, phone, Set.of(Channel.EMAIL, Channel.SMS), Locale.ENGLISH, CHICAGO);
    }

    /** The call is moved by so many days for the so-manieth time; the truth is told with it. */
    CallMoved moved(int revision, int days) {
        Instant later = start.plus(Duration.ofDays(days));
        facts.calls.put(
                call, new CallFact(call, true, revision, later, later.plus(Duration.ofMinutes(20)), later, null));
        return new CallMoved(inquiry, call, revision, host, later, false, clock.instant());
    }

    void truth(boolean booked, int revision) {
        facts.calls.put(
                call, new CallFact(call, booked, revision, start, start.plus(Duration.ofMinutes(20)), start, null));
    }

    CallBooked booked() {
        return new CallBooked(inquiry, call, 0, host, start, MONDAY_NINE);
    }

    CallCancelled cancelled() {
        return new CallCancelled(inquiry, call, 1, host, start, false, clock.instant());
    }

    QuestionnaireSent questionnaireSent() {
        facts.questionnaires.put(inquiry, Facts.QuestionnaireStanding.OPEN);
        return new QuestionnaireSent(
                inquiry, UUID.randomUUID(), clock.instant().plus(Duration.ofDays(30)), clock.instant());
    }

    void happens(Occasion occasion) {
        planner.handle(new PlanMessages(occasion));
    }

    /** Wakes everything that is due, as often as something is. */
    void wakeDue() {
        for (Optional<Message> due = nextDue(); due.isPresent(); due = nextDue()) {
            deliverer.handle(new DeliverMessage(due.get().id()));
        }
    }

    /** Lets time pass as the wake-ups see it: from one due message to the next. */
    void runUntil(Instant end) {
        wakeDue();
        for (Optional<Instant> next = nextWake();
                next.isPresent() && !next.get().isAfter(end);
                next = nextWake()) {
            clock.set(next.get());
            wakeDue();
        }
        clock.set(end);
        wakeDue();
    }

    Message message(MessageKind kind, Channel channel) {
        List<Message> found = messages.all().stream()
                .filter(message -> message.kind() == kind && message.channel() == channel)
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " messages of " + kind + " by " + channel);
        }
        return found.getFirst();
    }

    MessageState state(MessageKind kind, Channel channel) {
        return message(kind, channel).state();
    }

    List<String> mailed() {
        return mail.taken().stream().map(parcel -> parcel.letter().subject()).toList();
    }

    List<String> texted() {
        return sms.taken().stream().map(parcel -> parcel.letter().subject()).toList();
    }

    private Optional<Message> nextDue() {
        return messages.all().stream()
                .filter(message -> message.state()
                        .wakesAt()
                        .filter(at -> !at.isAfter(clock.instant()))
                        .isPresent())
                .findFirst();
    }

    private Optional<Instant> nextWake() {
        return messages.all().stream()
                .flatMap(message -> message.state().wakesAt().stream())
                .min(Comparator.naturalOrder());
    }
}
