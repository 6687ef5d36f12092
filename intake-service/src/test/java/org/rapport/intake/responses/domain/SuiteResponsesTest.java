package org.rapport.intake.responses.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.questionnaires.domain.BrokenQuestionnaire;
import org.rapport.intake.questionnaires.domain.Packet;
import org.rapport.intake.questionnaires.domain.Page;
import org.rapport.intake.questionnaires.domain.Questionnaire;
import org.rapport.intake.questionnaires.fhir.SuiteFiles;
import org.rapport.intake.questionnaires.fhir.SuiteResponse;
import tools.jackson.databind.JsonNode;

/**
 * Responses that others wrote, judged as those who wrote them judge: right, or wrong for its values, its missing answers or
 * its answers to what is not asked. What became of which is written down in {@code fhir-suite/responses.txt}.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SuiteResponsesTest {
    private static final String VALIDATOR = "validator/";

    @Test
    void every_response_to_a_questionnaire_we_show_is_judged_as_the_suite_says() throws IOException {
        List<String> outcomes = new ArrayList<>();
        for (Map.Entry<String, Judged> each : cases().entrySet()) {
            outcomes.add(each.getKey() + ": " + outcome(each.getValue()));
        }
        Files.write(Path.of("target", "fhir-suite-responses.txt"), outcomes);
        String expected = new String(
                getClass().getResourceAsStream("/fhir-suite/responses.txt").readAllBytes(), UTF_8);
        assertThat(outcomes).containsExactlyElementsOf(expected.lines().toList());
        assertThat(outcomes).filteredOn(outcome -> outcome.contains("agree")).hasSizeGreaterThan(40);
    }

    /** @param right whether the suite accepts the response */
    private record Judged(String questionnaire, String response, boolean right) {}

    private static Map<String, Judged> cases() {
        Map<String, Judged> cases = new TreeMap<>();
        for (JsonNode test : SuiteFiles.json(VALIDATOR + "manifest.json").path("test-cases")) {
            JsonNode issues =
                    SuiteFiles.json(VALIDATOR + "outcomes/" + test.path("java").asString("none"));
            boolean right = issues.path("outcome").path("issue").valueStream().noneMatch(SuiteResponsesTest::isError)
                    && issues.path("issue").valueStream().noneMatch(SuiteResponsesTest::isError);
            add(test, right, cases);
        }
        // The author of these cases has the better word on them: his manifest is about questionnaires alone.
        for (JsonNode test : SuiteFiles.json(VALIDATOR + "questionnaire/brianpos/manifest.json")
                .path("test-cases")) {
            JsonNode counts = test.path("dotnet-brianpos");
            add(
                    test,
                    counts.path("fatalCount").asInt()
                                    + counts.path("errorCount").asInt()
                            == 0,
                    cases);
        }
        return cases;
    }

    private static boolean isError(JsonNode issue) {
        return List.of("error", "fatal").contains(issue.path("severity").asString());
    }

    private static void add(JsonNode test, boolean right, Map<String, Judged> cases) {
        boolean ours = test.path("module").asString("").equals("questionnaire")
                && test.path("version").asString("").equals("4.0")
                && test.path("supporting").size() > 0;
        if (ours) {
            String questionnaire = test.path("supporting").values().stream()
                    .map(JsonNode::asString)
                    .reduce((_, last) -> last)
                    .orElseThrow();
            cases.put(
                    test.path("name").asString(),
                    new Judged(
                            VALIDATOR + questionnaire,
                            VALIDATOR + test.path("file").asString(),
                            right));
        }
    }

    private static String outcome(Judged judged) throws IOException {
        Questionnaire questionnaire;
        try {
            questionnaire = SuiteFiles.questionnaire(judged.questionnaire());
        } catch (BrokenQuestionnaire e) {
            return "its questionnaire is refused";
        }
        List<String> faults = faults(judged, questionnaire);
        String verdict = faults.isEmpty() ? "right" : "wrong (" + String.join("; ", faults) + ")";
        return faults.isEmpty() == judged.right()
                ? "we agree, " + verdict
                : "the suite says " + (judged.right() ? "right" : "wrong") + ", we say " + verdict;
    }

    private static List<String> faults(Judged judged, Questionnaire questionnaire) {
        SuiteResponse response;
        try {
            response = SuiteResponse.read(SuiteFiles.response(judged.response()), questionnaire);
        } catch (IOException | RuntimeException e) {
            return List.of("cannot be read as R4");
        }
        List<String> faults = new ArrayList<>(response.misfits());
        Packet packet = new Packet(List.of(questionnaire));
        for (Page page : packet.pages()) {
            Answers mine = response.answers().only(page::owns);
            CheckedAnswers.of(page, mine, response.answers(), new Called.Everything())
                    .faults()
                    .forEach(fault -> faults.add(fault.linkId() + " " + fault.reason()));
        }
        Answers asked = packet.settled(response.answers());
        response.answers().byQuestion().keySet().stream()
                .filter(key -> !asked.has(key))
                .forEach(key -> faults.add(key + " is answered and not asked"));
        return faults;
    }
}
