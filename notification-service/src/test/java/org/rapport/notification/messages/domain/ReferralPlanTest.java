package org.rapport.notification.messages.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.notification.messages.domain.Plan.Withdrawal;
import org.rapport.notification.messages.domain.Recipient.Client;
import org.rapport.notification.messages.domain.Recipient.EveryCoordinator;
import org.rapport.notification.messages.domain.Recipient.Staff;

/** What a person is asked on the way to a therapist and with one, and what staff hear of a referral. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class ReferralPlanTest {
    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private static final UUID INQUIRY = UUID.randomUUID();
    private static final UUID HOST = UUID.randomUUID();
    private static final UUID COORDINATOR = UUID.randomUUID();

    @Test
    void that_the_time_was_over_goes_to_who_answers_for_the_person_or_else_to_everybody_each_time() {
        Message told = Plan.of(
                        new Occasion.ReferralOverdue(INQUIRY, COORDINATOR, NOW.minusSeconds(9), NOW),
                        UsualSchedule.SCHEDULE)
                .due()
                .getFirst();
        List<Message> toAll = Plan.of(new Occasion.ReferralOverdue(INQUIRY, null, NOW, NOW), UsualSchedule.SCHEDULE)
                .due();
        assertThat(told.kind()).isEqualTo(MessageKind.REFERRAL_OVERDUE);
        assertThat(told.recipient()).isEqualTo(new Staff(COORDINATOR));
        assertThat(toAll).extracting(Message::recipient).containsExactly(new EveryCoordinator());
        assertThat(toAll.getFirst().id()).isNotEqualTo(told.id());
    }

    @Test
    void a_rematch_is_told_to_who_saw_the_person() {
        assertThat(Plan.of(new Occasion.RematchRequested(INQUIRY, HOST, NOW), UsualSchedule.SCHEDULE)
                        .due())
                .extracting(Message::kind, Message::recipient)
                .containsExactly(tuple(MessageKind.REMATCH_THERAPIST, new Staff(HOST)));
    }

    @Test
    void whoever_is_asked_to_choose_gets_the_link_while_it_lasts_and_a_new_one_with_each_question() {
        Instant until = NOW.plus(Duration.ofDays(7));
        List<Message> first = due(new Occasion.ChoiceProposed(INQUIRY, 1, until, NOW));
        assertThat(first)
                .extracting(
                        Message::kind,
                        Message::channel,
                        Message::recipient,
                        message -> message.subject().revision(),
                        Message::dueAt,
                        Message::usefulUntil)
                .containsExactly(
                        tuple(MessageKind.CHOICE_LINK, Channel.EMAIL, new Client(INQUIRY), 1, NOW, until),
                        tuple(MessageKind.CHOICE_LINK, Channel.SMS, new Client(INQUIRY), 1, NOW, until));
        assertThat(due(new Occasion.ChoiceProposed(INQUIRY, 2, until, NOW)))
                .extracting(Message::id)
                .doesNotContainAnyElementsOf(first.stream().map(Message::id).toList());
    }

    @Test
    void what_a_person_chose_is_told_to_who_answers_for_them_and_again_when_they_choose_otherwise() {
        List<Message> told = due(new Occasion.ChoiceMade(INQUIRY, COORDINATOR, NOW));
        assertThat(told)
                .extracting(Message::kind, Message::recipient)
                .containsExactly(tuple(MessageKind.CHOICE_COORDINATOR, new Staff(COORDINATOR)));
        assertThat(due(new Occasion.ChoiceMade(INQUIRY, COORDINATOR, NOW.plusSeconds(60))))
                .extracting(Message::id)
                .doesNotContain(told.getFirst().id());
    }

    @Test
    void how_it_is_is_asked_by_mail_and_anew_after_another_match_though_its_number_is_the_same() {
        Instant until = NOW.plus(Duration.ofDays(7));
        Message asked =
                due(new Occasion.FitCheckAsked(INQUIRY, 1, HOST, until, NOW)).getFirst();
        assertThat(due(new Occasion.FitCheckAsked(INQUIRY, 1, HOST, until, NOW)))
                .containsExactly(asked);
        assertThat(asked.kind()).isEqualTo(MessageKind.FIT_CHECK_LINK);
        assertThat(asked.recipient()).isEqualTo(new Client(INQUIRY));
        assertThat(asked.channel()).isEqualTo(Channel.EMAIL);
        assertThat(asked.person()).isEqualTo(HOST);
        assertThat(asked.subject().revision()).isOne();
        assertThat(asked.usefulUntil()).isEqualTo(until);
        assertThat(due(new Occasion.FitCheckAsked(INQUIRY, 1, HOST, until, NOW.plusSeconds(60))))
                .extracting(Message::id)
                .doesNotContain(asked.id());
    }

    @Test
    void a_closing_is_told_to_who_saw_the_person_unless_they_did_it_themselves() {
        assertThat(due(new Occasion.ReferralClosed(INQUIRY, HOST, COORDINATOR, NOW)))
                .extracting(Message::kind, Message::recipient)
                .containsExactly(tuple(MessageKind.CLOSED_THERAPIST, new Staff(HOST)));
        Plan own = Plan.of(new Occasion.ReferralClosed(INQUIRY, HOST, HOST, NOW), UsualSchedule.SCHEDULE);
        assertThat(own.due()).isEmpty();
        assertThat(own.withdrawn()).extracting(Withdrawal::reason).containsExactly(Suppression.OWN_ACT);
    }

    @Test
    void what_is_to_be_seen_to_goes_to_who_answers_for_the_person_or_else_to_everybody() {
        Message told = due(new Occasion.TaskOpened(INQUIRY, "licence-ends", COORDINATOR, NOW))
                .getFirst();
        Message other =
                due(new Occasion.TaskOpened(INQUIRY, "came-back", null, NOW)).getFirst();
        assertThat(told.kind()).isEqualTo(MessageKind.TASK_COORDINATOR);
        assertThat(told.recipient()).isEqualTo(new Staff(COORDINATOR));
        assertThat(other.recipient()).isEqualTo(new EveryCoordinator());
        assertThat(other.subject()).isNotEqualTo(told.subject());
    }

    private static List<Message> due(Occasion occasion) {
        return Plan.of(occasion, UsualSchedule.SCHEDULE).due();
    }
}
