package org.rapport.intake.responses.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.intake.questionnaires.fhir.SmallForm.item;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.formats.JsonParser;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.questionnaires.domain.Language;
import org.rapport.intake.questionnaires.domain.Packet;
import org.rapport.intake.questionnaires.domain.Priority;
import org.rapport.intake.questionnaires.domain.Questionnaire;
import org.rapport.intake.questionnaires.fhir.QuestionnaireFiles;
import org.rapport.intake.questionnaires.fhir.SmallForm;
import org.rapport.intake.questionnaires.fhir.SuiteResponse;
import org.rapport.intake.responses.application.ResponseSheet;
import org.rapport.intake.responses.domain.Entries;
import org.rapport.intake.responses.domain.Invitation;
import org.rapport.intake.responses.domain.Relationship;
import org.rapport.intake.responses.domain.Response;
import org.rapport.intake.responses.domain.ResponseId;
import org.rapport.intake.responses.domain.ResponseState;
import org.rapport.intake.responses.domain.SafetyConcerns;
import org.rapport.intake.responses.domain.Scribe;
import org.rapport.intake.responses.domain.Signature;

/** What is exported is read again by the reader that agrees with the FHIR suite, and says the same. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FhirExportTest {
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
    private static final UUID INQUIRY = UUID.fromString("11111111-1111-4111-8111-111111111111");
    private static final UUID MAYA = UUID.fromString("c0000000-0000-4000-8000-000000000001");

    private static final Questionnaire FORM = SmallForm.of(
            item("yes-no", "boolean"),
            item("count", "integer"),
            item("share", "decimal"),
            item("day", "date"),
            item("moment", "dateTime"),
            item("hour", "time"),
            item("line", "string"),
            item("lines", "text"),
            item("site", "url"),
            item(
                    "pick",
                    "choice",
                    "'answerOption': [{'valueCoding': {'system': 'urn:x', 'code': 'a', 'display': 'An a'}}]"),
            item("plain", "choice", "'answerOption': [{'valueString': 'red'}, {'valueString': 'blue'}]"),
            item("rate", "choice", "'answerOption': [{'valueInteger': 1}, {'valueInteger': 2}]"),
            item("when", "choice", "'answerOption': [{'valueDate': '2027-01-04'}]"),
            item("slot", "choice", "'answerOption': [{'valueTime': '09:30:00'}]"),
            item(
                    "same",
                    "choice",
                    "'answerOption': [{'valueCoding': {'code': 'none', 'display': 'none'}}, {'valueString': 'other'}]"),
            item(
                    "say",
                    "open-choice",
                    "'repeats': true, 'answerOption': [{'valueCoding': {'code': 'a', 'display': 'An a'}}]"),
            item("weight", "quantity"),
            item("names", "string", "'repeats': true"),
            item("outer", "boolean", "'item': [" + item("inner", "string") + "]"),
            item("unanswered", "string"),
            item(
                    "drugs",
                    "group",
                    "'repeats': true",
                    "'item': [" + item("drug", "string") + ", "
                            + item("dose", "group", "'repeats': true", "'item': [" + item("mg", "integer") + "]")
                            + "]"));
    private static final Answers ANSWERS = new Answers(Map.ofEntries(
            Map.entry("yes-no", List.of("true")),
            Map.entry("count", List.of("-3")),
            Map.entry("share", List.of("2.50")),
            Map.entry("day", List.of("2020-05")),
            Map.entry("moment", List.of("2026-11-22T15:00:00-06:00")),
            Map.entry("hour", List.of("23:05:00")),
            Map.entry("line", List.of("<b>\"quoted\" & more</b>")),
            Map.entry("lines", List.of("first\nsecond")),
            Map.entry("site", List.of("https://example.org/a?b=c")),
            Map.entry("pick", List.of("a")),
            Map.entry("plain", List.of("blue")),
            Map.entry("rate", List.of("2")),
            Map.entry("when", List.of("2027-01-04")),
            Map.entry("slot", List.of("09:30:00")),
            Map.entry("same", List.of("none")),
            Map.entry("say", List.of("a", "~my own words")),
            Map.entry("weight", List.of("72.5 kg")),
            Map.entry("names", List.of("one", "two")),
            Map.entry("outer", List.of("true")),
            Map.entry("inner", List.of("inside")),
            Map.entry("drug~1", List.of("first")),
            Map.entry("mg~1.1", List.of("5")),
            Map.entry("mg~1.2", List.of("10")),
            Map.entry("drug~2", List.of("second"))));

    @Test
    void answers_of_every_kind_come_back_as_they_were() throws IOException {
        QuestionnaireResponse exported =
                export(new Packet(List.of(FORM)), ANSWERS).getFirst();
        SuiteResponse read = SuiteResponse.read(exported, FORM);
        assertThat(read.misfits()).isEmpty();
        assertThat(read.answers()).isEqualTo(ANSWERS);
        assertThat(exported.getItem()).noneMatch(item -> item.getLinkId().equals("unanswered"));
    }

    @Test
    void what_was_chosen_has_the_type_of_its_option() throws IOException {
        Map<String, String> types = export(new Packet(List.of(FORM)), ANSWERS).getFirst().getItem().stream()
                .filter(item -> item.hasAnswer())
                .collect(Collectors.toMap(
                        item -> item.getLinkId(),
                        item -> item.getAnswerFirstRep().getValue().fhirType()));
        assertThat(types)
                .containsEntry("pick", "Coding")
                .containsEntry("plain", "string")
                .containsEntry("rate", "integer")
                .containsEntry("when", "date")
                .containsEntry("slot", "time")
                .containsEntry("same", "Coding");
    }

    @Test
    void each_questionnaire_is_named_with_its_version_and_none_with_the_person() throws IOException {
        Packet packet = QuestionnaireFiles.shipped().current();
        Answers answers = new Answers(Map.of("phq9-9", List.of("several-days"), "own-words", List.of("grief")));
        List<QuestionnaireResponse> exported = export(packet, answers);
        assertThat(exported)
                .extracting(QuestionnaireResponse::getQuestionnaire)
                .containsExactlyElementsOf(
                        packet.keys().stream().map(key -> key.canonical()).toList());
        assertThat(exported).allSatisfy(response -> {
            assertThat(response.getStatus()).isEqualTo(QuestionnaireResponseStatus.COMPLETED);
            assertThat(response.getAuthored()).isEqualTo(NOW);
            assertThat(response.getSubject().getIdentifier().getValue()).isEqualTo("urn:uuid:" + INQUIRY);
            assertThat(response.getSubject().getDisplay()).isNull();
            assertThat(response.getSource().getIdentifier().getValue()).isEqualTo("urn:uuid:" + INQUIRY);
            assertThat(response.getItem()).noneMatch(item -> item.hasText());
        });
        assertThat(exported)
                .extracting(response -> response.getAuthor().getDisplay())
                .containsExactly("Maya Thompson", null, null);
        assertThat(exported)
                .extracting(QuestionnaireResponse::getId)
                .doesNotHaveDuplicates()
                .doesNotContainNull();
    }

    @Test
    void who_of_the_staff_entered_a_part_is_not_the_author_of_the_whole() throws IOException {
        assertThat(export(QuestionnaireFiles.shipped().current(), Answers.none(), 1, 2))
                .noneMatch(QuestionnaireResponse::hasAuthor);
    }

    private static List<QuestionnaireResponse> export(Packet packet, Answers answers) throws IOException {
        return export(packet, answers, 1);
    }

    /** Maya entered page 1, the person the others. */
    private static List<QuestionnaireResponse> export(Packet packet, Answers answers, Integer... entered)
            throws IOException {
        List<Integer> revisions = packet.pages().stream()
                .map(page -> List.of(entered).contains(page.number()) ? 1 : 0)
                .toList();
        Response response = new Response(
                ResponseId.of(INQUIRY),
                INQUIRY,
                new ResponseState.Submitted(
                        NOW, Priority.ROUTINE, new Signature("1.0.0", "Ana Ruiz", Relationship.SELF, Language.EN)),
                packet.keys(),
                new Entries(Language.EN, answers, 1, revisions, List.of(new Scribe(1, MAYA, "Maya Thompson", NOW))),
                new SafetyConcerns(List.of()),
                new Invitation(0, NOW, NOW, 0),
                1);
        String json = new FhirExport().of(new ResponseSheet(response, packet));
        Bundle bundle = (Bundle) new JsonParser().parse(json.getBytes(UTF_8));
        return bundle.getEntry().stream()
                .map(entry -> (QuestionnaireResponse) entry.getResource())
                .toList();
    }
}
