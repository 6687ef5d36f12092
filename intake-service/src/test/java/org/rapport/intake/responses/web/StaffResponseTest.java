package org.rapport.intake.responses.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.intake.responses.web.IntakeFixture.CRISIS_PAGE;
import static org.rapport.intake.responses.web.IntakeFixture.GRACE;
import static org.rapport.intake.responses.web.IntakeFixture.MAYA;
import static org.rapport.intake.responses.web.IntakeFixture.RUTH;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.intake.responses.domain.Patience;
import org.rapport.intake.responses.domain.ResponseEvent;
import org.rapport.intake.responses.domain.ResponseId;
import org.rapport.web.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What coordinators read and acknowledge, and what nobody else may. */
@SpringBootTest(
        classes = IntakeFixture.class,
        properties = {IntakeFixture.SECRET, IntakeFixture.NAME, IntakeFixture.MESSAGES})
@AutoConfigureMockMvc
@DisplayNameGeneration(ReplaceUnderscores.class)
class StaffResponseTest {
    private final UUID inquiry = UUID.randomUUID();
    private final MockMvcTester mvc;
    private final IntakeFixture.Actors actors;

    @Autowired
    StaffResponseTest(MockMvcTester mvc, IntakeFixture.Actors actors) {
        this.mvc = mvc;
        this.actors = actors;
    }

