package org.rapport.notification.messages.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.notification.messages.domain.Channel;
import org.rapport.notification.messages.domain.Contact;
import org.rapport.notification.messages.domain.MessageKind;
import org.rapport.notification.messages.domain.MessageState.Planned;
import org.rapport.notification.messages.domain.MessageState.Suppressed;
import org.rapport.notification.messages.domain.Occasion;
import org.rapport.notification.messages.domain.PracticeChannels;
import org.rapport.notification.messages.domain.Suppression;
import org.rapport.notification.messages.domain.TextCaps;

/** How much one person gets by text, and what the practice does not send at all. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class LimitsOfTextsTest {
    private final LedgerFixture practice = new LedgerFixture();

    LimitsOfTextsTest() {
        practice.facts.clients.put(
                practice.inquiry,
                new Contact("Ana", null, "+13125550199", Set.of(Channel.SMS), Locale.ENGLISH, LedgerFixture.CHICAGO));
        practice.facts.questionnaires.put(practice.inquiry, Facts.QuestionnaireStanding.OPEN);
    }

    private void nudge(int number) {
        practice.happens(new Occasion.QuestionnaireNudged(
                practice.inquiry,
                new UUID(7, 7),
                number,
                0,
                practice.clock.instant().plus(Duration.ofDays(20)),
                practice.clock.instant()));
    }

    @Test
    void what_can_wait_goes_so_often_a_day_and_the_rest_in_the_morning_after() {
        nudge(1);
        nudge(2);
        nudge(3);
        practice.wakeDue();
        assertThat(practice.texted()).hasSize(2);
        assertThat(practice.messages.all())
                .filteredOn(message -> message.channel() == Channel.SMS && message.state() instanceof Planned)
                .singleElement()
                .satisfies(waiting -> assertThat(waiting.state().wakesAt())
                        .contains(LocalDate.of(2026, 11, 24)
                                .atTime(9, 0)
                                .atZone(LedgerFixture.CHICAGO)
                                .toInstant()));
        practice.runUntil(practice.clock.instant().plus(Duration.ofDays(1)));
        assertThat(practice.texted()).hasSize(3);
    }

    @Test
    void no_more_than_three_come_in_one_week_and_the_fourth_in_the_next() {
        for (int number = 1; number <= 4; number++) {
            nudge(number);
            practice.runUntil(practice.clock.instant().plus(Duration.ofDays(1)));
        }
        assertThat(practice.texted()).hasSize(3);
        practice.runUntil(Instant.parse("2026-11-30T14:59:59Z"));
        assertThat(practice.texted()).hasSize(3);
        practice.runUntil(Instant.parse("2026-11-30T15:00:00Z"));
        assertThat(practice.texted()).hasSize(4);
    }

    @Test
    void what_is_said_of_a_call_goes_however_many_there_were() {
        nudge(1);
        nudge(2);
        practice.happens(practice.booked());
        practice.wakeDue();
        assertThat(practice.texted()).contains("CALL_CONFIRMATION").hasSize(3);
    }

    @Test
    void what_would_be_of_no_use_by_then_is_not_sent_and_says_why() {
        nudge(1);
        nudge(2);
        practice.happens(new Occasion.QuestionnaireNudged(
                practice.inquiry,
                new UUID(7, 8),
                1,
                0,
                practice.clock.instant().plus(Duration.ofHours(3)),
                practice.clock.instant()));
        practice.wakeDue();
        assertThat(practice.messages.all())
                .anyMatch(message ->
                        message.state().equals(new Suppressed(Suppression.CAP_REACHED, practice.clock.instant())));
    }

    @Test
    void what_the_practice_does_not_send_says_so_and_another_way_takes_its_place() {
        DeliveryPolicy policy = new DeliveryPolicy(
                LedgerFixture.LEASE,
                Duration.ofSeconds(40),
                LedgerFixture.POLICY.backoff(),
                LedgerFixture.POLICY.quietHours(),
                new PracticeChannels(Map.of(
                        MessageKind.CALL_CONFIRMATION,
                        Set.of(Channel.SMS),
                        MessageKind.CALL_BOOKED_HOST,
                        Set.<Channel>of())),
                new TextCaps(1, 3));
        practice.facts.clients.put(
                practice.inquiry, LedgerFixture.person("Ana Ruiz", "ana@example.org", "+13125550199"));
        DeliverMessageHandler deliverer = practice.deliverer(policy);
        practice.happens(practice.booked());
        practice.messages.all().stream()
                .filter(message -> message.dueAt().equals(practice.clock.instant()))
                .forEach(message -> deliverer.handle(new DeliverMessage(message.id())));
        assertThat(practice.mailed()).isEmpty();
        assertThat(practice.texted()).containsExactly("CALL_CONFIRMATION");
        assertThat(practice.state(MessageKind.CALL_BOOKED_HOST, Channel.EMAIL))
                .isEqualTo(new Suppressed(Suppression.SWITCHED_OFF, practice.clock.instant()));
    }

    @Test
    void settings_that_cannot_be_kept_are_refused_at_once() {
        assertThatThrownBy(() -> new PracticeChannels(Map.of(MessageKind.SAFETY_ALERT, Set.of())))
                .hasMessageContaining("SAFETY_ALERT cannot be switched off");
        assertThatThrownBy(() -> new PracticeChannels(Map.of(MessageKind.INTAKE_RECEIVED, Set.of(Channel.SMS))))
                .hasMessageContaining("INTAKE_RECEIVED goes by [EMAIL] at most");
        assertThatThrownBy(() -> new TextCaps(0, 3)).hasMessageContaining("at least one text a day");
        assertThatThrownBy(() -> new TextCaps(3, 2)).hasMessageContaining("no fewer a week");
    }
}
