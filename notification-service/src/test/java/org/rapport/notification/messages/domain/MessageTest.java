package org.rapport.notification.messages.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapport.notification.messages.domain.MessageDecision.Changed;
import org.rapport.notification.messages.domain.MessageEvent.MessageFailed;
import org.rapport.notification.messages.domain.MessageEvent.MessageSent;
import org.rapport.notification.messages.domain.MessageEvent.MessageSuppressed;
import org.rapport.notification.messages.domain.MessageState.Failed;
import org.rapport.notification.messages.domain.MessageState.Planned;
import org.rapport.notification.messages.domain.MessageState.Sending;
import org.rapport.notification.messages.domain.MessageState.Sent;
import org.rapport.notification.messages.domain.MessageState.Spread;
import org.rapport.notification.messages.domain.MessageState.Suppressed;
import org.rapport.notification.messages.domain.MessageState.Unknown;
import org.rapport.notification.messages.domain.Recipient.Client;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class MessageTest {
    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration DELAY = Duration.ofSeconds(30);
    private static final int ATTEMPT = 2;

    /** "-" means unchanged. `again` is a kind that may go again in doubt, `once` one that may not. */
    @ParameterizedTest(name = "{0}: {1} -> {2} (once: {3})")
    @CsvSource({
        "planned-later,     claim,    -,          -",
        "planned-due,       claim,    SENDING,    SENDING",
        "useless-untried,   claim,    SUPPRESSED, SUPPRESSED",
        "useless-tried,     claim,    FAILED,     FAILED",
        "planned-due,       sent,     -,          -",
        "planned-due,       suppress, -,          -",
        "planned-due,       fail,     -,          -",
        "planned-due,       retry,    -,          -",
        "planned-due,       defer,    -,          -",
        "planned-due,       doubt,    -,          -",
        "planned-due,       spread,   -,          -",
        "planned-due,       withdraw, SUPPRESSED, SUPPRESSED",
        "planned-later,     withdraw, SUPPRESSED, SUPPRESSED",
        "sending,           claim,    -,          -",
        "lease-over,        claim,    SENDING,    UNKNOWN",
        "lease-over-useless,claim,    UNKNOWN,    UNKNOWN",
        "doubted-due,       claim,    SENDING,    SENDING",
        "doubted-useless,   claim,    UNKNOWN,    UNKNOWN",
        "doubted,           sent,     SENT,       SENT",
        "doubted,           fail,     UNKNOWN,    UNKNOWN",
        "doubted,           retry,    PLANNED,    PLANNED",
        "doubted,           doubt,    UNKNOWN,    UNKNOWN",
        "doubted-over,      claim,    UNKNOWN,    UNKNOWN",
        "sending,           sent,     SENT,       SENT",
        "lease-over,        sent,     SENT,       SENT",
        "sending,           suppress, SUPPRESSED, SUPPRESSED",
        "sending,           fail,     FAILED,     FAILED",
        "sending,           retry,    PLANNED,    PLANNED",
        "sending,           defer,    PLANNED,    PLANNED",
        "sending,           doubt,    PLANNED,    UNKNOWN",
        "sending,           spread,   SPREAD,     SPREAD",
        "sending,           withdraw, SENDING,    SENDING",
        "lease-over,        withdraw, SENDING,    SENDING",
        "withdrawn,         claim,    -,          -",
        "withdrawn-over,    claim,    SUPPRESSED, UNKNOWN",
        "withdrawn-over-useless,claim,SUPPRESSED, UNKNOWN",
        "withdrawn,         sent,     SENT,       SENT",
        "withdrawn-over,    sent,     SENT,       SENT",
        "withdrawn,         suppress, SUPPRESSED, SUPPRESSED",
        "withdrawn,         fail,     FAILED,     FAILED",
        "withdrawn,         retry,    SUPPRESSED, SUPPRESSED",
        "withdrawn,         defer,    SUPPRESSED, SUPPRESSED",
        "withdrawn,         doubt,    SUPPRESSED, UNKNOWN",
        "withdrawn,         spread,   SPREAD,     SPREAD",
        "withdrawn,         withdraw, -,          -",
        "sending-by-other,  sent,     SENT,       SENT",
        "sending-by-other,  suppress, -,          -",
        "sending-by-other,  fail,     -,          -",
        "sending-by-other,  retry,    -,          -",
        "sending-by-other,  defer,    -,          -",
        "sending-by-other,  doubt,    -,          -",
        "sending-by-other,  spread,   -,          -",
        "unknown,           claim,    -,          -",
        "unknown,           sent,     SENT,       SENT",
        "unknown,           suppress, -,          -",
        "unknown,           fail,     -,          -",
        "unknown,           retry,    -,          -",
        "unknown,           defer,    -,          -",
        "unknown,           doubt,    -,          -",
        "unknown,           spread,   -,          -",
        "unknown,           withdraw, -,          -",
    })
    void every_state_answers_every_command(String state, String command, String again, String once) {
        assertThat(outcome(MessageKind.CALL_CONFIRMATION, state, command)).isEqualTo(again);
        assertThat(outcome(MessageKind.CALL_REMINDER_24H, state, command)).isEqualTo(once);
    }

    @ParameterizedTest
    @CsvSource({"sent", "spread", "suppressed", "failed"})
    void nothing_changes_a_settled_message(String state) {
        for (String command :
                List.of("claim", "sent", "suppress", "fail", "retry", "defer", "doubt", "spread", "withdraw")) {
            assertThat(outcome(MessageKind.CALL_CONFIRMATION, state, command))
                    .as(command)
                    .isEqualTo("-");
        }
    }

    @Test
    void each_end_is_told_with_the_same_write() {
        assertThat(events("sending", "sent"))
                .hasOnlyElementsOfType(MessageSent.class)
                .hasSize(1);
        assertThat(events("sending", "suppress"))
                .hasOnlyElementsOfType(MessageSuppressed.class)
                .hasSize(1);
        assertThat(events("sending", "fail"))
                .hasOnlyElementsOfType(MessageFailed.class)
                .hasSize(1);
        assertThat(events("planned-due", "withdraw"))
                .hasOnlyElementsOfType(MessageSuppressed.class)
                .hasSize(1);
        assertThat(events("sending", "doubt"))
                .hasOnlyElementsOfType(MessageFailed.class)
                .hasSize(1);
        assertThat(events("planned-due", "claim")).isEmpty();
    }

    @Test
    void what_is_withdrawn_while_it_is_being_sent_remembers_why_and_ends_with_that() {
        Message withdrawn =
                decide(message(MessageKind.INTAKE_LINK, "sending"), "withdraw").message();
        assertThat(withdrawn.state())
                .isEqualTo(new Sending(NOW.plusSeconds(1), ATTEMPT, null, Suppression.CALL_CANCELLED));
        assertThat(events("sending", "withdraw")).isEmpty();
        for (String command : List.of("retry", "defer", "doubt")) {
            Changed ended = (Changed) decide(withdrawn, command);
            assertThat(ended.message().state()).as(command).isEqualTo(new Suppressed(Suppression.CALL_CANCELLED, NOW));
            assertThat(ended.events())
                    .hasOnlyElementsOfType(MessageSuppressed.class)
                    .hasSize(1);
        }
        assertThat(withdrawn.claim(NOW.plusSeconds(1), LEASE).message().state())
                .isEqualTo(new Suppressed(Suppression.CALL_CANCELLED, NOW.plusSeconds(1)));
    }

    @Test
    void a_retry_waits_and_remembers_what_went_wrong() {
        Message retried = message(MessageKind.CALL_CONFIRMATION, "sending")
                .retry(ATTEMPT, Fault.PROVIDER_UNREACHABLE, NOW, DELAY)
                .message();
        assertThat(retried.state()).isEqualTo(new Planned(NOW.plus(DELAY), ATTEMPT, Fault.PROVIDER_UNREACHABLE));
    }

    @Test
    void a_retry_that_would_come_too_late_fails_with_the_reason() {
        MessageDecision decision = message(MessageKind.CALL_REMINDER_24H, "sending")
                .retry(ATTEMPT, Fault.PROVIDER_UNREACHABLE, NOW, Duration.ofDays(2));
        assertThat(decision.message().state()).isEqualTo(new Failed(Fault.PROVIDER_UNREACHABLE, NOW));
    }

    @Test
    void waiting_for_the_morning_past_the_start_is_not_sent_at_all() {
        MessageDecision decision = message(MessageKind.CALL_REMINDER_24H, "sending")
                .defer(ATTEMPT, NOW.plus(Duration.ofDays(2)), Suppression.QUIET_HOURS, NOW);
        assertThat(decision.message().state()).isEqualTo(new Suppressed(Suppression.QUIET_HOURS, NOW));
    }

    @Test
    void each_claim_counts_as_an_attempt() {
        Message claimed = message(MessageKind.CALL_CONFIRMATION, "lease-over")
                .claim(NOW, LEASE)
                .message();
        assertThat(claimed.state()).isEqualTo(new Sending(NOW.plus(LEASE), ATTEMPT + 1, Fault.OUTCOME_UNKNOWN, null));
    }

    @Test
    void what_may_have_gone_stays_in_doubt_whatever_comes_after() {
        Message doubted = message(MessageKind.CALL_CONFIRMATION, "doubted");
        assertThat(doubted.retry(ATTEMPT, Fault.PROVIDER_UNREACHABLE, NOW, DELAY)
                        .message()
                        .state())
                .isEqualTo(new Planned(NOW.plus(DELAY), ATTEMPT, Fault.OUTCOME_UNKNOWN));
        assertThat(doubted.retry(ATTEMPT, Fault.PROVIDER_UNREACHABLE, NOW, Duration.ofDays(2))
                        .message()
                        .state())
                .isEqualTo(new Unknown(NOW));
    }

    @Test
    void a_safety_alert_goes_as_often_as_it_is_in_doubt() {
        assertThat(outcome(MessageKind.SAFETY_ALERT, "doubted", "doubt")).isEqualTo("PLANNED");
        assertThat(outcome(MessageKind.SAFETY_ALERT_NEXT, "doubted-over", "claim"))
                .isEqualTo("SENDING");
    }

    @Test
    void the_same_occasion_gives_the_same_id() {
        UUID inquiry = UUID.randomUUID();
        Subject subject = new Subject(UUID.randomUUID(), 3);
        MessageId id = MessageId.of(subject, MessageKind.CALL_CONFIRMATION, Channel.SMS, new Client(inquiry));
        assertThat(id.value()).isEqualTo(subject.id() + "|3|CALL_CONFIRMATION|SMS|" + inquiry);
    }

    private static String outcome(MessageKind kind, String state, String command) {
        return switch (decide(message(kind, state), command)) {
            case Changed changed -> changed.message().state().name().name();
            case MessageDecision.Unchanged _ -> "-";
        };
    }

    private static List<MessageEvent> events(String state, String command) {
        MessageKind kind = command.equals("doubt") ? MessageKind.CALL_REMINDER_24H : MessageKind.CALL_CONFIRMATION;
        return ((Changed) decide(message(kind, state), command)).events();
    }

    private static MessageDecision decide(Message message, String command) {
        return switch (command) {
            case "claim" -> message.claim(NOW, LEASE);
            case "sent" -> message.sent(NOW);
            case "suppress" -> message.suppress(ATTEMPT, Suppression.NO_ADDRESS, NOW);
            case "fail" -> message.fail(ATTEMPT, Fault.PROVIDER_REFUSED, NOW);
            case "retry" -> message.retry(ATTEMPT, Fault.PROVIDER_UNREACHABLE, NOW, DELAY);
            case "defer" -> message.defer(ATTEMPT, NOW.plus(DELAY), Suppression.QUIET_HOURS, NOW);
            case "doubt" -> message.doubt(ATTEMPT, NOW, DELAY);
            case "spread" -> message.spread(ATTEMPT, 3, NOW);
            case "withdraw" -> message.withdraw(Suppression.CALL_CANCELLED, NOW);
            default -> throw new IllegalArgumentException(command);
        };
    }

    private static Message message(MessageKind kind, String state) {
        Instant usefulUntil = state.contains("useless") ? NOW : NOW.plus(Duration.ofDays(1));
        MessageState given = switch (state.toLowerCase(Locale.ROOT)) {
            case "planned-later" -> new Planned(NOW.plusSeconds(1), 0, null);
            case "planned-due", "useless-untried" -> new Planned(NOW, 0, null);
            case "useless-tried" -> new Planned(NOW, 1, Fault.PROVIDER_UNREACHABLE);
            case "doubted-due", "doubted-useless" -> new Planned(NOW, 1, Fault.OUTCOME_UNKNOWN);
            case "doubted" -> new Sending(NOW.plusSeconds(1), ATTEMPT, Fault.OUTCOME_UNKNOWN, null);
            case "doubted-over" -> new Sending(NOW, ATTEMPT, Fault.OUTCOME_UNKNOWN, null);
            case "sending" -> new Sending(NOW.plusSeconds(1), ATTEMPT, null, null);
            case "sending-by-other" -> new Sending(NOW.plusSeconds(1), ATTEMPT + 1, null, null);
            case "lease-over", "lease-over-useless" -> new Sending(NOW, ATTEMPT, null, null);
            case "withdrawn" -> new Sending(NOW.plusSeconds(1), ATTEMPT, null, Suppression.INTAKE_SUBMITTED);
            case "withdrawn-over", "withdrawn-over-useless" ->
                new Sending(NOW, ATTEMPT, null, Suppression.INTAKE_SUBMITTED);
            case "sent" -> new Sent(NOW);
            case "spread" -> new Spread(3, NOW);
            case "suppressed" -> new Suppressed(Suppression.CALL_PAST, NOW);
            case "failed" -> new Failed(Fault.PROVIDER_REFUSED, NOW);
            case "unknown" -> new Unknown(NOW);
            default -> throw new IllegalArgumentException(state);
        };
        UUID inquiry = UUID.randomUUID();
        Subject subject = new Subject(UUID.randomUUID(), 0);
        Recipient client = new Client(inquiry);
        return new Message(
                MessageId.of(subject, kind, Channel.EMAIL, client),
                1,
                inquiry,
                subject,
                kind,
                Channel.EMAIL,
                client,
                null,
                NOW,
                usefulUntil,
                given);
    }
}
