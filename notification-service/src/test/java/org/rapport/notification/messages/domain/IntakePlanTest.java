package org.rapport.notification.messages.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.notification.messages.domain.Occasion.QuestionnaireLapsed;
import org.rapport.notification.messages.domain.Occasion.QuestionnaireNudged;
import org.rapport.notification.messages.domain.Occasion.QuestionnaireResent;
import org.rapport.notification.messages.domain.Occasion.QuestionnaireSent;
import org.rapport.notification.messages.domain.Occasion.ResponseSubmitted;
import org.rapport.notification.messages.domain.Occasion.SafetyConcernEscalated;
import org.rapport.notification.messages.domain.Occasion.SafetyConcernRaised;
import org.rapport.notification.messages.domain.Recipient.EveryCoordinator;
import org.rapport.notification.messages.domain.Recipient.NextCoordinator;

/** What is planned because of a questionnaire and of the answers to it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class IntakePlanTest {
    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private static final UUID INQUIRY = UUID.randomUUID();
    private static final UUID SUBJECT = UUID.randomUUID();

    private static Plan plan(Occasion occasion) {
        return Plan.of(occasion, UsualSchedule.SCHEDULE);
    }

    @Test
    void a_questionnaire_is_sent_while_its_link_is_good_and_what_was_sent_in_is_confirmed() {
        Plan sent = plan(new QuestionnaireSent(INQUIRY, SUBJECT, NOW.plus(Duration.ofDays(14)), NOW));
        Plan submitted = plan(new ResponseSubmitted(INQUIRY, SUBJECT, NOW));
        assertThat(sent.due())
                .extracting(Message::kind, Message::channel)
                .containsExactly(
                        tuple(MessageKind.INTAKE_LINK, Channel.EMAIL), tuple(MessageKind.INTAKE_LINK, Channel.SMS));
        assertThat(sent.due()).allMatch(message -> message.usefulUntil().equals(NOW.plus(Duration.ofDays(14))));
        assertThat(submitted.due()).extracting(Message::kind).containsExactly(MessageKind.INTAKE_RECEIVED);
        assertThat(submitted.withdrawn()).isEmpty();
    }

    @Test
    void a_safety_concern_goes_to_every_coordinator_at_once() {
        Plan plan = plan(new SafetyConcernRaised(INQUIRY, SUBJECT, NOW));
        assertThat(plan.due())
                .extracting(Message::kind, Message::recipient, Message::dueAt)
                .containsExactly(tuple(MessageKind.SAFETY_ALERT, new EveryCoordinator(), NOW));
    }

    @Test
    void a_concern_nobody_acknowledged_goes_to_the_next_coordinator_each_time() {
        List<Message> steps = Stream.of(1, 2)
                .flatMap(step -> plan(new SafetyConcernEscalated(INQUIRY, SUBJECT, step, NOW)).due().stream())
                .toList();
        assertThat(steps)
                .extracting(Message::kind, Message::recipient)
                .containsOnly(tuple(MessageKind.SAFETY_ALERT_NEXT, new NextCoordinator()));
        assertThat(steps).extracting(Message::id).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void nudges_of_two_links_and_the_links_themselves_are_messages_of_their_own() {
        Instant end = NOW.plus(Duration.ofDays(30));
        List<Message> all = Stream.of(
                        new QuestionnaireSent(INQUIRY, SUBJECT, end, NOW),
                        new QuestionnaireNudged(INQUIRY, SUBJECT, 1, 0, end, NOW),
                        new QuestionnaireNudged(INQUIRY, SUBJECT, 2, 0, end, NOW),
                        new QuestionnaireNudged(INQUIRY, SUBJECT, 11, 0, end, NOW),
                        new QuestionnaireLapsed(INQUIRY, SUBJECT, 0, NOW),
                        new QuestionnaireResent(INQUIRY, SUBJECT, 1, end, NOW),
                        new QuestionnaireNudged(INQUIRY, SUBJECT, 1, 1, end, NOW),
                        new QuestionnaireLapsed(INQUIRY, SUBJECT, 1, NOW))
                .flatMap(occasion -> plan(occasion).due().stream())
                .toList();
        assertThat(all).extracting(Message::id).doesNotHaveDuplicates().hasSize(16);
    }
}
