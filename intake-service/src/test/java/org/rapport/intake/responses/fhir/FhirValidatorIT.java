package org.rapport.intake.responses.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.intake.questionnaires.fhir.SmallForm.item;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.formats.JsonParser;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.questionnaires.domain.Language;
import org.rapport.intake.questionnaires.domain.Packet;
import org.rapport.intake.questionnaires.domain.Priority;
import org.rapport.intake.questionnaires.domain.Question;
import org.rapport.intake.questionnaires.domain.QuestionType;
import org.rapport.intake.questionnaires.domain.Questionnaire;
import org.rapport.intake.questionnaires.fhir.QuestionnaireFiles;
import org.rapport.intake.questionnaires.fhir.SmallForm;
import org.rapport.intake.responses.application.ResponseSheet;
import org.rapport.intake.responses.domain.Entries;
import org.rapport.intake.responses.domain.Invitation;
import org.rapport.intake.responses.domain.Relationship;
import org.rapport.intake.responses.domain.Response;
import org.rapport.intake.responses.domain.ResponseId;
import org.rapport.intake.responses.domain.ResponseState;
import org.rapport.intake.responses.domain.SafetyConcerns;
import org.rapport.intake.responses.domain.Signature;

/** What is exported, judged by the validator of the FHIR community against the very questionnaires it answers; nothing is fetched. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FhirValidatorIT {
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
    private static final UUID INQUIRY = UUID.fromString("11111111-1111-4111-8111-111111111111");
    /** Without a choice of dates, of which this validator accepts none: it compares a date with its text. */
    private static final String[] ITEMS = {
        item("yes-no", "boolean", "'required': true"),
        item("count", "integer"),
        item("share", "decimal"),
        item("day", "date"),
        item("moment", "dateTime"),
        item("hour", "time"),
        item("line", "string", "'maxLength': 40"),
        item("lines", "text"),
        item("site", "url"),
        item(
                "pick",
                "choice",
                "'answerOption': [{'valueCoding': {'system': 'urn:x', 'code': 'a', 'display': 'An a'}}]"),
        item("plain", "choice", "'answerOption': [{'valueString': 'red'}, {'valueString': 'blue'}]"),
        item("rate", "choice", "'answerOption': [{'valueInteger': 1}, {'valueInteger': 2}]"),
        item("slot", "choice", "'answerOption': [{'valueTime': '09:30:00'}]"),
        item(
                "say",
                "open-choice",
                "'repeats': true, 'answerOption': [{'valueCoding': {'system': 'urn:x', 'code': 'a', 'display': 'An a'}}]"),
        item("weight", "quantity"),
        item("names", "string", "'repeats': true"),
        item("outer", "boolean", "'item': [" + item("inner", "string") + "]"),
        item("unanswered", "string"),
        item(
                "drugs",
                "group",
                "'repeats': true",
                "'item': [" + item("drug", "string") + ", " + item("mg", "integer") + "]")
    };

    private static final Answers ANSWERS = new Answers(Map.ofEntries(
            Map.entry("yes-no", List.of("true")),
            Map.entry("count", List.of("-3")),
            Map.entry("share", List.of("2.50")),
            Map.entry("day", List.of("2020-05-04")),
            Map.entry("moment", List.of("2026-11-22T15:00:00-06:00")),
            Map.entry("hour", List.of("23:05:00")),
            Map.entry("line", List.of("\"quoted\" & more")),
            Map.entry("lines", List.of("first\nsecond")),
            Map.entry("site", List.of("https://example.org/a?b=c")),
            Map.entry("pick", List.of("a")),
            Map.entry("plain", List.of("blue")),
            Map.entry("rate", List.of("2")),
            Map.entry("slot", List.of("09:30:00")),
            Map.entry("say", List.of("a", "~my own words")),
            Map.entry("weight", List.of("72.5 kg")),
            Map.entry("names", List.of("one", "two")),
            Map.entry("outer", List.of("true")),
            Map.entry("inner", List.of("inside")),
            Map.entry("drug~1", List.of("first")),
            Map.entry("mg~1", List.of("5")),
            Map.entry("drug~2", List.of("second"))));

    private static final Map<String, org.hl7.fhir.r4.model.Questionnaire> DEFINITIONS = new HashMap<>();
    private static final FhirContext FHIR = FhirContext.forR4();
    private static final FhirValidator VALIDATOR = validator();

    /** Finds our own definitions and nothing else. */
    private static final class OurQuestionnaires implements IValidationSupport {
        @Override
        public FhirContext getFhirContext() {
            return FHIR;
        }

        @Override
        public <T extends IBaseResource> @Nullable T fetchResource(@Nullable Class<T> type, String uri) {
            IBaseResource found = DEFINITIONS.get(uri);
            return type != null && type.isInstance(found) ? type.cast(found) : null;
        }
    }

    @BeforeAll
    static void readDefinitions() throws IOException {
        for (String file : List.of("practice-intake", "phq-9", "gad-7")) {
            try (InputStream in = FhirValidatorIT.class.getResourceAsStream("/questionnaires/" + file + ".json")) {
                define(Objects.requireNonNull(in).readAllBytes());
            }
        }
        define(SmallForm.json(ITEMS));
    }

    @Test
    void answers_of_every_kind_are_valid() throws IOException {
        Bundle bundle = export(new Packet(List.of(SmallForm.of(ITEMS))), ANSWERS, Language.EN);
        assertThat(complaints(bundle)).isEmpty();
    }

    @Test
    void the_packet_that_comes_with_the_service_is_valid_in_both_languages() throws IOException {
        Packet packet = QuestionnaireFiles.shipped().current();
        for (Language language : Language.values()) {
            Bundle bundle = export(packet, first(packet), language);
            assertThat(bundle.getEntry()).hasSize(3);
            assertThat(complaints(bundle)).as(language.code()).isEmpty();
        }
    }

    @Test
    void what_is_not_valid_is_complained_of_so_that_silence_says_something() throws IOException {
        Bundle bundle = export(new Packet(List.of(SmallForm.of(ITEMS))), ANSWERS, Language.EN);
        QuestionnaireResponse response =
                (QuestionnaireResponse) bundle.getEntryFirstRep().getResource();
        response.addItem().setLinkId("nowhere").addAnswer().setValue(new StringType("x"));
        assertThat(complaints(bundle)).anyMatch(complaint -> complaint.contains("nowhere"));

        Bundle lacking = export(new Packet(List.of(SmallForm.of(ITEMS))), Answers.none(), Language.EN);
        assertThat(complaints(lacking)).anyMatch(complaint -> complaint.contains("yes-no"));

        Bundle wrong = export(new Packet(List.of(SmallForm.of(ITEMS))), ANSWERS, Language.EN);
        QuestionnaireResponse mistaken =
                (QuestionnaireResponse) wrong.getEntryFirstRep().getResource();
        mistaken.getItem().stream()
                .filter(each -> each.getLinkId().equals("rate"))
                .forEach(each -> each.getAnswerFirstRep().setValue(new StringType("2")));
        assertThat(complaints(wrong)).isNotEmpty();
    }

    @Test
    void what_was_begun_is_valid_too() throws IOException {
        Bundle begun = export(
                new Packet(List.of(SmallForm.of(ITEMS))), Answers.none(), Language.EN, new ResponseState.InProgress());
        assertThat(((QuestionnaireResponse) begun.getEntryFirstRep().getResource()).getStatus())
                .isEqualTo(QuestionnaireResponseStatus.INPROGRESS);
        assertThat(complaints(begun)).isEmpty();
    }

    private static FhirValidator validator() {
        IValidationSupport support = new ValidationSupportChain(
                new DefaultProfileValidationSupport(FHIR),
                new InMemoryTerminologyServerValidationSupport(FHIR),
                new CommonCodeSystemsTerminologyService(FHIR),
                new OurQuestionnaires());
        return FHIR.newValidator().registerValidatorModule(new FhirInstanceValidator(support));
    }

    private static void define(byte[] json) throws IOException {
        org.hl7.fhir.r4.model.Questionnaire read = (org.hl7.fhir.r4.model.Questionnaire) new JsonParser().parse(json);
        DEFINITIONS.put(read.getUrl(), read);
        DEFINITIONS.put(read.getUrl() + "|" + read.getVersion(), read);
    }

    private static List<String> complaints(Bundle bundle) {
        return VALIDATOR.validateWithResult(FHIR.newJsonParser().encodeResourceToString(bundle)).getMessages().stream()
                .filter(message -> message.getSeverity() == ResultSeverityEnum.ERROR
                        || message.getSeverity() == ResultSeverityEnum.FATAL)
                .map(message -> message.getLocationString() + ": " + message.getMessage())
                .toList();
    }

    /** To every choice its first option, whatever follows from that. */
    private static Answers first(Packet packet) {
        Map<String, List<String>> answers = new HashMap<>();
        for (Questionnaire questionnaire : packet.questionnaires()) {
            for (Question question : questionnaire.questions()) {
                if (question.isChoice()) {
                    answers.put(
                            question.linkId(),
                            List.of(question.options().getFirst().code()));
                } else if (question.type() == QuestionType.TEXT || question.type() == QuestionType.STRING) {
                    answers.put(question.linkId(), List.of("Since the summer."));
                }
            }
        }
        return packet.settled(new Answers(answers));
    }

    private static Bundle export(Packet packet, Answers answers, Language language) throws IOException {
        return export(
                packet,
                answers,
                language,
                new ResponseState.Submitted(
                        NOW, Priority.ROUTINE, new Signature("1.0.0", "Ana Ruiz", Relationship.SELF, language)));
    }

    private static Bundle export(Packet packet, Answers answers, Language language, ResponseState state)
            throws IOException {
        Response response = new Response(
                ResponseId.of(INQUIRY),
                INQUIRY,
                state,
                packet.keys(),
                new Entries(
                        language,
                        answers,
                        1,
                        packet.pages().stream().map(_ -> 1).toList(),
                        List.of()),
                new SafetyConcerns(List.of()),
                new Invitation(0, NOW, NOW, 0),
                1);
        String json = new FhirExport().of(new ResponseSheet(response, packet));
        return (Bundle) new JsonParser().parse(json.getBytes(UTF_8));
    }
}
