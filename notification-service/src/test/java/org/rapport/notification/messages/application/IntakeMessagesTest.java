package org.rapport.notification.messages.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
import org.rapport.notification.messages.domain.MessageState.Suppressed;
import org.rapport.notification.messages.domain.Occasion;
import org.rapport.notification.messages.domain.Suppression;

/** What is said of an intake: to whom a concern goes on, and that nobody is reminded of what is done. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class IntakeMessagesTest {
    private final LedgerFixture practice = new LedgerFixture();

    @ParameterizedTest
    @CsvSource({"OPEN,", "LAPSED, EXPIRED", "SUBMITTED, INTAKE_SUBMITTED", ", SUBJECT_UNKNOWN"})
    void nobody_is_reminded_of_a_questionnaire_that_does_not_wait(
            @Nullable QuestionnaireStanding standing, @Nullable Suppression why) {
        stands(standing);
        practice.happens(new Occasion.QuestionnaireNudged(
                practice.inquiry,
                UUID.randomUUID(),
                1,
                0,
                practice.clock.instant().plus(Duration.ofDays(20)),
                practice.clock.instant()));
        practice.wakeDue();
        assertEnded(MessageKind.INTAKE_NUDGE, why);
    }

    @ParameterizedTest
    @CsvSource({"OPEN, INTAKE_REOPENED", "LAPSED,", "SUBMITTED, INTAKE_SUBMITTED"})
    void a_page_is_called_closed_only_while_it_is(QuestionnaireStanding standing, @Nullable Suppression why) {
        stands(standing);
        practice.happens(
                new Occasion.QuestionnaireLapsed(practice.inquiry, UUID.randomUUID(), 0, practice.clock.instant()));
        practice.wakeDue();
        assertEnded(MessageKind.INTAKE_LAPSED, why);
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

    @ParameterizedTest
    @CsvSource({"OPEN,", "LAPSED, EXPIRED", "SUBMITTED, INTAKE_SUBMITTED", ", SUBJECT_UNKNOWN"})
    void every_link_to_a_questionnaire_goes_only_while_it_waits(
            @Nullable QuestionnaireStanding standing, @Nullable Suppression why) {
        stands(standing);
        practice.happens(new Occasion.QuestionnaireResent(
                practice.inquiry,
                UUID.randomUUID(),
                3,
                practice.clock.instant().plus(Duration.ofDays(20)),
                practice.clock.instant()));
        practice.wakeDue();
        assertEnded(MessageKind.INTAKE_LINK, why);
    }

    @Test
    void a_concern_somebody_acknowledged_a_second_before_asks_nobody_else() {
        UUID concern = UUID.randomUUID();
        practice.facts.coordinators = List.of(practice.host);
        practice.facts.openConcerns.put(practice.inquiry, Set.of(concern));
        practice.happens(new Occasion.SafetyConcernEscalated(practice.inquiry, concern, 1, practice.clock.instant()));
        practice.facts.openConcerns.put(practice.inquiry, Set.of(UUID.randomUUID()));
        practice.runUntil(practice.clock.instant().plusSeconds(5));
        assertThat(practice.mailed()).isEmpty();
        assertThat(practice.messages.all())
                .anyMatch(message -> message.state()
                        .equals(new Suppressed(Suppression.CONCERN_ACKNOWLEDGED, LedgerFixture.MONDAY_NINE)));
    }

    @Test
    void a_concern_goes_on_while_nobody_can_say_whether_it_was_acknowledged() {
        UUID concern = UUID.randomUUID();
        practice.facts.coordinators = List.of(practice.host);
        practice.facts.intakeDown = true;
        practice.happens(new Occasion.SafetyConcernEscalated(practice.inquiry, concern, 1, practice.clock.instant()));
        practice.runUntil(practice.clock.instant().plusSeconds(5));
        assertThat(practice.mailed()).containsExactly("SAFETY_ALERT_NEXT");
    }

    @Test
    void who_does_not_want_us_any_more_is_reminded_of_nothing() {
        stands(QuestionnaireStanding.OPEN);
        practice.facts.closedReferrals.add(practice.inquiry);
        practice.happens(new Occasion.QuestionnaireNudged(
                practice.inquiry,
                UUID.randomUUID(),
                1,
                0,
                practice.clock.instant().plus(Duration.ofDays(20)),
                practice.clock.instant()));
        practice.wakeDue();
        assertEnded(MessageKind.INTAKE_NUDGE, Suppression.REFERRAL_CLOSED);
    }

    /** @param why null: it was sent */
    private void assertEnded(MessageKind kind, @Nullable Suppression why) {
        MessageState ended = practice.state(kind, Channel.EMAIL);
        assertThat(ended)
                .isEqualTo(
                        why == null
                                ? new MessageState.Sent(practice.clock.instant())
                                : new Suppressed(why, practice.clock.instant()));
    }

    private void stands(@Nullable QuestionnaireStanding standing) {
        if (standing != null) {
            practice.facts.questionnaires.put(practice.inquiry, standing);
        }
    }
}
