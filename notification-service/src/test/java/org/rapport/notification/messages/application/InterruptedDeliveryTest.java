package org.rapport.notification.messages.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapport.notification.messages.application.Carrier.Handover;
import org.rapport.notification.messages.domain.Channel;
import org.rapport.notification.messages.domain.Contact;
import org.rapport.notification.messages.domain.Message;
import org.rapport.notification.messages.domain.MessageKind;
import org.rapport.notification.messages.domain.MessageState;
import org.rapport.notification.messages.domain.MessageState.Planned;
import org.rapport.notification.messages.domain.MessageState.Suppressed;
import org.rapport.notification.messages.domain.MessageState.Unknown;
import org.rapport.notification.messages.domain.Suppression;

/** When nobody can know whether the provider took a message. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class InterruptedDeliveryTest {
    private final LedgerFixture practice = new LedgerFixture();

    @ParameterizedTest(name = "{0} by {1}: sent {2} times, ends {3}")
    @CsvSource({
        "CALL_CONFIRMATION, EMAIL, 2, SENT",
        "CALL_CONFIRMATION, SMS,   2, SENT", // Under one key: the gateway keeps one.
        "CALL_REMINDER_24H, EMAIL, 1, UNKNOWN",
        "CALL_REMINDER_24H, SMS,   2, SENT",
    })
    void a_crash_between_the_providers_yes_and_the_write_settles_per_kind(
            MessageKind kind, Channel channel, int handed, MessageState.Name end) {
        practice.facts.clients.computeIfPresent(
                practice.inquiry,
                (_, both) -> new Contact(
                        both.name(), both.email(), both.phone(), Set.of(channel), both.language(), both.zone()));
        practice.happens(practice.booked());
        Message message = practice.message(kind, channel);
        practice.clock.set(message.dueAt());
        DeliverMessageHandler dying = practice.instance(new DyingMessages(practice.messages, message.id()));
        assertThatThrownBy(() -> dying.handle(new DeliverMessage(message.id())))
                .isInstanceOf(DyingMessages.Crash.class);

        practice.clock.advance(LedgerFixture.LEASE);
        practice.deliverer.handle(new DeliverMessage(message.id()));

        InMemoryCarrier carrier = channel == Channel.EMAIL ? practice.mail : practice.sms;
        assertThat(carrier.taken())
                .hasSize(handed)
                .allMatch(parcel -> parcel.id().equals(message.id()));
        assertThat(practice.state(kind, channel).name()).isEqualTo(end);
    }

    @Test
    void an_answer_that_never_came_leaves_a_reminder_unknown_and_repeats_a_confirmation() {
        practice.happens(practice.booked());
        practice.mail.answering(_ -> Handover.IN_DOUBT);
        practice.wakeDue();
        assertThat(practice.state(MessageKind.CALL_CONFIRMATION, Channel.EMAIL)).isInstanceOf(Planned.class);
        practice.runUntil(practice.start.minus(Duration.ofHours(24)));
        assertThat(practice.state(MessageKind.CALL_REMINDER_24H, Channel.EMAIL))
                .isEqualTo(new Unknown(practice.clock.instant()));
    }

    @Test
    void pain_12_a_server_that_never_answers_gets_a_mail_twice_and_no_more() {
        practice.happens(practice.booked());
        practice.mail.answering(_ -> Handover.IN_DOUBT);
        practice.runUntil(practice.start.minus(Duration.ofHours(25)));
        assertThat(practice.mailed()).filteredOn("CALL_CONFIRMATION"::equals).hasSize(2);
        assertThat(practice.state(MessageKind.CALL_CONFIRMATION, Channel.EMAIL)).isInstanceOf(Unknown.class);
    }

    @Test
    void a_cancellation_that_comes_while_a_reminder_is_being_sent_in_vain_stops_it_for_good() {
        practice.happens(practice.booked());
        practice.runUntil(practice.start.minus(Duration.ofHours(25)));
        practice.mail.answering(_ -> {
            practice.happens(practice.cancelled());
            return Handover.UNREACHABLE;
        });
        practice.clock.set(practice.start.minus(Duration.ofHours(24)));
        practice.deliverer.handle(new DeliverMessage(
                practice.message(MessageKind.CALL_REMINDER_24H, Channel.EMAIL).id()));
        assertThat(practice.state(MessageKind.CALL_REMINDER_24H, Channel.EMAIL))
                .isEqualTo(new Suppressed(Suppression.CALL_CANCELLED, practice.clock.instant()));
    }

    @Test
    void a_late_yes_is_written_even_after_the_lease() {
        practice.happens(practice.booked());
        practice.clock.set(practice.start.minus(Duration.ofHours(24)));
        Message reminder = practice.message(MessageKind.CALL_REMINDER_24H, Channel.EMAIL);
        practice.mail.answering(_ -> {
            practice.clock.advance(LedgerFixture.LEASE);
            practice.instance(practice.messages).handle(new DeliverMessage(reminder.id()));
            return Handover.TAKEN;
        });
        practice.deliverer.handle(new DeliverMessage(reminder.id()));
        assertThat(practice.state(MessageKind.CALL_REMINDER_24H, Channel.EMAIL).name())
                .isEqualTo(MessageState.Name.SENT);
    }
}
