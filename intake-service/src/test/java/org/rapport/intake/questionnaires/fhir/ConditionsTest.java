package org.rapport.intake.questionnaires.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.rapport.intake.questionnaires.fhir.SmallForm.enabled;
import static org.rapport.intake.questionnaires.fhir.SmallForm.item;
import static org.rapport.intake.questionnaires.fhir.SmallForm.when;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.questionnaires.domain.BrokenQuestionnaire;
import org.rapport.intake.questionnaires.domain.DefinitionFault;
import org.rapport.intake.questionnaires.domain.Questionnaire;
import org.rapport.intake.questionnaires.domain.Sheet;

/** When what is asked: every operator over every type, and what conditions may be about. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConditionsTest {
    private static final String OPTIONS =
            "'answerOption': [{'valueCoding': {'system': 's', 'code': 'a'}}, {'valueCoding': {'system': 's', 'code':"
                    + " 'b'}}]";

    @ParameterizedTest(name = "{0} {1} {2} after \"{3}\": {4}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "boolean | = | 'answerBoolean': true | true | true",
                "boolean | = | 'answerBoolean': true | false | false",
                "boolean | != | 'answerBoolean': true | false | true",
                "boolean | != | 'answerBoolean': true | true | false",
                "boolean | exists | 'answerBoolean': true | false | true",
                "boolean | exists | 'answerBoolean': false | false | false",
                "boolean | exists | 'answerBoolean': false |  | true",
                "boolean | exists | 'answerBoolean': true |  | false",
                "integer | = | 'answerInteger': 10 | 10 | true",
                "integer | != | 'answerInteger': 10 | 10 | false",
                "integer | > | 'answerInteger': 9 | 10 | true",
                "integer | > | 'answerInteger': 10 | 10 | false",
                "integer | < | 'answerInteger': 10 | 9 | true",
                "integer | < | 'answerInteger': 10 | 10 | false",
                "integer | >= | 'answerInteger': 10 | 10 | true",
                "integer | >= | 'answerInteger': 10 | 9 | false",
                "integer | <= | 'answerInteger': 10 | 10 | true",
                "integer | <= | 'answerInteger': 9 | 10 | false",
                "integer | > | 'answerInteger': 9 |  | false",
                "integer | > | 'answerInteger': 9 | twelve | false",
                "integer | != | 'answerInteger': 9 | twelve | true",
                "decimal | < | 'answerDecimal': 1.5 | x | false",
                "date | <= | 'answerDate': '2026-05-01' | x | false",
                "dateTime | < | 'answerDateTime': '2026-05-01T12:00:00Z' | yesterday | false",
                "time | > | 'answerTime': '09:30:00' | x | false",
                "decimal | = | 'answerDecimal': 1.5 | 1.50 | true",
                "decimal | != | 'answerDecimal': 1.5 | 1.51 | true",
                "decimal | > | 'answerDecimal': 1.5 | 1.51 | true",
                "decimal | < | 'answerDecimal': 1.5 | 1.49 | true",
                "decimal | >= | 'answerDecimal': 1.5 | 1.5 | true",
                "decimal | <= | 'answerDecimal': 1.5 | 1.51 | false",
                "date | = | 'answerDate': '2026-05-01' | 2026-05-01 | true",
                "date | = | 'answerDate': '2026' | 2026-05-01 | false",
                "date | != | 'answerDate': '2026-05-01' | 2026-05-02 | true",
                "date | > | 'answerDate': '2026-05-01' | 2026-05-02 | true",
                "date | < | 'answerDate': '2026-05-01' | 2026-04-30 | true",
                "date | < | 'answerDate': '2026' | 2025-12-31 | true",
                "date | < | 'answerDate': '2026' | 2026-01-01 | false",
                "date | >= | 'answerDate': '2026-05-01' | 2026-05-01 | true",
                "date | <= | 'answerDate': '2026-05-01' | 2026-05-02 | false",
                "dateTime | = | 'answerDateTime': '2026-05-01T12:00:00Z' | 2026-05-01T07:00:00-05:00 | true",
                "dateTime | > | 'answerDateTime': '2026-05-01T12:00:00Z' | 2026-05-01T07:00:01-05:00 | true",
                "dateTime | < | 'answerDateTime': '2026-05-01T12:00:00Z' | 2026-05-01T11:59:00-05:00 | false",
                "time | = | 'answerTime': '12:00:00' | 12:00:00 | true",
                "time | > | 'answerTime': '09:30:00' | 12:00:00 | true",
                "time | <= | 'answerTime': '09:30:00' | 12:00:00 | false",
                "string | = | 'answerString': 'yes' | yes | true",
                "string | != | 'answerString': 'yes' | Yes | true",
                "text | = | 'answerString': 'yes' | no | false",
                "url | exists | 'answerBoolean': true | https://p.example/ | true",
                "quantity | = | 'answerQuantity': {'value': 5, 'code': 'kg'} | 5.0 kg | true",
                "quantity | > | 'answerQuantity': {'value': 5, 'code': 'kg'} | 6 kg | true",
                "quantity | > | 'answerQuantity': {'value': 5, 'code': 'kg'} | 6 g | false",
                "quantity | <= | 'answerQuantity': {'value': 5, 'unit': 'kg'} | 5 kg | true",
                "choice | = | 'answerCoding': {'system': 's', 'code': 'a'} | a | true",
                "choice | = | 'answerCoding': {'code': 'a'} | b | false",
                "choice | != | 'answerCoding': {'system': 's', 'code': 'a'} | b | true",
                "choice | != | 'answerCoding': {'system': 's', 'code': 'a'} |  | true",
                "choice | exists | 'answerBoolean': true | a | true",
                "open-choice | = | 'answerString': 'own' | ~own | true",
                "open-choice | = | 'answerCoding': {'code': 'a'} | ~a | false"
            })
    void a_condition_holds_as_fhir_says(String type, String operator, String answer, String given, boolean holds) {
        String options = type.contains("choice") ? OPTIONS : "'prefix': '1.'";
        Questionnaire form = SmallForm.of(
                item("first", type, options), item("then", "string", enabled(when("first", operator, answer))));
        Answers answers =
                given == null || given.isEmpty() ? Answers.none() : new Answers(Map.of("first", List.of(given)));
        assertThat(keys(form, answers).contains("then")).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({"all, true, true, true", "all, true, false, false", "any, true, false, true", "any, false, false, false"
    })
    void several_conditions_hold_together_or_one_by_one(String behavior, String a, String b, boolean holds) {
        Questionnaire form = SmallForm.of(
                item("a", "boolean"),
                item("b", "boolean"),
                item(
                        "then",
                        "string",
                        "'enableBehavior': '" + behavior + "'",
                        enabled(when("a", "=", "'answerBoolean': true"), when("b", "=", "'answerBoolean': true"))));
        Answers answers = new Answers(Map.of("a", List.of(a), "b", List.of(b)));
        assertThat(keys(form, answers).contains("then")).isEqualTo(holds);
    }

    @Test
    void of_several_answers_one_is_enough_and_none_may_be_what_must_not_be() {
        Questionnaire form = SmallForm.of(
                item("which", "choice", "'repeats': true", OPTIONS),
                item("with", "string", enabled(when("which", "=", "'answerCoding': {'code': 'a'}"))),
                item("without", "string", enabled(when("which", "!=", "'answerCoding': {'code': 'a'}"))));
        assertThat(keys(form, new Answers(Map.of("which", List.of("a", "b"))))).containsExactly("which", "with");
        assertThat(keys(form, new Answers(Map.of("which", List.of("b"))))).containsExactly("which", "without");
    }

    @Test
    void what_falls_away_takes_with_it_what_depends_on_it_and_its_answers_do_not_count() {
        Questionnaire form = SmallForm.of(
                item("a", "boolean"),
                item("b", "boolean", enabled(when("a", "=", "'answerBoolean': true"))),
                item(
                        "group",
                        "group",
                        enabled(when("b", "=", "'answerBoolean': true")),
                        "'item': [" + item("c", "string") + "]"));
        Answers all = new Answers(Map.of("a", List.of("true"), "b", List.of("true"), "c", List.of("words")));
        assertThat(keys(form, all)).containsExactly("a", "b", "group", "c");
        assertThat(form.settled(all)).isEqualTo(all);
        Answers changed = all.with(Map.of("a", List.of("false")));
        assertThat(keys(form, changed)).containsExactly("a");
        assertThat(form.settled(changed)).isEqualTo(new Answers(Map.of("a", List.of("false"))));
    }

    @Test
    void a_condition_may_be_about_a_later_question() {
        Questionnaire form = SmallForm.of(
                item("early", "string", enabled(when("late", "=", "'answerBoolean': true"))), item("late", "boolean"));
        assertThat(keys(form, new Answers(Map.of("late", List.of("true"))))).containsExactly("early", "late");
        assertThat(keys(form, Answers.none())).containsExactly("late");
    }

    @Test
    void items_inside_a_question_wait_for_its_answer() {
        Questionnaire form = SmallForm.of(item("drinks", "boolean", "'item': [" + item("often", "string") + "]"));
        assertThat(keys(form, Answers.none())).containsExactly("drinks");
        assertThat(keys(form, new Answers(Map.of("drinks", List.of("false"))))).containsExactly("drinks", "often");
    }

    @Test
    void in_a_repeating_group_a_condition_is_about_its_own_instance() {
        Questionnaire form = SmallForm.of(item(
                "drug",
                "group",
                "'repeats': true",
                "'item': [" + item("name", "string") + ", " + item("still", "boolean") + ", "
                        + item("until", "date", enabled(when("still", "=", "'answerBoolean': false"))) + "]"));
        Answers answers = new Answers(Map.of("still~1", List.of("true"), "still~2", List.of("false")));
        assertThat(keys(form, answers))
                .containsExactly("drug~1", "name~1", "still~1", "drug~2", "name~2", "still~2", "until~2");
        assertThat(keys(form, Answers.none())).containsExactly("drug~1", "name~1", "still~1");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'question': 'gone', 'operator': '=', 'answerBoolean': true} | then | has a condition on gone, which"
                        + " is no question",
                "{'question': 'group', 'operator': 'exists', 'answerBoolean': true} | then | has a condition on group,"
                        + " which is no question",
                "{'question': 'first', 'operator': '>', 'answerBoolean': true} | then | compares first by size, which"
                        + " its answers have not",
                "{'question': 'first', 'operator': '=', 'answerInteger': 1} | then | compares first with what cannot"
                        + " be its answer",
                "{'question': 'first', 'operator': 'exists', 'answerInteger': 1} | then | asks whether first exists,"
                        + " without true or false",
                "{'question': 'inner', 'operator': '=', 'answerBoolean': true} | then | has a condition on inner,"
                        + " which may be answered in several places",
                "{'question': 'then', 'operator': 'exists', 'answerBoolean': true} | then | is asked depending on"
                        + " itself"
            })
    void a_condition_that_cannot_be_judged_is_a_fault(String when, String linkId, String problem) {
        String group = item("group", "group", "'repeats': true", "'item': [" + item("inner", "boolean") + "]");
        assertThatExceptionOfType(BrokenQuestionnaire.class)
                .isThrownBy(() ->
                        SmallForm.of(item("first", "boolean"), group, item("then", "string", enabled(when.strip()))))
                .satisfies(refused ->
                        assertThat(refused.faults()).contains(new DefinitionFault(linkId.strip(), problem.strip())));
    }

    private static List<String> keys(Questionnaire form, Answers answers) {
        return form.beside(answers).entries(form.items()).stream()
                .map(Sheet.Entry::key)
                .toList();
    }
}
