package org.rapport.intake.responses.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.intake.responses.web.IntakeFixture.GRACE;
import static org.rapport.intake.responses.web.IntakeFixture.MAYA;
import static org.rapport.intake.responses.web.IntakeFixture.OLIVIA;

import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.intake.responses.domain.ResponseId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What leaves, to whom, and what is left of it after an erasure. */
@SpringBootTest(
        classes = IntakeFixture.class,
        properties = {IntakeFixture.SECRET, IntakeFixture.NAME, IntakeFixture.MESSAGES})
@AutoConfigureMockMvc
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExportTest {
    private final UUID inquiry = UUID.randomUUID();
    private final MockMvcTester mvc;
    private final IntakeFixture.Actors actors;

    @Autowired
    ExportTest(MockMvcTester mvc, IntakeFixture.Actors actors) {
        this.mvc = mvc;
        this.actors = actors;
    }

    @Test
    void a_coordinator_saves_the_answers_as_fhir_and_nobody_else_does() {
        submit();
        assertThat(fhir(actors.bearer(MAYA)))
                .hasStatusOk()
                .hasContentType("application/fhir+json")
                .headers()
                .hasValue(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"questionnaire-responses.json\"");
        assertThat(fhir(actors.bearer(MAYA)))
                .bodyJson()
                .hasPathSatisfying(
                        "$.entry[0].resource.status",
                        status -> assertThat(status).isEqualTo("completed"))
                .hasPathSatisfying(
                        "$.entry[2].resource.questionnaire",
                        last -> assertThat(last).asString().contains("gad-7|"));
        assertThat(fhir(actors.bearer(GRACE))).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(fhir(actors.service())).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void scores_leave_as_a_table_without_answers() {
        submit();
        MvcTestResult table = get("/api/intake/scores", actors.bearer(MAYA));
        assertThat(table).hasStatusOk().hasContentTypeCompatibleWith("text/csv");
        assertThat(table)
                .bodyText()
                .startsWith("\"inquiry\",\"submitted\",\"instrument\",\"total\",\"maximum\",\"band\"\r\n")
                .contains("\"" + inquiry + "\",\"2026-11-22T15:00:00Z\",\"PHQ-9\",\"6\",\"27\",\"mild\"")
                .doesNotContain("several-days", "Since the summer");
        assertThat(get("/api/intake/scores", actors.bearer(GRACE))).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(get("/api/intake/scores", actors.bearer(OLIVIA))).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void a_response_that_cannot_be_read_has_a_row_that_says_so_and_hides_no_other() {
        submit();
        actors.store().damage(ResponseId.of(inquiry));
        UUID damaged = inquiry;
        ExportTest another = new ExportTest(mvc, actors);
        another.submit();
        assertThat(get("/api/intake/scores", actors.bearer(MAYA)))
                .bodyText()
                .contains("\"" + damaged + "\",\"2026-11-22T15:00:00Z\",\"unreadable\",\"\",\"\",\"\"")
                .contains("\"" + another.inquiry + "\",\"2026-11-22T15:00:00Z\",\"PHQ-9\"")
                .doesNotContain("\"" + damaged + "\",\"2026-11-22T15:00:00Z\",\"PHQ-9\"");
    }

    @Test
    void after_an_erasure_nothing_is_left_to_read_or_to_save() {
        submit();
        assertThat(erase(actors.bearer(MAYA))).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(erase(actors.bearer(OLIVIA))).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(erase(actors.bearer(OLIVIA))).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(fhir(actors.bearer(MAYA))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/api/intake/scores", actors.bearer(MAYA))).bodyText().doesNotContain(inquiry.toString());
        assertThat(get("/staff/questionnaires/responses/" + inquiry, actors.bearer(MAYA)))
                .hasStatusOk()
                .bodyText()
                .contains("Erased: nobody can read")
                .doesNotContain("Since the summer", "PHQ-9", "Send a new link");
        String link = "/intake/" + actors.link(inquiry);
        assertThat(mvc.get().uri(link).exchange()).hasStatus(HttpStatus.GONE);
        assertThat(mvc.post()
                        .uri(link + "/pages/8")
                        .param("phq9-9", "several-days")
                        .exchange())
                .hasStatus(HttpStatus.GONE)
                .bodyText()
                .contains("tel:988", "We have not been told")
                .doesNotContain("is being told");
    }

    @Test
    void nothing_is_erased_while_a_safety_concern_is_open() {
        String link = "/intake/" + actors.link(inquiry);
        var alarm = mvc.post().uri(link + "/pages/8");
        IntakeFixture.all("several-days", "phq9-7", "phq9-8", "phq9-9")
                .forEach((name, values) -> alarm.param(name, values.toArray(String[]::new)));
        assertThat(alarm.exchange()).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(erase(actors.bearer(OLIVIA)))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("concern-open");
        assertThat(actors.stored(inquiry).concerns().all()).hasSize(1);
    }

    private void submit() {
        String link = "/intake/" + actors.link(inquiry);
        IntakeFixture.answers().forEach((number, answers) -> {
            var request = mvc.post().uri(link + "/pages/" + number);
            answers.forEach((name, values) -> request.param(name, values.toArray(String[]::new)));
            assertThat(request.exchange()).hasStatus(HttpStatus.SEE_OTHER);
        });
        assertThat(mvc.post()
                        .uri(link + "/submission")
                        .param("_version", "10")
                        .param("_consent", "1.0.0")
                        .param("_signer", "Ana Ruiz")
                        .param("_relationship", "SELF")
                        .exchange())
                .hasStatus(HttpStatus.SEE_OTHER);
    }

    private MvcTestResult fhir(String bearer) {
        return get("/api/intake/inquiries/" + inquiry + "/questionnaire-responses", bearer);
    }

    private MvcTestResult erase(String bearer) {
        return mvc.post()
                .uri("/api/intake/inquiries/" + inquiry + "/erasure")
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .exchange();
    }

    private MvcTestResult get(String path, String bearer) {
        return mvc.get().uri(path).header(HttpHeaders.AUTHORIZATION, bearer).exchange();
    }
}
