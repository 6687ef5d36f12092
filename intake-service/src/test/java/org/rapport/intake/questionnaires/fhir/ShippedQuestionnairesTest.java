package org.rapport.intake.questionnaires.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.questionnaires.domain.Criterion;
import org.rapport.intake.questionnaires.domain.Language;
import org.rapport.intake.questionnaires.domain.Packet;
import org.rapport.intake.questionnaires.domain.Page;
import org.rapport.intake.questionnaires.domain.Priority;
import org.rapport.intake.questionnaires.domain.Question;
import org.rapport.intake.questionnaires.domain.Questionnaire;
import org.rapport.intake.questionnaires.domain.QuestionnaireKey;
import org.rapport.intake.questionnaires.domain.SafetyRule;
import org.rapport.intake.questionnaires.domain.Score;

/** What ships, against the published facts. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ShippedQuestionnairesTest {
    private static final QuestionnaireFiles FILES = QuestionnaireFiles.shipped();
    private static final List<String> CODES =
            List.of("not-at-all", "several-days", "more-than-half-the-days", "nearly-every-day");

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Packet packet = FILES.current();

    @Test
    void three_questionnaires_make_ten_pages_of_at_most_four_questions() {
        assertThat(packet.keys())
                .extracting(QuestionnaireKey::canonical)
                .containsExactly(
                        "https://rapport.example/fhir/Questionnaire/practice-intake|1.0.0",
                        "https://rapport.example/fhir/Questionnaire/phq-9|1.0.0",
                        "https://rapport.example/fhir/Questionnaire/gad-7|1.0.0");
        assertThat(packet.pages())
                .hasSize(10)
                .allSatisfy(page -> assertThat(page.questions()).hasSizeBetween(1, 4));
        assertThat(FILES.pinned(packet.keys())).isEqualTo(packet);
    }

    @Test
    void the_start_page_says_who_reads_the_answers_in_the_words_of_the_first_page() {
        for (Language language : Language.values()) {
            String start = ResourceBundle.getBundle("messages.intake", Locale.of(language.code()), NO_FALLBACK)
                    .getString("intake.start.who");
            assertThat(packet.pages().getFirst().items().getFirst().items())
                    .extracting(item -> item.head().text().in(language))
                    .contains(start);
        }
    }

    static Stream<Arguments> every_phq_9_total() {
        return IntStream.rangeClosed(0, 27).mapToObj(total -> Arguments.of(total, phqBand(total)));
    }

    private static String phqBand(int total) {
        return total <= 4
                ? "MINIMAL"
                : total <= 9 ? "MILD" : total <= 14 ? "MODERATE" : total <= 19 ? "MODERATELY_SEVERE" : "SEVERE";
    }

    @ParameterizedTest
    @MethodSource
    void every_phq_9_total(int total, String band) {
        Score score = score("phq9-", 9, total);
        assertThat(score.instrument()).isEqualTo("PHQ-9");
        assertThat(score.total()).isEqualTo(total);
        assertThat(score.maximum()).isEqualTo(27);
        assertThat(score.band().code()).isEqualTo(band);
    }

    static Stream<Arguments> every_gad_7_total() {
        return IntStream.rangeClosed(0, 21).mapToObj(total -> Arguments.of(total, gadBand(total)));
    }

    private static String gadBand(int total) {
        return total <= 4 ? "MINIMAL" : total <= 9 ? "MILD" : total <= 14 ? "MODERATE" : "SEVERE";
    }

    @ParameterizedTest
    @MethodSource
    void every_gad_7_total(int total, String band) {
        Score score = score("gad7-", 7, total);
        assertThat(score.instrument()).isEqualTo("GAD-7");
        assertThat(score.total()).isEqualTo(total);
        assertThat(score.maximum()).isEqualTo(21);
        assertThat(score.band().code()).isEqualTo(band);
    }

    @ParameterizedTest
    @CsvSource({"phq9-,9,19,ROUTINE", "phq9-,9,20,URGENT", "gad7-,7,14,ROUTINE", "gad7-,7,15,URGENT"})
    void only_the_severe_bands_are_urgent(String prefix, int items, int total, Priority priority) {
        assertThat(score(prefix, items, total).band().priority()).isEqualTo(priority);
    }

    @Test
    void the_difficulty_question_is_not_scored() {
        Map<String, List<String>> answers = new HashMap<>(spread("phq9-", 9, 4));
        answers.put("phq9-difficulty", List.of("extremely-difficult"));
        assertThat(packet.scores(new Answers(answers)).getFirst().total()).isEqualTo(4);
    }

    @Test
    void there_is_no_score_while_an_item_is_open() {
        Map<String, List<String>> answers = new HashMap<>(spread("phq9-", 9, 27));
        answers.remove("phq9-8");
        assertThat(packet.scores(new Answers(answers))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"several-days", "more-than-half-the-days", "nearly-every-day"})
    void item_9_above_zero_is_an_alarm_whatever_the_total(String answer) {
        assertThat(packet.alarms(new Answers(Map.of("phq9-9", List.of(answer)))))
                .extracting(SafetyRule::code)
                .containsExactly("phq-9-item-9");
    }

    @Test
    void item_9_at_zero_and_every_other_item_at_three_are_no_alarm() {
        Map<String, List<String>> answers = new HashMap<>(spread("phq9-", 9, 27));
        answers.put("phq9-9", List.of("not-at-all"));
        assertThat(packet.alarms(new Answers(answers))).isEmpty();
    }

    @Test
    void both_instruments_carry_the_notice_that_allows_them() {
        List<Questionnaire> instruments = packet.questionnaires().subList(1, 3);
        assertThat(instruments)
                .extracting(instrument ->
                        Objects.requireNonNull(instrument.notice()).in(Language.EN))
                .containsOnly("Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, "
                        + "with an educational grant from Pfizer Inc. No permission required to reproduce, "
                        + "translate, display or distribute.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        state        | IL,IN,WI,MI,OTHER
        format       | INDIVIDUAL,COUPLES,GROUP
        concerns     | relationships,anxiety,depression,stress,self-esteem,eating,family,work,trauma,life-changes,grief
        modalities   | relational,psychodynamic,object-relations,attachment,experiential,cbt,dbt,eft,emdr
        languages    | en,es,pl
        availability | MORNING,AFTERNOON,EVENING
        payment      | SELF_PAY,BCBS,AETNA,CIGNA,UNITED
        fee          | 80,120,160,200
        """)
    void the_criteria_use_the_codes_that_the_roster_uses(String linkId, String codes) {
        Question question = packet.questionnaires().getFirst().question(linkId).orElseThrow();
        assertThat(question.options()).extracting(option -> option.code()).containsExactly(codes.split(","));
    }

    @Test
    void a_retired_version_is_known_to_what_pins_it_and_sent_to_nobody_new() {
        QuestionnaireFiles files = new QuestionnaireFiles(List.of("gad-7"), List.of("gad-7-retired"));
        QuestionnaireKey retired = QuestionnaireFiles.read(
                        "gad-7-retired", resource("gad-7-retired.json"), resource("gad-7-retired.rules.json"))
                .key();

        assertThat(files.current().keys()).hasSize(1).doesNotContain(retired);
        assertThat(files.pinned(List.of(retired)).keys()).containsExactly(retired);
    }

    private static byte[] resource(String file) {
        try (InputStream in = QuestionnaireFiles.class.getResourceAsStream("/questionnaires/" + file)) {
            return Objects.requireNonNull(in).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void every_criterion_has_its_question() {
        assertThat(packet.questionnaires().getFirst().rules().criteria()).containsOnlyKeys(Criterion.values());
    }

    @Test
    void both_languages_say_something_of_their_own_on_every_page() {
        for (Page page : packet.pages()) {
            assertThat(page.title().spanish()).isNotEqualTo(page.title().english());
            for (Question question : page.questions()) {
                assertThat(question.text().spanish())
                        .isNotEqualTo(question.text().english());
            }
        }
    }

    private Score score(String prefix, int items, int total) {
        return packet.scores(new Answers(spread(prefix, items, total))).getFirst();
    }

    /** Answers to the items that add up to the total. */
    private static Map<String, List<String>> spread(String prefix, int items, int total) {
        Map<String, List<String>> answers = new HashMap<>();
        List<Integer> points = new ArrayList<>();
        for (int item = 0, left = total; item < items; item++) {
            int given = Math.min(3, left);
            points.add(given);
            left -= given;
        }
        for (int item = 1; item <= items; item++) {
            answers.put(prefix + item, List.of(CODES.get(points.get(item - 1))));
        }
        return answers;
    }
}
