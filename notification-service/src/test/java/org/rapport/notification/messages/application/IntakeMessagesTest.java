package org.rapport.notification.messages.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapport.notification.messages.application.Facts.QuestionnaireStanding;
import org.rapport.notification.messages.domain.Channel;
import org.rapport.notification.messages.domain.MessageKind;
import org.rapport.notification.messages.domain.MessageState;
import org.rapport.notification.messages.domain.Occasion;

/** What is said of an intake: to whom a concern goes on, and that nobody is reminded of what is done. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class IntakeMessagesTest {
    private final LedgerFixture practice = new LedgerFixture();

    @ParameterizedTest
    @CsvSource({"OPEN, SENT", "LAPSED, SUPPRESSED", "SUBMITTED, SUPPRESSED", ", SUPPRESSED"})
    void nobody_is_reminded_of_a_questionnaire_that_does_not_wait(
            @Nullable QuestionnaireStanding standing, MessageState.Name end) {
        stands(standing);
        practice.happens(new Occasion.QuestionnaireNudged(
                practice.inquiry,
                UUID.randomUUID(),
                1,
                0,
                practice.clock.instant().plus(Duration.ofDays(20)),
                practice.clock.instant()));
        practice.wakeDue();
        assertThat(practice.state(MessageKind.INTAKE_NUDGE, Channel.EMAIL).name())
                .isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({"OPEN, SUPPRESSED", "LAPSED, SENT", "SUBMITTED, SUPPRESSED"})
    void a_page_is_called_closed_only_while_it_is(QuestionnaireStanding standing, MessageState.Name end) {
        stands(standing);
        practice.happens(
                new Occasion.QuestionnaireLapsed(practice.inquiry, UUID.randomUUID(), 0, practice.clock.instant()));
        practice.wakeDue();
        assertThat(practice.state(MessageKind.INTAKE_LAPSED, Channel.EMAIL).name())
                .isEqualTo(end);
    }

    @Test
    void each_step_of_a_concern_asks_another_coordinator_and_after_the_last_the_first_again() {
        List<UUID> coordinators = List.of(new UUID(3, 0), new UUID(1, 0), new UUID(2, 0));
        coordinators.forEach(id ->
                practice.facts.staff.put(id, LedgerFixture.person("Coordinator", id + "@lakeside.example", null)));
        practice.facts.coordinators = coordinators;
        UUID concern = UUID.randomUUID();
        List<String> asked = new ArrayList<>();
        for (int step = 1; step <= 4; step++) {
            int before = practice.mail.taken().size();
            practice.happens(
                    new Occasion.SafetyConcernEscalated(practice.inquiry, concern, step, practice.clock.instant()));
            practice.runUntil(practice.clock.instant().plusSeconds(5));
            practice.mail.taken().stream()
                    .skip(before)
                    .map(Carrier.Parcel::address)
                    .forEach(asked::add);
        }
        assertThat(asked)
                .containsExactly(
                        new UUID(1, 0) + "@lakeside.example",
                        new UUID(2, 0) + "@lakeside.example",
                        new UUID(3, 0) + "@lakeside.example",
                        new UUID(1, 0) + "@lakeside.example");
    }

    private void stands(@Nullable QuestionnaireStanding standing) {
        if (standing != null) {
            practice.facts.questionnaires.put(practice.inquiry, standing);
        }
    }
}
