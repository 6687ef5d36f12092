package org.rapport.notification.messages.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapport.notification.messages.application.Carrier.Handover;
import org.rapport.notification.messages.application.Facts.OfferStanding;
import org.rapport.notification.messages.domain.CallFact;
import org.rapport.notification.messages.domain.Channel;
import org.rapport.notification.messages.domain.Consents;
import org.rapport.notification.messages.domain.Contact;
import org.rapport.notification.messages.domain.Fault;
import org.rapport.notification.messages.domain.LedgerSearch;
import org.rapport.notification.messages.domain.Message;
import org.rapport.notification.messages.domain.MessageEvent;
import org.rapport.notification.messages.domain.MessageKind;
import org.rapport.notification.messages.domain.MessageState;
import org.rapport.notification.messages.domain.MessageState.Failed;
import org.rapport.notification.messages.domain.MessageState.Planned;
import org.rapport.notification.messages.domain.MessageState.Spread;
import org.rapport.notification.messages.domain.MessageState.Suppressed;
import org.rapport.notification.messages.domain.Occasion;
import org.rapport.notification.messages.domain.Occasion.CallBooked;
import org.rapport.notification.messages.domain.Occasion.ClientMatched;
import org.rapport.notification.messages.domain.Occasion.Offer;
import org.rapport.notification.messages.domain.Occasion.OfferMade;
import org.rapport.notification.messages.domain.Occasion.SafetyConcernRaised;
import org.rapport.notification.messages.domain.Suppression;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class DeliverMessageHandlerTest {
    private static final LedgerSearch MATCHES = LedgerSearch.everything().of(MessageKind.MATCHED);
    private final LedgerFixture practice = new LedgerFixture();

    @Test
    void a_booking_is_confirmed_at_once_and_reminded_of_once() {
        practice.happens(practice.booked());
        practice.wakeDue();
        assertThat(practice.mailed()).containsExactlyInAnyOrder("CALL_CONFIRMATION", "CALL_BOOKED_HOST");
        assertThat(practice.texted()).isEmpty();

        for (int hour = 0; hour < 80; hour++) {
            practice.runUntil(practice.clock.instant().plus(Duration.ofHours(1)));
        }
        assertThat(practice.mailed()).filteredOn("CALL_REMINDER_24H"::equals).hasSize(1);
        assertThat(practice.texted()).filteredOn("CALL_REMINDER_24H"::equals).hasSize(1);
        assertThat(practice.mailed()).filteredOn("CALL_REMINDER_1H"::equals).hasSize(1);
        assertThat(practice.texted()).filteredOn("CALL_REMINDER_1H"::equals).hasSize(1);
        assertThat(practice.messages.events())
                .filteredOn(MessageEvent.MessageSent.class::isInstance)
                .hasSize(6);
        assertThat(practice.messages.events()).noneMatch(MessageEvent.MessageFailed.class::isInstance);
    }

    @Test
    void pain_14_a_call_cancelled_one_second_before_the_reminder_sends_none() {
        practice.happens(practice.booked());
        practice.runUntil(practice.start.minus(Duration.ofHours(24)).minusSeconds(1));
        practice.truth(false, 1); // The event has not arrived yet; the truth is asked.
        practice.clock.advance(Duration.ofSeconds(1));
        practice.wakeDue();

        assertThat(practice.mailed()).doesNotContain("CALL_REMINDER_24H");
        for (Channel channel : Channel.values()) {
            assertThat(practice.state(MessageKind.CALL_REMINDER_24H, channel))
                    .isEqualTo(new Suppressed(Suppression.CALL_CANCELLED, practice.clock.instant()));
        }
    }

    @Test
    void a_stop_that_came_one_second_before_the_reminder_holds_it_back_and_the_mail_goes() {
        practice.happens(practice.booked());
        practice.runUntil(practice.start.minus(Duration.ofHours(24)).minusSeconds(1));
        practice.consents = (_, _, known) -> new Consents.Consent(
                new Contact(
                        known.name(),
                        known.email(),
                        known.phone(),
                        Set.of(Channel.EMAIL),
                        known.language(),
                        known.zone()),
                Map.of(Channel.SMS, Suppression.TEXTS_STOPPED));
        practice.clock.advance(Duration.ofSeconds(1));
        practice.wakeDue();
        assertThat(practice.texted()).isEmpty();
        assertThat(practice.mailed()).contains("CALL_REMINDER_24H");
        assertThat(practice.state(MessageKind.CALL_REMINDER_24H, Channel.SMS))
                .isEqualTo(new Suppressed(Suppression.TEXTS_STOPPED, practice.clock.instant()));
    }

    @Test
    void who_has_booked_in_the_meantime_is_not_asked_to_confirm() {
        practice.happens(new Occasion.CallUnconfirmed(
                practice.inquiry, practice.call, practice.start, practice.clock.instant()));
        practice.wakeDue();
        assertThat(practice.state(MessageKind.CALL_UNCONFIRMED, Channel.EMAIL))
                .isEqualTo(new Suppressed(Suppression.CALL_CONFIRMED, practice.clock.instant()));
    }

    @Test
    void a_cancellation_is_told_only_while_the_call_is_cancelled() {
        practice.happens(practice.cancelled());
        practice.wakeDue();
        assertThat(practice.state(MessageKind.CALL_CANCELLED, Channel.EMAIL))
                .isEqualTo(new Suppressed(Suppression.CALL_STANDS, practice.clock.instant()));
    }

    @Test
    void a_moved_call_sends_nothing_of_its_old_time() {
        practice.happens(practice.booked());
        practice.truth(true, 1);
        practice.wakeDue();
        assertThat(practice.mailed()).isEmpty();
        assertThat(practice.state(MessageKind.CALL_CONFIRMATION, Channel.EMAIL))
                .isEqualTo(new Suppressed(Suppression.CALL_MOVED, practice.clock.instant()));
    }

    @Test
    void a_reminder_that_was_held_up_past_the_start_is_not_sent() {
        practice.happens(practice.booked());
        practice.clock.set(practice.start);
        practice.wakeDue();
        assertThat(practice.state(MessageKind.CALL_REMINDER_24H, Channel.EMAIL))
                .isEqualTo(new Suppressed(Suppression.EXPIRED, practice.start));
    }

    @Test
    void a_mail_that_cannot_be_composed_fails_without_being_in_doubt() {
        DeliverMessageHandler clumsy = practice.sendingBy(Map.of(Channel.EMAIL, _ -> {
            throw new IllegalArgumentException("cannot be composed");
        }));
        practice.happens(practice.booked());
        clumsy.handle(new DeliverMessage(
                practice.message(MessageKind.CALL_CONFIRMATION, Channel.EMAIL).id()));
        assertThat(practice.state(MessageKind.CALL_CONFIRMATION, Channel.EMAIL))
                .isEqualTo(new Failed(Fault.NOT_COMPOSED, practice.clock.instant()));
    }

    @Test
    void a_person_nobody_knows_any_more_gets_nothing() {
        practice.facts.clients.clear();
        practice.happens(practice.booked());
        practice.wakeDue();
        assertThat(practice.state(MessageKind.CALL_CONFIRMATION, Channel.EMAIL))
                .isEqualTo(new Suppressed(Suppression.RECIPIENT_UNKNOWN, practice.clock.instant()));
    }

    @Test
    void a_text_at_night_waits_for_nine_on_the_persons_clock_while_the_mail_goes() {
        practice.facts.clients.put(practice.inquiry, byTextAlone(ZoneId.of("America/Los_Angeles")));
        practice.happens(practice.booked()); // 09:00 in Chicago, 07:00 in Los Angeles
        practice.wakeDue();
        assertThat(practice.mailed()).contains("CALL_BOOKED_HOST");
        assertThat(practice.texted()).isEmpty();

        practice.runUntil(Instant.parse("2026-11-23T16:59:59Z"));
        assertThat(practice.texted()).isEmpty();
        practice.runUntil(Instant.parse("2026-11-23T17:00:00Z"));
        assertThat(practice.texted()).containsExactly("CALL_CONFIRMATION");
    }

    @Test
    void a_text_that_would_wait_past_the_start_is_not_sent() {
        practice.facts.clients.put(practice.inquiry, byTextAlone(LedgerFixture.CHICAGO));
        Instant evening = Instant.parse("2026-11-24T04:00:00Z");
        Instant nextDawn = Instant.parse("2026-11-24T14:00:00Z");
        practice.clock.set(evening);
        practice.facts.calls.compute(
                practice.call,
                (id, _) -> new CallFact(id, true, 0, nextDawn, nextDawn.plusSeconds(900), nextDawn, null));
        practice.happens(new CallBooked(practice.inquiry, practice.call, 0, practice.host, nextDawn, evening));
        practice.wakeDue();
        assertThat(practice.state(MessageKind.CALL_CONFIRMATION, Channel.SMS))
                .isEqualTo(new Suppressed(Suppression.QUIET_HOURS, evening));
    }

    @Test
    void a_dead_mail_server_is_tried_until_the_call_begins_while_texts_go() {
        practice.mail.answering(_ -> Handover.UNREACHABLE);
        practice.happens(practice.booked());
        practice.runUntil(practice.start.minusSeconds(1));
        assertThat(practice.texted()).containsExactly("CALL_REMINDER_24H", "CALL_REMINDER_1H");
        practice.runUntil(practice.start);
        assertThat(practice.state(MessageKind.CALL_REMINDER_24H, Channel.EMAIL))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.reason()).isEqualTo(Fault.PROVIDER_UNREACHABLE));
        assertThat(practice.messages.events()).anyMatch(MessageEvent.MessageFailed.class::isInstance);
        assertThat(practice.mailed()).isEmpty();
    }

    @Test
    void a_mail_server_that_comes_back_gets_the_message_once() {
        practice.mail.answering(_ -> Handover.UNREACHABLE);
        practice.happens(practice.booked());
        practice.runUntil(LedgerFixture.MONDAY_NINE.plus(Duration.ofHours(1)));
        practice.mail.answering(_ -> Handover.TAKEN);
        practice.runUntil(LedgerFixture.MONDAY_NINE.plus(Duration.ofHours(3)));
        assertThat(practice.mailed()).containsExactlyInAnyOrder("CALL_CONFIRMATION", "CALL_BOOKED_HOST");
    }

    @Test
    void while_the_truth_cannot_be_asked_nothing_goes_and_nothing_is_lost() {
        practice.facts.down = true;
        practice.happens(practice.booked());
        practice.wakeDue();
        assertThat(practice.mailed()).isEmpty();
        assertThat(practice.state(MessageKind.CALL_CONFIRMATION, Channel.EMAIL))
                .isInstanceOfSatisfying(
                        Planned.class,
                        planned -> assertThat(planned.lastFault()).isEqualTo(Fault.FACTS_UNAVAILABLE));
        practice.facts.down = false;
        practice.runUntil(LedgerFixture.MONDAY_NINE.plus(Duration.ofMinutes(1)));
        assertThat(practice.mailed()).contains("CALL_CONFIRMATION");
    }

    @Test
    void a_refused_address_fails_at_once() {
        practice.mail.answering(_ -> Handover.REFUSED);
        practice.happens(practice.booked());
        practice.wakeDue();
        assertThat(practice.state(MessageKind.CALL_CONFIRMATION, Channel.EMAIL))
                .isEqualTo(new Failed(Fault.PROVIDER_REFUSED, practice.clock.instant()));
    }

    @Test
    void pain_30_one_bad_record_among_a_hundred_stops_none_of_the_others() {
        UUID bad = UUID.randomUUID();
        practice.facts.clients.put(bad, LedgerFixture.person("Bad", "bad@example.org", null));
        DeliverMessageHandler choosy = new DeliverMessageHandler(
                practice.messages,
                practice.facts,
                practice.consents,
                practice.places,
                briefing -> {
                    if (briefing.recipient().name().equals("Bad")) {
                        throw new IllegalArgumentException("cannot be written");
                    }
                    return new Letter("subject", "text", null);
                },
                Map.of(Channel.EMAIL, practice.mail),
                LedgerFixture.POLICY,
                practice.clock,
                new Random(1));
        List<UUID> inquiries = IntStream.range(0, 100)
                .mapToObj(number -> number == 50 ? bad : UUID.randomUUID())
                .toList();
        for (UUID inquiry : inquiries) {
            practice.facts.clients.putIfAbsent(inquiry, LedgerFixture.person("Good", "good@example.org", null));
            practice.happens(new ClientMatched(
                    inquiry, UUID.randomUUID(), practice.host, practice.host, LedgerFixture.MONDAY_NINE));
        }
        for (Message message : practice.messages.all()) {
            if (message.kind() == MessageKind.MATCHED && message.channel() == Channel.EMAIL) {
                choosy.handle(new DeliverMessage(message.id()));
            }
        }
        assertThat(practice.messages.list(MATCHES.in(MessageState.Name.SENT), 200))
                .hasSize(99);
        assertThat(practice.messages.list(MATCHES.in(MessageState.Name.FAILED), 200))
                .extracting(Message::state)
                .containsExactly(new Failed(Fault.NOT_COMPOSED, practice.clock.instant()));
    }

    @Test
    void two_instances_send_one_message() throws Exception {
        practice.happens(practice.booked());
        List<DeliverMessageHandler> instances =
                List.of(practice.instance(practice.messages), practice.instance(practice.messages));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> wakes = practice.messages.all().stream()
                    .flatMap(message -> instances.stream().<Callable<Void>>map(instance -> () -> {
                        instance.handle(new DeliverMessage(message.id()));
                        return null;
                    }))
                    .toList();
            for (var wake : threads.invokeAll(wakes)) {
                wake.get();
            }
        }
        assertThat(practice.mailed()).containsExactlyInAnyOrder("CALL_CONFIRMATION", "CALL_BOOKED_HOST");
        assertThat(practice.texted()).isEmpty();
    }

    @Test
    void a_safety_alert_reaches_every_coordinator_at_night_and_when_booking_was_down() {
        practice.clock.set(Instant.parse("2026-11-24T08:00:00Z")); // 02:00 in Chicago
        List<UUID> coordinators = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        coordinators.forEach(id ->
                practice.facts.staff.put(id, LedgerFixture.person("Coordinator", id + "@lakeside.example", null)));
        practice.facts.down = true;
        practice.happens(new SafetyConcernRaised(practice.inquiry, UUID.randomUUID(), practice.clock.instant()));
        practice.wakeDue();
        practice.facts.down = false;
        practice.facts.coordinators = coordinators;
        practice.runUntil(practice.clock.instant().plusSeconds(5));

        assertThat(practice.mail.taken())
                .extracting(Carrier.Parcel::address)
                .containsExactlyInAnyOrderElementsOf(coordinators.stream()
                        .map(id -> id + "@lakeside.example")
                        .toList());
        assertThat(practice.messages.all()).anyMatch(message -> message.state() instanceof Spread);
    }

    @ParameterizedTest
    @CsvSource({"OPEN, SENT", "CLOSED, SUPPRESSED", ", SUPPRESSED"})
    void an_offer_is_sent_while_it_is_open(@Nullable OfferStanding standing, MessageState.Name end) {
        Offer offer = new Offer(UUID.randomUUID(), 2, practice.host, practice.host);
        Optional.ofNullable(standing).ifPresent(known -> practice.facts.offers.put(practice.inquiry + "/2", known));
        practice.happens(new OfferMade(
                practice.inquiry, offer, practice.clock.instant().plus(Duration.ofDays(1)), practice.clock.instant()));
        practice.wakeDue();
        assertThat(practice.state(MessageKind.OFFER_THERAPIST, Channel.EMAIL).name())
                .isEqualTo(end);
    }

    private static Contact byTextAlone(ZoneId zone) {
        return new Contact("Ana", "ana@example.org", "+13125550199", Set.of(Channel.SMS), Locale.ENGLISH, zone);
    }
}
