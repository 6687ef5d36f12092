package org.rapport.notification.messages.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.notification.messages.domain.Channel;
import org.rapport.notification.messages.domain.Message;
import org.rapport.notification.messages.domain.MessageEvent;
import org.rapport.notification.messages.domain.MessageKind;
import org.rapport.notification.messages.domain.MessageState.Suppressed;
import org.rapport.notification.messages.domain.Suppression;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class PlanMessagesHandlerTest {
    private final LedgerFixture practice = new LedgerFixture();

    @Test
    void an_occasion_told_three_times_makes_each_message_once() {
        for (int time = 0; time < 3; time++) {
            practice.happens(practice.booked());
        }
        assertThat(practice.messages.all()).hasSize(7);
        assertThat(practice.messages.events()).isEmpty();
    }

    @Test
    void a_cancel_that_arrives_before_its_booking_leaves_nothing_to_send() {
        practice.happens(practice.cancelled());
        practice.happens(practice.booked());

        List<Message> ofBooking = practice.messages.all().stream()
                .filter(message -> message.subject().revision() == 0)
                .toList();
        assertThat(ofBooking)
                .hasSize(7)
                .allMatch(message ->
                        message.state().equals(new Suppressed(Suppression.CALL_CANCELLED, LedgerFixture.MONDAY_NINE)));
        assertThat(practice.messages.events()).hasSize(7).allMatch(MessageEvent.MessageSuppressed.class::isInstance);
    }

    @Test
    void a_cancel_leaves_what_was_sent_and_takes_back_the_reminder() {
        practice.happens(practice.booked());
        practice.wakeDue();
        practice.truth(false, 1);
        practice.happens(practice.cancelled());

        assertThat(practice.state(MessageKind.CALL_CONFIRMATION, Channel.EMAIL).name())
                .hasToString("SENT");
        assertThat(practice.state(MessageKind.CALL_REMINDER_24H, Channel.SMS))
                .isEqualTo(new Suppressed(Suppression.CALL_CANCELLED, LedgerFixture.MONDAY_NINE));
    }
}
