package org.rapport.intake.questionnaires.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.intake.questionnaires.domain.BrokenQuestionnaire;
import org.rapport.intake.questionnaires.domain.Criterion;
import org.rapport.intake.questionnaires.domain.DefinitionFault;
import org.rapport.intake.questionnaires.domain.Questionnaire;

/** Definitions that must be refused, each fault named by its linkId. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FhirDefinitionTest {
    private static final String RULES = "{'questionnaire': 'https://p.example/q|1'}";

    @Test
    void a_small_whole_definition_is_read() {
        Questionnaire questionnaire = read(definition(choice("mood", "")), RULES);
        assertThat(questionnaire.key().canonical()).isEqualTo("https://p.example/q|1");
        assertThat(questionnaire.question("mood").orElseThrow().mostPoints()).isEqualTo(2);
    }

    @Test
    void every_fault_is_named_not_only_the_first() {
        String condition = "'enableWhen': [{'question': 'x', 'operator': 'exists', 'answerBoolean': true}],";
        String broken = definition(
                choice("mood", condition) + "," + item("picture", "attachment") + "," + item("mood", "text"));
        assertThatExceptionOfType(BrokenQuestionnaire.class)
                .isThrownBy(() -> read(broken, RULES))
                .satisfies(refused -> assertThat(refused.faults())
                        .containsExactlyInAnyOrder(
                                new DefinitionFault("mood", "has a condition on x, which is no question"),
                                new DefinitionFault("picture", "has type attachment, which is not supported here"),
                                new DefinitionFault("mood", "is a linkId used twice")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"attachment", "reference", "question"})
    void a_type_that_no_page_can_show_is_refused(String type) {
        refuses(definition(item("odd", type)), RULES, "odd", "has type " + type + ", which is not supported here");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "boolean",
                "integer",
                "decimal",
                "date",
                "dateTime",
                "time",
                "string",
                "text",
                "url",
                "open-choice",
                "quantity"
            })
    void every_type_a_page_can_show_is_read(String type) {
        Questionnaire read = read(definition(item("odd", type)), RULES);
        assertThat(read.question("odd").orElseThrow().type().name().replace("_", ""))
                .isEqualToIgnoringCase(type.replace("-", ""));
    }

    @Test
    void a_type_that_fhir_does_not_have_is_refused() {
        assertThatExceptionOfType(BrokenQuestionnaire.class)
                .isThrownBy(() -> read(definition(item("odd", "telepathy")), RULES))
                .withMessageContaining("telepathy");
    }

    @Test
    void a_choice_without_options_is_refused() {
        refuses(definition(item("mood", "choice")), RULES, "mood", "offers no options");
    }

    @Test
    void a_text_without_its_spanish_is_refused() {
        String english = "{'linkId': 'mood', 'text': 'Mood?', 'type': 'text'}";
        refuses(definition(english), RULES, "mood", "has no Spanish text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$where", "__proto__", "_csrf", "lang", "mood~1", "a b", ""})
    void a_link_id_that_a_form_or_a_store_could_take_for_something_else_is_refused(String linkId) {
        assertThatExceptionOfType(BrokenQuestionnaire.class)
                .isThrownBy(() -> read(definition(item(linkId, "text")), RULES));
    }

    @Test
    void points_that_are_no_whole_number_are_refused() {
        String halves = definition(choice("mood", "").replace("'valueDecimal': 2", "'valueDecimal': 1.5"));
        refuses(halves, RULES, "mood", "has points that are not a whole number");
    }

    @Test
    void points_beyond_counting_are_refused_and_not_taken_for_none() {
        String many = definition(choice("mood", "").replace("'valueDecimal': 2", "'valueDecimal': 1E32"));
        refuses(many, RULES, "mood", "has points that are not a whole number");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'url': 'http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl',"
                        + " 'valueCodeableConcept': {'coding': [{'display': 'odd'}]}}",
                "{'url': 'http://hl7.org/fhir/StructureDefinition/questionnaire-minOccurs', 'valueString': 'some'}"
            })
    void an_extension_without_the_value_it_needs_is_a_fault(String extension) {
        for (String item : List.of(choice("mood", "'extension': [" + extension + "],"), group(extension))) {
            assertThatExceptionOfType(BrokenQuestionnaire.class)
                    .as(item)
                    .isThrownBy(() -> read(definition(item), RULES));
        }
    }

    private static String group(String extension) {
        return "{'linkId': 'all', 'text': 'All', 'type': 'group', 'extension': [" + extension + "], 'item': ["
                + item("one", "text") + "]}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "nothing", "[]", "{'resourceType': 'Patient'}", "{'resourceType': 'Questionnaire', 'odd': 1}"
            })
    void what_is_no_questionnaire_is_refused(String json) {
        assertThatExceptionOfType(BrokenQuestionnaire.class).isThrownBy(() -> read(json, RULES));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'questionnaire': 'https://p.example/q|2'}",
                "{'questionnaire': 'https://p.example/q|1', 'odd': true}",
                "{'questionnaire': 'https://p.example/q|1', 'criteria': {'shoe': 'mood'}}",
                "{'questionnaire': 'https://p.example/q|1', 'criteria': {'state': 'gone'}}",
                "{'questionnaire': 'https://p.example/q|1', 'safety': [{'question': 'gone', 'above': 0, 'code': 'c'}]}",
                "{'questionnaire': 'https://p.example/q|1', 'safety': [{'question': 'mood', 'above': 2, 'code': 'c'}]}",
                "{'questionnaire': 'https://p.example/q|1', 'safety': [{'question': 'mood', 'above': 0}]}",
                "{'questionnaire': 'https://p.example/q|1', 'safety': [{'question': 'mood', 'above': 0, 'code': ' '}]}",
                "{'questionnaire': 'https://p.example/q|1', 'safety': [{'question': 'mood', 'above': -1, 'code': 'c'}]}",
                "{'questionnaire': 'https://p.example/q|1', 'safety': [{'above': 0, 'code': 'c'}]}",
                "{'questionnaire': 'https://p.example/q|1', 'score': {'instrument': 'I', 'items': ['mood'], 'maximum': 2}}",
                "{'questionnaire': 'https://p.example/q|1', 'score': {'instrument': 'I', 'items': ['mood'], 'maximum':"
                        + " 2, 'bands': [{'from': 0, 'to': 2, 'code': 'A', 'english': 'a', 'spanish': 'b'}]}}",
                "{'questionnaire': 'https://p.example/q|1', 'screening': {'instrument': 'I', 'levels': [{'code': 'A',"
                        + " 'english': 'a', 'spanish': 'b', 'whenAny': [{'question': 'mood', 'above': 0}]}]}}",
                "{'questionnaire': 'https://p.example/q|1', 'score': {'instrument': 'I', 'items': ['gone'], 'maximum':"
                        + " 2, 'bands': []}}",
                "{'questionnaire': 'https://p.example/q|1', 'score': {'instrument': 'I', 'items': ['mood'], 'maximum':"
                        + " 3, 'bands': [{'from': 0, 'to': 3, 'code': 'A', 'english': 'a', 'spanish': 'b', 'priority':"
                        + " 'ROUTINE'}]}}",
                "{'questionnaire': 'https://p.example/q|1', 'score': {'instrument': 'I', 'items': ['mood'], 'maximum':"
                        + " 2, 'bands': [{'from': 0, 'to': 1, 'code': 'A', 'english': 'a', 'spanish': 'b', 'priority':"
                        + " 'ROUTINE'}]}}"
            })
    void rules_that_do_not_fit_the_definition_are_refused(String rules) {
        assertThatExceptionOfType(BrokenQuestionnaire.class)
                .isThrownBy(() -> read(definition(choice("mood", "")), rules));
    }

    @Test
    void fees_that_are_no_whole_dollars_are_refused() {
        String fees = choice("fee", "'required': true,");
        String rules = "{'questionnaire': 'https://p.example/q|1', 'criteria': {'fee': 'fee'}}";
        refuses(definition(fees), rules, "fee", "must have whole dollars as codes, because it answers FEE");

        String dollars = fees.replace("'good'", "'80'").replace("'bad'", "'120'");
        assertThat(read(definition(dollars), rules).rules().criteria()).containsOnlyKeys(Criterion.FEE);
    }

    @Test
    void a_chain_of_conditions_too_long_to_be_judged_is_refused() {
        refuses(definition(chain(120)), RULES, "questionnaire", "asks more than 100 things each depending on the next");
        assertThat(read(definition(chain(90)), RULES).questions()).hasSize(90);
    }

    /** Each question but the last is asked only after the next one. */
    private static String chain(int questions) {
        return IntStream.rangeClosed(1, questions)
                .mapToObj(number -> number == questions
                        ? item("q" + number, "boolean")
                        : item("q" + number, "boolean")
                                .replace(
                                        "{'linkId': 'q" + number + "',",
                                        "{'linkId': 'q" + number + "', 'enableWhen': [{'question': 'q" + (number + 1)
                                                + "', 'operator': '=', 'answerBoolean': true}],"))
                .collect(Collectors.joining(", "));
    }

    @Test
    void a_page_that_could_not_be_sent_in_is_refused() {
        String questions = IntStream.rangeClosed(1, 48)
                .mapToObj(number -> item("q" + number, "string"))
                .collect(Collectors.joining(", "));
        String group = "{'linkId': 'often', 'text': 'T', '_text': " + spanish()
                + ", 'type': 'group', 'repeats': true, 'item': [" + questions + "]}";
        refuses(definition(group), RULES, "group", "begins a page of more than 950 fields, which cannot be sent in");
        assertThat(read(definition(group.replace("'repeats': true,", "")), RULES)
                        .questions())
                .hasSize(48);
    }

    private static void refuses(String definition, String rules, String linkId, String problem) {
        assertThatExceptionOfType(BrokenQuestionnaire.class)
                .isThrownBy(() -> read(definition, rules))
                .satisfies(refused -> assertThat(refused.faults()).contains(new DefinitionFault(linkId, problem)))
                .withMessageContaining(linkId + ": " + problem);
    }

    private static Questionnaire read(String definition, String rules) {
        return QuestionnaireFiles.read("q", quoted(definition), quoted(rules));
    }

    private static byte[] quoted(String json) {
        return json.replace('\'', '"').getBytes(UTF_8);
    }

    private static String definition(String items) {
        return "{'resourceType': 'Questionnaire', 'url': 'https://p.example/q', 'version': '1', 'status': 'active',"
                + "'title': 'Title', '_title': " + spanish()
                + ", 'item': [{'linkId': 'group', 'text': 'Group', '_text': "
                + spanish() + ", 'type': 'group', 'item': [" + items + "]}]}";
    }

    private static String item(String linkId, String type) {
        return "{'linkId': '" + linkId + "', 'text': 'Text', '_text': " + spanish() + ", 'type': '" + type + "'}";
    }

    private static String choice(String linkId, String more) {
        return "{'linkId': '" + linkId + "'," + more + " 'text': 'Text', '_text': " + spanish()
                + ", 'type': 'choice', 'answerOption': [" + option("good", 0) + "," + option("bad", 2) + "]}";
    }

    private static String option(String code, int points) {
        return "{'valueCoding': {'extension': [{'url': 'http://hl7.org/fhir/StructureDefinition/ordinalValue',"
                + " 'valueDecimal': " + points + "}], 'code': '" + code + "', 'display': 'Words', '_display': "
                + spanish() + "}}";
    }

    private static String spanish() {
        return "{'extension': [{'url': 'http://hl7.org/fhir/StructureDefinition/translation', 'extension': ["
                + "{'url': 'lang', 'valueCode': 'es'}, {'url': 'content', 'valueString': 'Texto'}]}]}";
    }
}