    @Test
    void a_coordinator_reads_answers_scores_and_that_a_zero_is_not_safe() {
        fill("not-at-all");
        assertThat(page(MAYA))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "&lt;b&gt;Since the summer&lt;/b&gt;",
                        "Evenings",
                        "PHQ-9",
                        "6 / 27",
                        "mild",
                        "GAD-7",
                        "12 / 21")
                .contains("A zero, also on item 9, does not mean that somebody is safe", "Submitted")
                .doesNotContain("Safety concern", "Already acknowledged");
    }

    @Test
    void a_safety_concern_is_acknowledged_once_by_a_named_person() {
        fill("several-days");
        UUID concern = concern();
        assertThat(page(MAYA)).bodyText().contains("Safety concern: PHQ-9, item 9", "Your name (Maya Thompson)");

        assertThat(acknowledge(MAYA, concern, null))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Choose what you did.", "href=\"#action-" + concern);
        assertThat(acknowledge(MAYA, concern, "CALLED_CLIENT"))
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasRedirectedUrl("/staff/questionnaires/responses/" + inquiry);
        assertThat(acknowledge(RUTH, concern, "OTHER"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("Already acknowledged", "Maya Thompson", "Called the client")
                .doesNotContain("Acknowledge this concern");
        assertThat(acknowledge(MAYA, UUID.randomUUID(), "OTHER")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(actors.store().events().stream()
                        .filter(event -> event.inquiryId().equals(inquiry))
                        .filter(ResponseEvent.SafetyConcernAcknowledged.class::isInstance))
                .hasSize(1);
    }

    @Test
    void the_api_gives_and_takes_the_same() {
        fill("several-days");
        UUID concern = concern();
        assertThat(api(actors.service()))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.state", state -> assertThat(state).isEqualTo("SUBMITTED"))
                .hasPathSatisfying("$.submittedAt", at -> assertThat(at).isEqualTo("2026-11-22T15:00:00Z"))
                .hasPathSatisfying(
                        "$.sections[1].lines[1].answer",
                        words -> assertThat(words).isEqualTo("<b>Since the summer</b>"))
                .hasPathSatisfying(
                        "$.scores[0].instrument", name -> assertThat(name).isEqualTo("PHQ-9"))
                .hasPathSatisfying(
                        "$.scores[0].total", total -> assertThat(total).isEqualTo(9))
                .hasPathSatisfying(
                        "$.scores[0].maximum", most -> assertThat(most).isEqualTo(27))
                .hasPathSatisfying("$.scores[1].band", band -> assertThat(band).isEqualTo("moderate"))
                .hasPathSatisfying(
                        "$.criteria.population", who -> assertThat(who).isEqualTo("ADULT"))
                .hasPathSatisfying(
                        "$.concerns[0].code", code -> assertThat(code).isEqualTo("phq-9-item-9"))
                .hasPathSatisfying(
                        "$.concerns[0].acknowledgedBy", by -> assertThat(by).isNull());

        String path = "/api/intake/concerns/" + actors.stored(inquiry).id() + "/" + concern + "/acknowledgement";
        assertThat(post(path, actors.bearer(MAYA), "{\"action\":\"NOTHING\"}")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(post(path, actors.bearer(MAYA), "{}")).hasStatus(HttpStatus.BAD_REQUEST);
        for (int time = 0; time < 2; time++) {
            assertThat(post(path, actors.bearer(MAYA), "{\"action\":\"SENT_TO_CRISIS_SERVICE\"}"))
                    .hasStatusOk()
                    .bodyJson()
                    .hasPathSatisfying("$.acknowledgedBy", by -> assertThat(by).isEqualTo("Maya Thompson"))
                    .hasPathSatisfying("$.action", done -> assertThat(done).isEqualTo("SENT_TO_CRISIS_SERVICE"));
        }
        assertThat(post(path, actors.bearer(RUTH), "{\"action\":\"OTHER\"}")).hasStatus(HttpStatus.CONFLICT);
        assertThat(post(
                        path.replace(concern.toString(), inquiry.toString()),
                        actors.bearer(MAYA),
                        "{\"action\":\"OTHER\"}"))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void a_new_link_is_sent_once_and_not_when_nothing_is_left_to_fill_in() {
        begin();
        assertThat(page(MAYA)).bodyText().contains("Send a new link", "name=\"sending\" value=\"0\"");
        assertThat(resend(MAYA, 0)).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(resend(MAYA, 0)).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(actors.store().events().stream()
                        .filter(event -> event.inquiryId().equals(inquiry))
                        .filter(ResponseEvent.QuestionnaireResent.class::isInstance))
                .hasSize(1);
        assertThat(page(MAYA)).bodyText().contains("name=\"sending\" value=\"1\"");
        assertThat(resend(GRACE, 1)).hasStatus(HttpStatus.FORBIDDEN);
        fill("not-at-all");
        assertThat(resend(MAYA, 1))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("There is nothing left to fill in")
                .doesNotContain("Send a new link");
    }

    @Test
    void whether_a_questionnaire_still_waits_is_told_without_its_answers() {
        assertThat(standing(actors.service())).hasStatus(HttpStatus.NOT_FOUND);
        begin();
        assertThat(standing(actors.service()))
                .hasStatusOk()
                .bodyText()
                .isEqualTo("{\"standing\":\"OPEN\",\"openConcerns\":[]}");
        fill("several-days");
        String open = "{\"standing\":\"SUBMITTED\",\"openConcerns\":[\"" + concern() + "\"]}";
        assertThat(standing(actors.bearer(MAYA))).bodyText().isEqualTo(open);
        assertThat(acknowledge(MAYA, concern(), "OTHER")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(standing(actors.service())).bodyText().isEqualTo("{\"standing\":\"SUBMITTED\",\"openConcerns\":[]}");
        assertThat(standing(actors.bearer(GRACE))).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void how_often_a_concern_was_passed_on_is_seen_while_it_is_open() {
        fill("several-days");
        assertThat(page(MAYA)).bodyText().doesNotContain("Passed on to the next");
        Instant late = IntakeFixture.NOW.plus(Duration.ofMinutes(20));
        actors.store()
                .keepWatch(
                        ResponseId.of(inquiry),
                        watch -> watch.wake(new Patience(Duration.ofMinutes(15), List.of()), late));
        assertThat(page(MAYA)).bodyText().contains("Passed on to the next coordinator, times so far: 1");
    }

    @Test
    void a_concern_raised_while_answers_could_not_be_read_says_so() {
        fill("not-at-all");
        actors.store().keepWatch(ResponseId.of(inquiry), watch -> watch.alarm(IntakeFixture.NOW));
        assertThat(page(MAYA)).bodyText().contains("could not be read or kept at that moment");
    }

    @Test
    void nobody_else_sees_or_acknowledges_anything() {
        fill("several-days");
        String acknowledgement =
                "/api/intake/concerns/" + actors.stored(inquiry).id() + "/" + concern() + "/acknowledgement";
        assertThat(page(GRACE)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(acknowledge(GRACE, concern(), "OTHER")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(api(actors.bearer(GRACE))).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(post(acknowledgement, actors.bearer(GRACE), "{\"action\":\"OTHER\"}"))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(post(acknowledgement, actors.service(), "{\"action\":\"OTHER\"}"))
                .hasStatus(HttpStatus.FORBIDDEN);

        String staffPage = "/staff/questionnaires/responses/" + inquiry;
        assertThat(mvc.get().uri(staffPage).exchange().getResponse().getHeader(HttpHeaders.LOCATION))
                .startsWith("/staff/login?return=");
        assertThat(mvc.get()
                        .uri("/api/intake/inquiries/" + inquiry + "/response")
                        .exchange())
                .hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(actors.stored(inquiry).concerns().all()).allMatch(concern -> concern.isOpen());
    }

    @Test
    void an_inquiry_without_a_response_is_not_found_and_reading_creates_none() {
        assertThat(page(MAYA)).hasStatus(HttpStatus.NOT_FOUND).bodyText().contains("No questionnaire yet");
        assertThat(api(actors.bearer(MAYA))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(actors.store().events()).noneMatch(event -> event.inquiryId().equals(inquiry));
    }

    /** The whole questionnaire, with the given answer to item 9 and its page; otherwise as in the fixture. */
    private void fill(String item9) {
        String token = actors.link(inquiry);
        IntakeFixture.answers().forEach((number, answers) -> {
            var request =
                    mvc.post().uri("/intake/" + token + "/pages/" + number).with(csrf());
            (number == CRISIS_PAGE ? IntakeFixture.all(item9, "phq9-7", "phq9-8", "phq9-9") : answers)
                    .forEach((name, values) -> request.param(name, values.toArray(String[]::new)));
            assertThat(request.exchange()).hasStatus(HttpStatus.SEE_OTHER);
        });
        assertThat(mvc.post()
                        .uri("/intake/" + token + "/submission")
                        .param("_version", "10")
                        .param("_consent", "1.0.0")
                        .param("_signer", "Ana Ruiz")
                        .param("_relationship", "SELF")
                        .with(csrf())
                        .exchange())
                .hasStatus(HttpStatus.SEE_OTHER);
    }

    private void begin() {
        assertThat(mvc.get().uri("/intake/" + actors.link(inquiry)).exchange()).hasStatusOk();
    }

    private MvcTestResult resend(Staff staff, int sending) {
        return mvc.post()
                .uri("/staff/questionnaires/responses/" + inquiry + "/link")
                .param("sending", Integer.toString(sending))
                .header(HttpHeaders.AUTHORIZATION, actors.bearer(staff))
                .exchange();
    }

    private MvcTestResult standing(String bearer) {
        return mvc.get()
                .uri("/api/intake/inquiries/" + inquiry + "/standing")
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .exchange();
    }

    private UUID concern() {
        return actors.stored(inquiry).concerns().all().getFirst().id();
    }

    private MvcTestResult page(Staff staff) {
        return mvc.get()
                .uri("/staff/questionnaires/responses/" + inquiry)
                .header(HttpHeaders.AUTHORIZATION, actors.bearer(staff))
                .exchange();
    }

    private MvcTestResult acknowledge(Staff staff, UUID concern, @Nullable String action) {
        var request = mvc.post()
                .uri("/staff/questionnaires/responses/" + inquiry + "/concerns/" + concern + "/acknowledgement")
                .header(HttpHeaders.AUTHORIZATION, actors.bearer(staff));
        if (action != null) {
            request.param("action", action);
        }
        return request.exchange();
    }

    private MvcTestResult api(String bearer) {
        return mvc.get()
                .uri("/api/intake/inquiries/" + inquiry + "/response")
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .exchange();
    }

    private MvcTestResult post(String path, String bearer, String body) {
        return mvc.post()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
