package org.rapport.intake.questionnaires.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.questionnaires.domain.BrokenQuestionnaire;
import org.rapport.intake.questionnaires.domain.Packet;
import org.rapport.intake.questionnaires.domain.Page;
import org.rapport.intake.questionnaires.domain.Questionnaire;
import org.rapport.intake.questionnaires.domain.Rules;

/**
 * Questionnaires that others wrote: each is read, or refused with its faults. What became of which file is written down in
 * {@code fhir-suite/questionnaires.txt}; when this changes, {@code target/fhir-suite-questionnaires.txt} has the new list.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SuiteQuestionnairesTest {
    private static final int MOST_FAULTS = 4;

    @Test
    void every_questionnaire_of_the_suite_is_shown_or_refused_as_written_down() throws IOException {
        List<String> outcomes = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : SuiteFiles.questionnaires().entrySet()) {
            outcomes.add(file.getKey() + ": " + outcome(file.getKey(), file.getValue()));
        }
        Files.write(Path.of("target", "fhir-suite-questionnaires.txt"), outcomes);
        String expected = new String(
                getClass().getResourceAsStream("/fhir-suite/questionnaires.txt").readAllBytes(), UTF_8);
        assertThat(outcomes).containsExactlyElementsOf(expected.lines().toList());
    }

    @Test
    void the_suite_is_there() {
        assertThat(SuiteFiles.questionnaires()).hasSizeGreaterThan(140);
    }

    private static String outcome(String name, byte[] content) {
        byte[] upload;
        try {
            upload = SuiteFiles.asUpload(name, content);
        } catch (IOException | RuntimeException e) {
            return "refused: cannot be read as R4";
        }
        try {
            Questionnaire read = FhirDefinition.read(name, upload, Rules.none());
            Packet packet = new Packet(List.of(read));
            // A page that shows nothing would be a form shown wrongly.
            for (Page page : packet.pages()) {
                page.entries(Answers.none());
            }
            long asked = read.questions().size();
            return "shown: " + packet.pages().size() + " pages, " + asked + " questions";
        } catch (BrokenQuestionnaire e) {
            String first = e.faults().stream()
                    .limit(MOST_FAULTS)
                    .map(fault -> fault.linkId() + " "
                            + fault.problem().lines().findFirst().orElse(""))
                    .collect(Collectors.joining("; "));
            int more = e.faults().size() - MOST_FAULTS;
            return "refused: " + first + (more > 0 ? "; and " + more + " more" : "");
        }
    }
}
