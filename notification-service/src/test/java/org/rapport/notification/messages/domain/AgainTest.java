package org.rapport.notification.messages.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.notification.messages.domain.AgainDecision.Reason;
import org.rapport.notification.messages.domain.AgainDecision.Refused;
import org.rapport.notification.messages.domain.MessageState.Failed;
import org.rapport.notification.messages.domain.MessageState.Planned;
import org.rapport.notification.messages.domain.MessageState.Sent;
import org.rapport.notification.messages.domain.MessageState.Spread;
import org.rapport.notification.messages.domain.Recipient.Client;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class AgainTest {
    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private static final UUID INQUIRY = UUID.randomUUID();

    private static Message in(MessageKind kind, MessageState state) {
        Message planned = Message.planned(
                INQUIRY,
                new Subject(UUID.randomUUID(), 0),
                kind,
                Channel.EMAIL,
                new Client(INQUIRY),
                null,
                NOW,
                NOW.plus(Duration.ofDays(1)));
        return new Message(
                planned.id(),
                4,
                INQUIRY,
                planned.subject(),
                kind,
                Channel.EMAIL,
                planned.recipient(),
                null,
                NOW,
                planned.usefulUntil(),
                state);
    }

    @Test
    void what_has_ended_goes_again_as_a_line_of_its_own_that_is_the_same_however_often_it_is_asked_for() {
        Message sent = in(MessageKind.CALL_CONFIRMATION, new Sent(NOW));
        Instant later = NOW.plusSeconds(60);
        Message again = ((AgainDecision.Planned) sent.again(1, later)).message();
        assertThat(again.id().value()).isEqualTo(sent.id().value() + "|1");
        assertThat(again.id().channel()).isEqualTo(Channel.EMAIL);
        assertThat(again.state()).isEqualTo(new Planned(later, 0, null));
        assertThat(again.version()).isZero();
        assertThat(again.usefulUntil()).isEqualTo(sent.usefulUntil());
        assertThat(((AgainDecision.Planned) sent.again(1, later)).message().id())
                .isEqualTo(again.id());
        Message third = ((AgainDecision.Planned) in(again, new Sent(later)).again(2, later)).message();
        assertThat(third.id().value()).isEqualTo(sent.id().value() + "|2");
    }

    private static Message in(Message message, MessageState state) {
        return new Message(
                message.id(),
                1,
                message.inquiryId(),
                message.subject(),
                message.kind(),
                message.channel(),
                message.recipient(),
                message.person(),
                message.dueAt(),
                message.usefulUntil(),
                state);
    }

    @Test
    void what_is_under_way_or_over_or_went_to_a_group_does_not() {
        assertThat(in(MessageKind.MATCHED, new Planned(NOW, 0, null)).again(1, NOW))
                .isEqualTo(new Refused(Reason.NOT_SETTLED));
        assertThat(in(MessageKind.SAFETY_ALERT, new Spread(3, NOW)).again(1, NOW))
                .isEqualTo(new Refused(Reason.NOT_TO_ONE));
        assertThat(in(MessageKind.CALL_REMINDER_24H, new Sent(NOW)).again(1, NOW.plus(Duration.ofDays(2))))
                .isEqualTo(new Refused(Reason.OVER));
    }

    @Test
    void news_that_failed_for_days_can_still_be_told() {
        Instant later = NOW.plus(Duration.ofDays(9));
        AgainDecision decision = in(MessageKind.MATCHED, new Failed(Fault.PROVIDER_UNREACHABLE, NOW))
                .again(1, later);
        assertThat(((AgainDecision.Planned) decision).message().usefulUntil()).isAfter(later);
    }
}
