package org.rapport.intake.questionnaires.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.intake.questionnaires.application.QuestionnaireLibrary.Publishing;
import org.rapport.intake.questionnaires.application.QuestionnaireLibrary.Status;
import org.rapport.intake.questionnaires.application.QuestionnaireLibrary.Uploading;
import org.rapport.intake.questionnaires.domain.BrokenQuestionnaire;
import org.rapport.intake.questionnaires.domain.DefinitionFault;
import org.rapport.intake.questionnaires.domain.InMemoryLibrary;
import org.rapport.intake.questionnaires.domain.Packet;
import org.rapport.intake.questionnaires.domain.QuestionnaireKey;
import org.rapport.intake.questionnaires.fhir.QuestionnaireFiles;

/** From upload to retirement; what has been sent stays as it was sent. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class QuestionnaireLibraryTest {
    private static final QuestionnaireKey SLEEP = new QuestionnaireKey("https://p.example/sleep", "1");
    private static final QuestionnaireKey INTAKE =
            new QuestionnaireKey("https://rapport.example/fhir/Questionnaire/practice-intake", "1.0.0");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T15:00:00Z"), ZoneOffset.UTC);

    private final InMemoryLibrary kept = new InMemoryLibrary();
    private final KnownQuestionnaires known =
            new KnownQuestionnaires(QuestionnaireFiles.shipped(), kept, QuestionnaireFiles::readUpload);
    private final QuestionnaireLibrary library =
            new QuestionnaireLibrary(known, kept, QuestionnaireFiles::readUpload, CLOCK);

    @Test
    void an_upload_is_a_draft_that_nobody_is_sent() {
        Packet before = known.current();
        assertThat(library.upload(sleep("1", "hours"), "", "Olivia")).isInstanceOf(Uploading.Uploaded.class);
        assertThat(known.current()).isEqualTo(before);
        assertThat(status(SLEEP)).isEqualTo(Status.DRAFT);
    }

    @Test
    void published_it_comes_after_the_others_and_a_later_version_takes_its_place() {
        library.upload(sleep("1", "hours"), "", "Olivia");
        library.upload(sleep("2", "hours"), "", "Olivia");
        assertThat(library.publish(SLEEP, "Olivia")).isEqualTo(new Publishing.Done());
        assertThat(known.current().keys().getLast()).isEqualTo(SLEEP);
        Packet begun = known.current();

        QuestionnaireKey second = new QuestionnaireKey(SLEEP.url(), "2");
        library.publish(second, "Olivia");
        assertThat(known.current().keys()).contains(second).doesNotContain(SLEEP);
        assertThat(status(SLEEP)).isEqualTo(Status.RETIRED);
        assertThat(known.pinned(begun.keys()))
                .as("what was begun keeps its version")
                .isEqualTo(begun);
    }

    @Test
    void again_is_the_same() {
        library.upload(sleep("1", "hours"), "", "Olivia");
        assertThat(library.upload(sleep("1", "hours"), "", "Maya")).isInstanceOf(Uploading.Uploaded.class);
        library.publish(SLEEP, "Olivia");
        long version = kept.publication().orElseThrow().version();
        assertThat(library.publish(SLEEP, "Olivia")).isEqualTo(new Publishing.Done());
        assertThat(kept.publication().orElseThrow().version()).isEqualTo(version);
        library.retire(SLEEP, "Olivia");
        assertThat(library.retire(SLEEP, "Olivia")).isEqualTo(new Publishing.Done());
        assertThat(known.current().keys()).doesNotContain(SLEEP);
    }

    @Test
    void a_version_never_changes() {
        library.upload(sleep("1", "hours"), "", "Olivia");
        assertThat(library.upload(sleep("1", "nights"), "", "Olivia")).isEqualTo(new Uploading.VersionTaken(SLEEP));
        String asShipped = sleep("1.0.0", "hours").replace(SLEEP.url(), INTAKE.url());
        assertThat(library.upload(asShipped, "", "Olivia")).isEqualTo(new Uploading.VersionTaken(INTAKE));
    }

    @Test
    void words_that_are_lacking_keep_it_from_being_published() {
        String english = sleep("1", "hours").replace("\"valueCode\": \"es\"", "\"valueCode\": \"fr\"");
        assertThat(library.upload(english, "", "Olivia")).isInstanceOf(Uploading.Uploaded.class);
        assertThat(library.publish(SLEEP, "Olivia"))
                .isInstanceOfSatisfying(
                        Publishing.Hindered.class,
                        hindered -> assertThat(hindered.faults())
                                .contains(new DefinitionFault("hours", "has no Spanish text")));
    }

    @Test
    void one_link_id_in_two_questionnaires_is_not_published() {
        library.upload(sleep("1", "phq9-9"), "", "Olivia");
        assertThat(library.publish(SLEEP, "Olivia"))
                .isEqualTo(new Publishing.Hindered(List.of(new DefinitionFault("phq9-9", "is asked twice"))));
    }

    @Test
    void what_matching_needs_is_not_retired() {
        assertThat(library.retire(INTAKE, "Olivia"))
                .isInstanceOfSatisfying(
                        Publishing.Hindered.class,
                        hindered -> assertThat(hindered.faults())
                                .extracting(DefinitionFault::problem)
                                .contains("would no longer ask for STATE, which matching needs"));
        assertThat(known.current().keys()).contains(INTAKE);
    }

    @Test
    void what_was_taken_once_and_cannot_be_read_any_more_can_be_seen_and_retired() {
        library.upload(sleep("1", "hours"), "", "Olivia");
        library.publish(SLEEP, "Olivia");
        KnownQuestionnaires stricter =
                new KnownQuestionnaires(QuestionnaireFiles.shipped(), kept, (definition, rules) -> {
                    throw new BrokenQuestionnaire(
                            "form", List.of(new DefinitionFault("hours", "is not taken any more")));
                });
        QuestionnaireLibrary later = new QuestionnaireLibrary(stricter, kept, QuestionnaireFiles::readUpload, CLOCK);
        assertThatExceptionOfType(BrokenQuestionnaire.class)
                .isThrownBy(stricter::current)
                .withMessageContaining(SLEEP.canonical());
        assertThat(later.list())
                .filteredOn(listed -> listed.key().equals(SLEEP))
                .singleElement()
                .satisfies(listed -> assertThat(listed.faults())
                        .containsExactly(new DefinitionFault("hours", "is not taken any more")));
        assertThat(later.retire(SLEEP, "Olivia")).isEqualTo(new Publishing.Done());
        assertThat(stricter.current().keys()).doesNotContain(SLEEP);
        assertThat(later.publish(SLEEP, "Olivia")).isInstanceOf(Publishing.Hindered.class);
    }

    @Test
    void a_fault_that_uploads_are_refused_for_since_then_takes_nothing_from_who_has_it_open() {
        String words = "x".repeat(120);
        String choice = sleep("1", "hours")
                .replace(
                        "\"type\": \"integer\"",
                        "\"type\": \"choice\", \"answerOption\": [{\"valueString\": \"" + words + "\"}]");
        assertThat(library.upload(choice, "", "Olivia"))
                .isInstanceOfSatisfying(
                        Uploading.Faulty.class,
                        faulty -> assertThat(faulty.faults())
                                .contains(new DefinitionFault("hours", "offers a code of more than 100 bytes")));
        assertThat(QuestionnaireFiles.readStored(choice, "").questions()).hasSize(1);
    }

    @Test
    void what_nobody_knows_is_not_published() {
        assertThat(library.publish(SLEEP, "Olivia")).isEqualTo(new Publishing.Unknown());
        assertThat(library.retire(SLEEP, "Olivia")).isEqualTo(new Publishing.Unknown());
    }

    private Status status(QuestionnaireKey key) {
        return library.list().stream()
                .filter(listed -> listed.key().equals(key))
                .findFirst()
                .orElseThrow()
                .status();
    }

    private static String sleep(String version, String linkId) {
        String spanish = "{'extension': [{'url': 'http://hl7.org/fhir/StructureDefinition/translation', 'extension': ["
                + "{'url': 'lang', 'valueCode': 'es'}, {'url': 'content', 'valueString': 'Texto'}]}]}";
        return ("{'resourceType': 'Questionnaire', 'url': '" + SLEEP.url() + "', 'version': '" + version
                        + "', 'status': 'active', 'title': 'Sleep', '_title': " + spanish + ", 'item': [{'linkId': '"
                        + linkId + "', 'text': 'Hours of sleep', '_text': " + spanish + ", 'type': 'integer'}]}")
                .replace('\'', '"');
    }
}
