package org.rapport.intake.responses.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Every kind of question on a page, without script: shown, saved, shown again, and asked only when it is its turn. */
@SpringBootTest(
        classes = {IntakeFixture.class, EveryQuestionForm.class},
        properties = {IntakeFixture.SECRET, IntakeFixture.NAME, IntakeFixture.MESSAGES})
@AutoConfigureMockMvc
@DisplayNameGeneration(ReplaceUnderscores.class)
class EveryQuestionTest {
    private final UUID inquiry = UUID.randomUUID();
    private final MockMvcTester mvc;
    private final IntakeFixture.Actors actors;
    private final String token;

    @Autowired
    EveryQuestionTest(MockMvcTester mvc, IntakeFixture.Actors actors) {
        this.mvc = mvc;
        this.actors = actors;
        this.token = actors.link(inquiry);
    }

    @Test
    void every_kind_has_its_field() {
        assertThat(get("/pages/1"))
                .bodyText()
                .contains(
                        "1. Text of yes-no",
                        "type=\"number\" id=\"count\"",
                        "type=\"date\" id=\"day\"",
                        "type=\"datetime-local\" id=\"moment\" name=\"_moment:moment\"",
                        "type=\"time\" id=\"hour\"",
                        "<textarea id=\"lines\"",
                        "type=\"url\" id=\"site\"",
                        "name=\"_own:pick-or-say\"",
                        "<select id=\"drop\"",
                        "type=\"checkbox\" name=\"many\"",
                        "name=\"_unit:weight\"",
                        "name=\"_more\" value=\"names\"",
                        "value=\"as said\"",
                        "<dd>cannot be changed</dd>",
                        "<p>Text of word</p>")
                .doesNotContain("secret", "unseen", "name=\"fixed\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yes-no | yes-no | false | false | id=\"yes-no-1\" checked",
                "count | count | -3 | -3 | value=\"-3\"",
                "share | share | 2.50 | 2.50 | value=\"2.50\"",
                "day | day | 2024-02-29 | 2024-02-29 | value=\"2024-02-29\"",
                "_moment:moment | moment | 2026-07-01T09:30 | 2026-07-01T09:30:00-05:00 | value=\"2026-07-01T09:30\"",
                "hour | hour | 14:30 | 14:30:00 | value=\"14:30:00\"",
                "line | line | ten signs! | ten signs! | value=\"ten signs!\"",
                "lines | lines | <b>one</b> | <b>one</b> | &lt;b&gt;one&lt;/b&gt;",
                "site | site | https://p.example/a | https://p.example/a | value=\"https://p.example/a\"",
                "pick | pick | b | b | id=\"pick-1\" checked",
                "_own:pick-or-say | pick-or-say | mine | ~mine | value=\"mine\"",
                "drop | drop | b | b | value=\"b\" selected",
                "given | given | changed | changed | value=\"changed\""
            })
    void an_answer_is_kept_as_fhir_writes_it_and_shown_again(
            String field, String key, String typed, String kept, String shown) {
        assertThat(save(1, Map.of(field, List.of(typed)), "later")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(actors.stored(inquiry).answers().to(key)).containsExactly(kept);
        assertThat(get("/pages/1").getResponse())
                .extracting(EveryQuestionTest::body)
                .asString()
                .containsIgnoringWhitespaces(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yes-no | maybe | yes or no",
                "count | 1.5 | whole number",
                "count | 99999999999 | whole number",
                "share | 1,5 | number, such as",
                "share | NaN | number, such as",
                "day | 2026-02-30 | date that exists",
                "_moment:moment | yesterday | date and a time",
                "hour | 25:00 | enter a time",
                "line | eleven signs | has 12 characters",
                "site | javascript:1 | web address",
                "pick | z | one of the answers offered",
                "weight | heavy | number, such as",
                "weight | 3 | one of the units"
            })
    void an_answer_of_another_kind_is_refused_at_its_field(String field, String typed, String message) {
        MvcTestResult refused = save(1, Map.of(field, List.of(typed)), "continue");
        assertThat(refused)
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains(message, "role=\"alert\"");
    }

    @Test
    void a_quantity_and_several_answers_are_kept() {
        save(
                1,
                Map.of(
                        "weight", List.of("70.5"),
                        "_unit:weight", List.of("kg"),
                        "many", List.of("a", "c"),
                        "names", List.of("Ann", "Bo", "")),
                "later");
        assertThat(actors.stored(inquiry).answers().byQuestion())
                .containsEntry("weight", List.of("70.5 kg"))
                .containsEntry("many", List.of("a", "c"))
                .containsEntry("names", List.of("Ann", "Bo"))
                .containsEntry("secret", List.of("unseen"))
                .containsEntry("fixed", List.of("cannot be changed"));
    }

    @Test
    void what_nobody_may_change_stays() {
        save(1, Map.of("fixed", List.of("changed"), "secret", List.of("changed")), "later");
        assertThat(actors.stored(inquiry).answers().to("fixed")).containsExactly("cannot be changed");
        assertThat(actors.stored(inquiry).answers().to("secret")).containsExactly("unseen");
    }

    @Test
    void a_conditional_question_comes_with_the_next_save_of_its_page() {
        assertThat(get("/pages/2")).bodyText().contains("smokes").doesNotContain("how-much");
        MvcTestResult saved = save(2, Map.of("smokes", List.of("true"), "_seen", List.of("smokes")), "continue");
        assertThat(saved).redirectedUrl().endsWith("/pages/2?grown=true");
        assertThat(get("/pages/2?grown=true")).bodyText().contains("id=\"how-much\"", "there is more to ask");
        MvcTestResult lacking =
                save(2, Map.of("smokes", List.of("true"), "_seen", List.of("smokes how-much")), "continue");
        assertThat(lacking).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        MvcTestResult whole = save(
                2,
                Map.of("smokes", List.of("true"), "how-much", List.of("3"), "_seen", List.of("smokes how-much")),
                "continue");
        assertThat(whole).redirectedUrl().endsWith("/pages/3");
    }

    @Test
    void what_is_no_longer_asked_is_no_longer_kept() {
        save(2, Map.of("smokes", List.of("true"), "how-much", List.of("3")), "continue");
        save(3, Map.of("since", List.of("2001-01-01")), "continue");
        assertThat(actors.stored(inquiry).answers().has("since")).isTrue();
        MvcTestResult changed = save(2, Map.of("smokes", List.of("false"), "how-much", List.of("3")), "continue");
        assertThat(changed)
                .as("the page of smokers is passed over")
                .redirectedUrl()
                .endsWith("/pages/4");
        assertThat(actors.stored(inquiry).answers().byQuestion()).doesNotContainKeys("how-much", "since");
        assertThat(get("/pages/4")).bodyText().contains("/pages/2", "3");
    }

    @Test
    void script_shows_the_question_at_once_and_saves_nothing() {
        assertThat(get("/pages/2")).bodyText().contains("hx-post", "/pages/2/questions");
        assertThat(get("/pages/1")).bodyText().doesNotContain("hx-post");
        MvcTestResult shown = post("/pages/2/questions", Map.of("smokes", List.of("true")));
        assertThat(shown).hasStatusOk().bodyText().contains("id=\"how-much\"").doesNotContain("<html");
        assertThat(actors.stored(inquiry).answers().byQuestion()).isEmpty();
    }

    @Test
    void one_more_of_a_group_can_be_added_without_script() {
        assertThat(get("/pages/4")).bodyText().contains("name=\"drug~1\"", "name=\"_more\" value=\"drugs\"");
        MvcTestResult more =
                post("/pages/4", Map.of("drug~1", List.of("one"), "_more", List.of("drugs"), "_version", List.of("9")));
        assertThat(more).hasStatus(HttpStatus.CONFLICT);
        more = post("/pages/4", Map.of("drug~1", List.of("one"), "_more", List.of("drugs"), "_version", List.of("0")));
        assertThat(more).redirectedUrl().endsWith("/pages/4?more=drugs");
        assertThat(get("/pages/4?more=drugs")).bodyText().contains("value=\"one\"", "name=\"drug~2\"");
        MvcTestResult lacking = save(4, Map.of("drug~1", List.of("one"), "dose~2", List.of("5 mg")), "continue");
        assertThat(lacking)
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("href=\"#drug~2\"");
        save(4, Map.of("drug~1", List.of("one"), "drug~2", List.of("two")), "continue");
        assertThat(actors.stored(inquiry).answers().to("drug~2")).containsExactly("two");
        assertThat(save(4, Map.of("drug~99", List.of("many")), "continue")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void staff_see_it_as_people_do_in_both_languages() {
        String bearer = actors.bearer(IntakeFixture.OLIVIA);
        String preview = "/staff/questionnaires/preview?url=https://p.example/form&version=1";
        assertThat(mvc.get().uri(preview + "&page=2&language=es").header("Authorization", bearer))
                .bodyText()
                .contains("Text of smokes", "Sí", "has no Spanish text")
                .doesNotContain("how-much\" name");
        assertThat(mvc.post()
                        .uri("/staff/questionnaires/preview")
                        .with(csrf())
                        .header("Authorization", bearer)
                        .param("_url", "https://p.example/form")
                        .param("_form-version", "1")
                        .param("_page", "2")
                        .param("_language", "en")
                        .param("smokes", "true"))
                .bodyText()
                .contains("id=\"how-much\"");
        String coordinator = actors.bearer(IntakeFixture.MAYA);
        get("");
        assertThat(mvc.get()
                        .uri("/staff/questionnaires/open?url=https://p.example/form&version=1")
                        .header("Authorization", coordinator))
                .bodyText()
                .contains("/staff/questionnaires/responses/" + inquiry);
        assertThat(mvc.get().uri(preview).header("Authorization", actors.bearer(IntakeFixture.GRACE)))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    private MvcTestResult save(int page, Map<String, List<String>> fields, String then) {
        get("");
        Map<String, List<String>> form = new HashMap<>(fields);
        form.put("_version", List.of(String.valueOf(actors.stored(inquiry).revision())));
        form.put("_then", List.of(then));
        return post("/pages/" + page, form);
    }

    private MvcTestResult post(String path, Map<String, List<String>> form) {
        var request = mvc.post().uri("/intake/" + token + path).with(csrf());
        form.forEach((name, values) -> request.param(name, values.toArray(String[]::new)));
        return request.exchange();
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri("/intake/" + token + path).exchange();
    }

    private static String body(MockHttpServletResponse response) {
        try {
            return response.getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
