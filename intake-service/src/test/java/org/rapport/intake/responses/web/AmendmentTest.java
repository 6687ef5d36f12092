package org.rapport.intake.responses.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.intake.responses.web.IntakeFixture.GRACE;
import static org.rapport.intake.responses.web.IntakeFixture.MAYA;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.intake.responses.domain.ResponseState;
import org.rapport.web.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A person changes what they signed, and staff read both. */
@SpringBootTest(
        classes = IntakeFixture.class,
        properties = {IntakeFixture.SECRET, IntakeFixture.NAME, IntakeFixture.MESSAGES})
@AutoConfigureMockMvc
@DisplayNameGeneration(ReplaceUnderscores.class)
class AmendmentTest {
    private final UUID inquiry = UUID.randomUUID();
    private final MockMvcTester mvc;
    private final IntakeFixture.Actors actors;

    @Autowired
    AmendmentTest(MockMvcTester mvc, IntakeFixture.Actors actors) {
        this.mvc = mvc;
        this.actors = actors;
    }

    @BeforeEach
    void submit() {
        IntakeFixture.answers().forEach((number, answers) -> {
            var request = mvc.post().uri(link("/pages/" + number));
            answers.forEach((name, values) -> request.param(name, values.toArray(String[]::new)));
            assertThat(request.exchange()).hasStatus(HttpStatus.SEE_OTHER);
        });
        assertThat(sign("Ana Ruiz")).hasStatus(HttpStatus.SEE_OTHER);
    }

    @Test
    void what_was_signed_is_changed_by_signing_again_and_the_first_stays_to_read() {
        assertThat(get("/received"))
                .bodyText()
                .contains("/revisions/1", "Change what you sent", "data-idle=\"10\"", "Show the page again");
        assertThat(get("/crisis")).as("never hidden").bodyText().doesNotContain("data-idle");
        assertThat(post("/amendment", Map.of("_why", " ")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Say in a few words");
        assertThat(post("/amendment", Map.of("_why", "<i>moved</i>"))).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(get("/check")).bodyText().contains("Leave it as I signed it");
        assertThat(post("/pages/4", Map.of("state", "WI", "languages", "en", "_version", version())))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(staff("", MAYA))
                .as("until it is signed")
                .bodyText()
                .contains("Illinois")
                .doesNotContain("Wisconsin");
        assertThat(sign("Luis Ruiz")).hasStatus(HttpStatus.SEE_OTHER);

        assertThat(get("/revisions/1"))
                .bodyText()
                .contains("Ana Ruiz", "Illinois", "This is an earlier version")
                .doesNotContain("Wisconsin");
        assertThat(get("/revisions/2"))
                .bodyText()
                .contains("Luis Ruiz", "Wisconsin", "&lt;i&gt;moved&lt;/i&gt;")
                .doesNotContain("earlier version");
        assertThat(get("/revisions/3")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(staff("", MAYA)).bodyText().contains("Wisconsin", "/revisions/1", "/revisions/2");
        assertThat(staff("/revisions/1", MAYA)).hasStatusOk().bodyText().contains("Illinois", "Ana Ruiz");
        assertThat(staff("/revisions/1", GRACE)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(staff("/revisions/9", MAYA)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.get()
                        .uri("/api/intake/inquiries/" + inquiry + "/questionnaire-responses")
                        .header(HttpHeaders.AUTHORIZATION, actors.bearer(MAYA))
                        .exchange())
                .bodyText()
                .contains("\"amended\"");
    }

    @Test
    void whoever_thinks_better_of_it_leaves_it_as_it_was() {
        post("/amendment", Map.of("_why", "moved"));
        post("/pages/4", Map.of("state", "WI", "languages", "en", "_version", version()));
        assertThat(post("/amendment/withdrawal", Map.of())).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(actors.stored(inquiry).state()).isInstanceOf(ResponseState.Submitted.class);
        assertThat(actors.stored(inquiry).answers().to("state")).containsExactly("IL");
        assertThat(get("/check")).hasStatus(HttpStatus.SEE_OTHER);
    }

    @Test
    void a_program_does_the_same() {
        assertThat(api("{\"why\":\"\"}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("no-reason");
        assertThat(api("{\"why\":\"moved\"}")).hasStatusOk().bodyText().contains("\"AMENDING\"");
        assertThat(mvc.delete()
                        .uri("/api/intake/responses/" + actors.link(inquiry) + "/amendment")
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("\"SUBMITTED\"");
        String unsigned = actors.link(UUID.randomUUID());
        assertThat(mvc.post()
                        .uri("/api/intake/responses/" + unsigned + "/amendment")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"why\":\"moved\"}")
                        .exchange())
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("not-submitted");
    }

    @Test
    void nothing_unsigned_is_amended_by_its_page() {
        String unsigned = "/intake/" + actors.link(UUID.randomUUID());
        assertThat(mvc.get().uri(unsigned + "/amendment").exchange()).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(mvc.post().uri(unsigned + "/amendment").param("_why", "x").exchange())
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(mvc.get().uri(unsigned + "/revisions/1").exchange()).hasStatus(HttpStatus.NOT_FOUND);
    }

    private MvcTestResult sign(String name) {
        return post(
                "/submission",
                Map.of("_version", version(), "_consent", "1.0.0", "_signer", name, "_relationship", "SELF"));
    }

    private String version() {
        return Integer.toString(actors.stored(inquiry).revision());
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(link(path)).exchange();
    }

    private MvcTestResult post(String path, Map<String, String> form) {
        var request = mvc.post().uri(link(path));
        form.forEach((name, value) -> request.param(name, value));
        return request.exchange();
    }

    private MvcTestResult api(String body) {
        return mvc.post()
                .uri("/api/intake/responses/" + actors.link(inquiry) + "/amendment")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult staff(String path, Staff who) {
        return mvc.get()
                .uri("/staff/questionnaires/responses/" + inquiry + path)
                .header(HttpHeaders.AUTHORIZATION, actors.bearer(who))
                .exchange();
    }

    private String link(String path) {
        return "/intake/" + actors.link(inquiry) + path;
    }
}
