package org.rapport.intake.responses.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.questionnaires.domain.SafetyRule;

/** What several alarms at once come to. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SafetyConcernsTest {

    @Test
    void several_answers_that_mean_the_same_danger_are_one_concern() {
        List<SafetyRule> alarms = List.of(new SafetyRule("plan", 0, "danger"), new SafetyRule("intent", 0, "danger"));
        Answers given = new Answers(Map.of("plan", List.of("yes"), "intent", List.of("yes")));
        ResponseId id = ResponseId.of(UUID.fromString("00000000-0000-4000-8000-000000000001"));
        assertThat(SafetyConcerns.none()
                        .addedBy(alarms, Map.of("plan", 1, "intent", 1), given, Answers.none(), id, Instant.EPOCH))
                .extracting(SafetyConcern::code)
                .containsExactly("danger");
    }

    @Test
    void another_answer_of_the_same_danger_is_told_of_while_the_first_is_open() {
        ResponseId id = ResponseId.of(UUID.fromString("00000000-0000-4000-8000-000000000001"));
        Answers plan = new Answers(Map.of("plan", List.of("yes")));
        Answers intent = new Answers(Map.of("intent", List.of("yes")));
        SafetyConcerns first = SafetyConcerns.none()
                .with(SafetyConcerns.none()
                        .addedBy(
                                List.of(new SafetyRule("plan", 0, "danger")),
                                Map.of("plan", 1),
                                plan,
                                Answers.none(),
                                id,
                                Instant.EPOCH));
        List<SafetyRule> alarms = List.of(new SafetyRule("intent", 0, "danger"));
        List<SafetyConcern> more = first.addedBy(alarms, Map.of("intent", 1), intent, plan, id, Instant.EPOCH);
        assertThat(more).hasSize(1);
        assertThat(more.getFirst().id()).isNotEqualTo(first.all().getFirst().id());
        assertThat(first.with(more).addedBy(alarms, Map.of("intent", 1), intent, plan, id, Instant.EPOCH))
                .as("the same again")
                .isEmpty();
    }
}
