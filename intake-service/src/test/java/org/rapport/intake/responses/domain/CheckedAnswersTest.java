package org.rapport.intake.responses.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.intake.questionnaires.domain.SmallPacket.ABOUT;
import static org.rapport.intake.questionnaires.domain.SmallPacket.PACKET;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.questionnaires.domain.Page;
import org.rapport.intake.responses.domain.AnswerFault.Reason;

/** Hostile and careless answers. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CheckedAnswersTest {
    private static final Page PAGE = PACKET.page(1).orElseThrow();

    @Test
    void whole_answers_have_no_fault() {
        assertThat(check(ABOUT)).isEqualTo(new CheckedAnswers(ABOUT, List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\t\n", "\u200B", "\u200D\uFEFF", "\u00A0", "\u3164", "\u2800", "\u202E", "\u0000"})
    void what_looks_blank_is_blank(String nothing) {
        assertThat(check(with("words", nothing)).faults())
                .containsExactly(new AnswerFault("words", Reason.REQUIRED, 0, 0));
    }

    @Test
    void a_required_answer_may_wait_while_the_page_is_left_for_later() {
        assertThat(CheckedAnswers.of(PAGE, Answers.none(), Answers.none(), new Called.Nothing())
                        .faults())
                .isEmpty();
        assertThat(CheckedAnswers.of(PAGE, Answers.none(), Answers.none(), new Called.Everything())
                        .faults())
                .extracting(AnswerFault::linkId)
                .containsExactly("state", "format", "payment", "words");
    }

    @Test
    void a_text_may_fill_its_length_and_not_exceed_it() {
        assertThat(check(with("words", "\uD83D\uDE42".repeat(20))).faults()).isEmpty();
        assertThat(check(with("words", "x".repeat(10_000))).faults())
                .containsExactly(new AnswerFault("words", Reason.TOO_LONG, 10_000, 20));
    }

    @ParameterizedTest
    @CsvSource({"XX", "il", "'IL '", "$where", "{\"$ne\": null}"})
    void an_answer_that_is_not_offered_is_refused(String code) {
        assertThat(check(with("state", code)).faults()).containsExactly(AnswerFault.of("state", Reason.NOT_AN_OPTION));
    }

    @Test
    void a_single_choice_takes_one_answer() {
        assertThat(check(with("state", "IL", "IN")).faults())
                .containsExactly(new AnswerFault("state", Reason.ONLY_ONE, 2, 1));
        assertThat(check(with("state", "IL", "IL")).faults()).isEmpty();
        assertThat(check(with("words", "one", "two")).faults())
                .containsExactly(new AnswerFault("words", Reason.ONLY_ONE, 2, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"harm", "unknown", "$where", "a.b", "__proto__"})
    void a_question_of_another_page_or_of_none_is_refused_without_repeating_its_name(String linkId) {
        assertThat(check(with(linkId, "p0")).faults())
                .containsExactly(AnswerFault.of(AnswerFault.NO_QUESTION, Reason.UNKNOWN_QUESTION));
    }

    @Test
    void text_is_kept_as_it_reads() {
        assertThat(words("<b>&amp;</b>")).isEqualTo("<b>&amp;</b>");
        assertThat(words(" a\r\nb\rc ")).isEqualTo("a\nb\nc");
        assertThat(words("a\u0000\u001Bb")).isEqualTo("ab");
        assertThat(words("a\u202Eb\u2066c")).isEqualTo("abc");
        assertThat(words("n\u0303")).isEqualTo("\u00F1");
        assertThat(words("a\uD800b")).isEqualTo("ab");
    }

    private static String words(String typed) {
        CheckedAnswers checked = check(with("words", typed));
        assertThat(checked.faults()).isEmpty();
        return checked.accepted().to("words").getFirst();
    }

    private static CheckedAnswers check(Answers answers) {
        return CheckedAnswers.of(PAGE, answers, Answers.none(), new Called.Everything());
    }

    private static Answers with(String linkId, String... values) {
        Map<String, List<String>> all = new HashMap<>(ABOUT.byQuestion());
        all.put(linkId, new ArrayList<>(List.of(values)));
        return new Answers(all);
    }
}
