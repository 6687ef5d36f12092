package org.rapport.intake.questionnaires.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.questionnaires.domain.DefinitionFault;
import org.rapport.intake.questionnaires.domain.Questionnaire;
import org.rapport.intake.questionnaires.domain.SafetyRule;
import org.rapport.intake.questionnaires.domain.Sheet;

/** The logic of the C-SSRS screener, which ships without its words. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScreenerSlotTest {
    private static final Questionnaire SLOT =
            QuestionnaireFiles.readUpload(file("c-ssrs-screener.json"), file("c-ssrs-screener.rules.json"));

    @Test
    void it_ships_no_words_and_cannot_be_published_without_them() {
        assertThat(file("c-ssrs-screener.json")).doesNotContain("\"text\"");
        assertThat(SLOT.questions())
                .allSatisfy(question -> assertThat(SLOT.gaps())
                        .contains(
                                new DefinitionFault(question.linkId(), "has no English text"),
                                new DefinitionFault(question.linkId(), "has no Spanish text")));
    }

    @ParameterizedTest(name = "yes to {0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "                                          |          | ",
                "cssrs-1                                   | LOW      | ",
                "cssrs-2                                   | LOW      | ",
                "cssrs-1 cssrs-2                           | LOW      | ",
                "cssrs-1 cssrs-3                           | MODERATE | ",
                "cssrs-6-lifetime                          | MODERATE | ",
                "cssrs-2 cssrs-4                           | HIGH     | c-ssrs-high",
                "cssrs-2 cssrs-5                           | HIGH     | c-ssrs-high",
                "cssrs-2 cssrs-3 cssrs-4 cssrs-5           | HIGH     | c-ssrs-high",
                "cssrs-6-lifetime cssrs-6-three-months     | HIGH     | c-ssrs-high",
                "cssrs-1 cssrs-3 cssrs-6-lifetime cssrs-6-three-months | HIGH | c-ssrs-high"
            })
    void the_gravest_answer_decides_the_level(String yes, String level, String concern) {
        Answers answers = SLOT.settled(answered(yes));
        assertThat(SLOT.level(answers).map(found -> found.level().code()).orElse(null))
                .isEqualTo(level);
        assertThat(SLOT.alarms(answers).stream()
                        .map(SafetyRule::code)
                        .distinct()
                        .toList())
                .isEqualTo(concern == null ? List.of() : List.of(concern));
    }

    @ParameterizedTest
    @CsvSource({"'', false", "cssrs-1, true", "cssrs-2, true"})
    void after_two_times_no_the_next_three_are_skipped(String yes, boolean asked) {
        List<String> keys = SLOT.beside(answered(yes)).entries(SLOT.items()).stream()
                .map(Sheet.Entry::key)
                .toList();
        assertThat(keys.containsAll(List.of("cssrs-3", "cssrs-4", "cssrs-5"))).isEqualTo(asked);
        assertThat(keys).contains("cssrs-6-lifetime").doesNotContain("cssrs-6-three-months");
    }

    private static Answers answered(String yes) {
        Map<String, List<String>> answers = new HashMap<>();
        SLOT.questions().forEach(question -> answers.put(question.linkId(), List.of("no")));
        if (yes != null && !yes.isBlank()) {
            for (String linkId : List.of(yes.strip().split(" ", -1))) {
                answers.put(linkId, List.of("yes"));
            }
        }
        return new Answers(answers);
    }

    private static String file(String name) {
        try (InputStream file = ScreenerSlotTest.class.getResourceAsStream("/questionnaires/slots/" + name)) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
