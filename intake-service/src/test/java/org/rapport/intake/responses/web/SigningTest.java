package org.rapport.intake.responses.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a person agrees to before anything is sent. */
@SpringBootTest(
        classes = IntakeFixture.class,
        properties = {IntakeFixture.SECRET, IntakeFixture.NAME, IntakeFixture.MESSAGES})
@AutoConfigureMockMvc
@DisplayNameGeneration(ReplaceUnderscores.class)
class SigningTest {
    private final MockMvcTester mvc;
    private final String token;

    @Autowired
    SigningTest(MockMvcTester mvc, IntakeFixture.Actors actors) {
        this.mvc = mvc;
        this.token = actors.link(UUID.randomUUID());
    }

    @Test
    void nothing_is_sent_unsigned_and_what_was_signed_can_be_printed() {
        IntakeFixture.answers().forEach((number, answers) -> {
            var page = mvc.post().uri(path("/pages/" + number));
            answers.forEach((name, values) -> page.param(name, values.toArray(String[]::new)));
            assertThat(page.exchange()).hasStatus(HttpStatus.SEE_OTHER);
        });
        assertThat(get("/check"))
                .bodyText()
                .contains("Who may see your answers", "name=\"_signer\"", "as parent or guardian");
        assertThat(get("/revisions/1")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(sign("1.0.0", " ", "SELF"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("write your name and say for whom you sign", "href=\"#_signer\"");
        assertThat(sign("1.0.0", "Ana <b>", "")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(sign("another", "Ana <b>", "SELF")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(sign("1.0.0", "Ana <b>", "PARENT_OR_GUARDIAN")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(get("/revisions/1?lang=en"))
                .hasStatusOk()
                .bodyText()
                .contains("Ana &lt;b&gt;", "as parent or guardian", "1.0.0", "You may take it back at any time");
        assertThat(sign("1.0.0", "Somebody Else", "SELF")).hasRedirectedUrl(path("/received"));
        assertThat(get("/revisions/1")).bodyText().contains("Ana &lt;b&gt;").doesNotContain("Somebody Else");
    }

    private MvcTestResult sign(String consent, String signer, String relationship) {
        return mvc.post()
                .uri(path("/submission"))
                .param("_version", "10")
                .param("_consent", consent)
                .param("_signer", signer)
                .param("_relationship", relationship)
                .exchange();
    }

    private MvcTestResult get(String rest) {
        return mvc.get().uri(path(rest)).exchange();
    }

    private String path(String rest) {
        return "/intake/" + token + rest;
    }
}
