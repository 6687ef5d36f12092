package org.rapport.intake.questionnaires.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rapport.intake.questionnaires.domain.Condition.Clause;
import org.rapport.intake.questionnaires.domain.Condition.Operator;

/** Conditions that lead to one another. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutlineTest {
    private static final int LEVELS = 40;

    /** Each asked depending on both of the next level: 2 to the power of 40 ways to the circle at the end. */
    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void however_many_ways_lead_to_a_circle_each_question_is_looked_at_once() {
        List<Item> items = new ArrayList<>();
        for (int level = 0; level < LEVELS; level++) {
            items.add(asked("a" + level, "a" + (level + 1), "b" + (level + 1)));
            items.add(asked("b" + level, "a" + (level + 1), "b" + (level + 1)));
        }
        items.add(asked("a" + LEVELS, "b" + LEVELS));
        items.add(asked("b" + LEVELS, "a" + LEVELS));
        assertThat(new Outline(items).faults()).hasSize(2 * LEVELS + 2);
    }

    private static Item asked(String linkId, String... dependingOn) {
        List<Clause> clauses = Stream.of(dependingOn)
                .map(question -> new Clause(question, QuestionType.TEXT, Operator.EXISTS, "true"))
                .toList();
        Head head = new Head(linkId, "", Wording.same(linkId), null, new Condition(true, clauses), false);
        return new Item.Asked(
                new Question(
                        head,
                        QuestionType.TEXT,
                        Occurrence.once(false),
                        Limits.none(),
                        Control.AUTOMATIC,
                        List.of(),
                        Initial.NONE),
                List.of());
    }
}
