package org.rapport.intake.responses.web;

import static org.rapport.intake.questionnaires.fhir.SmallForm.enabled;
import static org.rapport.intake.questionnaires.fhir.SmallForm.item;
import static org.rapport.intake.questionnaires.fhir.SmallForm.when;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.rapport.intake.questionnaires.domain.Packet;
import org.rapport.intake.questionnaires.domain.Questionnaire;
import org.rapport.intake.questionnaires.domain.QuestionnaireKey;
import org.rapport.intake.questionnaires.domain.Questionnaires;
import org.rapport.intake.questionnaires.fhir.SmallForm;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** One form with every kind of question in it, instead of the shipped ones. */
@TestConfiguration
class EveryQuestionForm implements Questionnaires {
    private static final Questionnaire FORM = SmallForm.of(
            item(
                    "all",
                    "group",
                    "'item': ["
                            + String.join(
                                    ", ",
                                    item("yes-no", "boolean", "'prefix': '1.'"),
                                    item("count", "integer"),
                                    item("share", "decimal"),
                                    item("day", "date"),
                                    item("moment", "dateTime"),
                                    item("hour", "time"),
                                    item("line", "string", "'maxLength': 10"),
                                    item("lines", "text"),
                                    item("site", "url"),
                                    item("pick", "choice", options("a", "b")),
                                    item("pick-or-say", "open-choice", options("a", "b")),
                                    item("drop", "choice", options("a", "b"), control("drop-down")),
                                    item("many", "choice", "'repeats': true", options("a", "b", "c")),
                                    item("weight", "quantity", units("kg", "[lb_av]")),
                                    item("names", "string", "'repeats': true"),
                                    item("given", "string", "'initial': [{'valueString': 'as said'}]"),
                                    item(
                                            "fixed",
                                            "string",
                                            "'readOnly': true",
                                            "'initial': [{'valueString': 'cannot be changed'}]"),
                                    item(
                                            "secret",
                                            "string",
                                            "'initial': [{'valueString': 'unseen'}]",
                                            "'extension': [{'url':"
                                                    + " 'http://hl7.org/fhir/StructureDefinition/questionnaire-hidden',"
                                                    + " 'valueBoolean': true}]"),
                                    item("word", "display"))
                            + "]"),
            item(
                    "conditional",
                    "group",
                    "'item': ["
                            + item("smokes", "boolean", "'required': true") + ", "
                            + item(
                                    "how-much",
                                    "integer",
                                    "'required': true",
                                    enabled(when("smokes", "=", "'answerBoolean': true")))
                            + "]"),
            item(
                    "only-smokers",
                    "group",
                    enabled(when("smokes", "=", "'answerBoolean': true")),
                    "'item': [" + item("since", "date") + "]"),
            item(
                    "drugs",
                    "group",
                    "'repeats': true",
                    "'item': [" + item("drug", "string", "'required': true") + ", " + item("dose", "string") + "]"));

    private static final Packet PACKET = new Packet(List.of(FORM));

    @Bean
    @Primary
    Questionnaires form() {
        return this;
    }

    @Override
    public Packet current() {
        return PACKET;
    }

    @Override
    public Packet pinned(List<QuestionnaireKey> keys) {
        return PACKET;
    }

    @Override
    public Optional<Questionnaire> find(QuestionnaireKey key) {
        return Optional.of(FORM).filter(form -> form.key().equals(key));
    }

    @Override
    public Collection<Questionnaire> atHand() {
        return List.of(FORM);
    }

    private static String options(String... codes) {
        return "'answerOption': ["
                + String.join(
                        ", ",
                        List.of(codes).stream()
                                .map(code ->
                                        "{'valueCoding': {'code': '" + code + "', 'display': 'Option " + code + "'}}")
                                .toList())
                + "]";
    }

    private static String control(String code) {
        return "'extension': [{'url': 'http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl',"
                + " 'valueCodeableConcept': {'coding': [{'code': '" + code + "'}]}}]";
    }

    private static String units(String... codes) {
        return "'extension': ["
                + String.join(
                        ", ",
                        List.of(codes).stream()
                                .map(code ->
                                        "{'url': 'http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption',"
                                                + " 'valueCoding': {'code': '"
                                                + code + "'}}")
                                .toList())
                + "]";
    }
}
