package org.rapport.intake.responses.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.intake.responses.web.IntakeFixture.CRISIS_PAGE;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.intake.responses.domain.ResponseEvent;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/** The client's API: exact shapes, and everything that must be refused. */
@SpringBootTest(
        classes = IntakeFixture.class,
        properties = {IntakeFixture.SECRET, IntakeFixture.NAME, IntakeFixture.MESSAGES})
@AutoConfigureMockMvc
@DisplayNameGeneration(ReplaceUnderscores.class)
class IntakeApiTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final UUID inquiry = UUID.randomUUID();
    private final MockMvcTester mvc;
    private final IntakeFixture.Actors actors;
    private final String token;

    @Autowired
    IntakeApiTest(MockMvcTester mvc, IntakeFixture.Actors actors) {
        this.mvc = mvc;
        this.actors = actors;
        this.token = actors.link(inquiry);
    }

    @AfterEach
    void mend() {
        actors.store().goDown(false);
        actors.clock().set(IntakeFixture.NOW);
    }

    @Test
    void a_response_is_read_with_its_questions() {
        assertThat(get())
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.state", state -> assertThat(state).isEqualTo("SENT"))
                .hasPathSatisfying("$.version", version -> assertThat(version).isEqualTo(0))
                .hasPathSatisfying(
                        "$.language", language -> assertThat(language).isEqualTo("en"))
                .hasPathSatisfying("$.next", next -> assertThat(next).isEqualTo(1))
                .hasPathSatisfying(
                        "$.pages.length()", pages -> assertThat(pages).isEqualTo(10))
                .hasPathSatisfying(
                        "$.pages[1].title", title -> assertThat(title).isEqualTo("What brings you here"))
                .hasPathSatisfying(
                        "$.pages[1].questions[1].linkId", id -> assertThat(id).isEqualTo("own-words"))
                .hasPathSatisfying(
                        "$.pages[1].questions[1].type", type -> assertThat(type).isEqualTo("text"))
                .hasPathSatisfying(
                        "$.pages[1].questions[1].maxLength",
                        most -> assertThat(most).isEqualTo(4000))
                .hasPathSatisfying(
                        "$.pages[3].questions[0].options[0].code",
                        code -> assertThat(code).isEqualTo("IL"));
    }

    @Test
    void pages_are_saved_and_submitted_and_repeats_get_the_same_answer() {
        IntakeFixture.answers()
                .forEach((page, answers) -> assertThat(put(page, page - 1, answers))
                        .hasStatusOk()
                        .bodyJson()
                        .isStrictlyEqualTo("{\"version\":" + page + ",\"next\":" + (page == 10 ? "null" : page + 1)
                                + ",\"crisis\":false}"));
        assertThat(put(10, 9, IntakeFixture.answers().getOrDefault(10, Map.of())))
                .hasStatusOk();
        String expected = "{\"responseId\":\"" + actors.stored(inquiry).id()
                + "\",\"state\":\"SUBMITTED\",\"submittedAt\":\"2026-11-22T15:00:00Z\"}";
        refused(submit("{\"version\":10}"), HttpStatus.UNPROCESSABLE_CONTENT, "not-signed");
        for (String lacking : List.of(
                "{\"consent\":\"0.9\",\"signer\":\"Ana Ruiz\",\"relationship\":\"SELF\"}",
                "{\"consent\":\"1.0.0\",\"signer\":\" \",\"relationship\":\"SELF\"}",
                "{\"consent\":\"1.0.0\",\"signer\":\"Ana Ruiz\",\"relationship\":\"FRIEND\"}")) {
            refused(
                    submit("{\"version\":10,\"signature\":" + lacking + "}"),
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "not-signed");
        }
        String signed =
                "{\"version\":10,\"signature\":{\"consent\":\"1.0.0\",\"signer\":\"Ana Ruiz\",\"relationship\":\"SELF\"}}";
        assertThat(submit(signed)).hasStatusOk().bodyJson().isStrictlyEqualTo(expected);
        actors.clock().advance(Duration.ofHours(1));
        assertThat(submit("{\"version\":10}")).hasStatusOk().bodyJson().isStrictlyEqualTo(expected);
        assertThat(submit("")).hasStatusOk().bodyJson().isStrictlyEqualTo(expected);
        refused(put(1, 10, Map.of("consent", List.of("agreed"))), HttpStatus.CONFLICT, "already-submitted");
    }

    @Test
    void a_submission_with_gaps_names_them() {
        refused(submit("{}"), HttpStatus.UNPROCESSABLE_CONTENT, "incomplete");
        assertThat(submit("{}"))
                .bodyJson()
                .hasPathSatisfying(
                        "$.errors[0].field", field -> assertThat(field).isEqualTo("consent"));
        put(1, 0, Map.of("consent", List.of("agreed")));
        refused(submit("{\"version\":0}"), HttpStatus.CONFLICT, "stale-page");
    }

    @Test
    void an_alarming_answer_is_flagged_whatever_else_is_wrong() {
        Map<String, List<String>> whole = IntakeFixture.all("nearly-every-day", "phq9-7", "phq9-8", "phq9-9");
        assertThat(put(CRISIS_PAGE, 5, whole))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyJson()
                .hasPathSatisfying("$.crisis", crisis -> assertThat(crisis).isEqualTo(true));
        assertThat(put(CRISIS_PAGE, 0, Map.of("phq9-9", List.of("several-days"), "odd", List.of("x"))))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .hasPathSatisfying("$.crisis", crisis -> assertThat(crisis).isEqualTo(true));
        assertThat(put(CRISIS_PAGE, 1, whole))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.crisis", crisis -> assertThat(crisis).isEqualTo(true));
        actors.store().goDown(true);
        assertThat(put(CRISIS_PAGE, 1, whole))
                .hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
                .bodyJson()
                .hasPathSatisfying("$.crisis", crisis -> assertThat(crisis).isEqualTo(true));
        actors.store().goDown(false);
        assertThat(actors.store().events().stream()
                        .filter(event -> event.inquiryId().equals(inquiry))
                        .filter(ResponseEvent.SafetyConcernRaised.class::isInstance))
                .hasSize(1);
    }

    @Test
    void a_link_that_ran_out_while_a_page_was_open_saves_nothing_and_still_raises_the_concern() {
        put(1, 0, Map.of("consent", List.of("agreed")));
        actors.clock().advance(Duration.ofDays(31));
        refused(put(2, 1, IntakeFixture.answers().getOrDefault(2, Map.of())), HttpStatus.GONE, "link-expired");
        assertThat(actors.stored(inquiry).concerns().all()).isEmpty();
        MvcTestResult late = put(CRISIS_PAGE, 1, Map.of("phq9-9", List.of("several-days")));
        refused(late, HttpStatus.GONE, "link-expired");
        assertThat(late)
                .bodyJson()
                .hasPathSatisfying("$.crisis", crisis -> assertThat(crisis).isEqualTo(true));
        assertThat(actors.stored(inquiry).concerns().all()).hasSize(1);
        assertThat(actors.stored(inquiry).answers().has("phq9-9")).isFalse();
        MvcTestResult page = mvc.post()
                .uri("/intake/" + token + "/pages/" + CRISIS_PAGE)
                .param("phq9-9", "several-days")
                .exchange();
        assertThat(page).hasStatus(HttpStatus.GONE).bodyText().contains("tel:988", "This link has expired");
    }

    @Test
    void a_store_that_is_down_is_a_503_and_not_an_invalid_answer() {
        actors.store().goDown(true);
        refused(put(1, 0, Map.of("consent", List.of("agreed"))), HttpStatus.SERVICE_UNAVAILABLE, "unavailable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "[]",
                "null",
                "{}",
                "{\"version\":0}",
                "{\"answers\":{}}",
                "{\"version\":0,\"answers\":null}",
                "{\"version\":0,\"answers\":{\"consent\":null}}",
                "{\"version\":0,\"answers\":{\"consent\":[null]}}",
                "{\"version\":0,\"answers\":{\"consent\":\"agreed\"}}",
                "{\"version\":0,\"answers\":{\"consent\":[{\"$ne\":null}]}}",
                "{\"version\":0,\"answers\":{\"consent\":[[\"agreed\"]]}}",
                "{\"version\":0,\"answers\":{\"consent\":[true]}}",
                "{\"version\":0,\"answers\":{\"consent\":[\"maybe\"]}}",
                "{\"version\":0,\"answers\":{\"consent\":[]}}",
                "{\"version\":0,\"answers\":{\"phq9-1\":[\"several-days\"]}}",
                "{\"version\":0,\"answers\":{\"consent\":[\"agreed\"],\"$where\":[\"1\"]}}",
                "{\"version\":0,\"answers\":{\"consent\":[\"agreed\"],\"a.b\":[\"1\"]}}",
                "{\"version\":0,\"answers\":{\"consent\":[\"agreed\"],\"__proto__\":[\"1\"]}}",
                "{\"version\":0,\"answers\":{\"consent\":[\"agreed\"]},\"state\":\"SUBMITTED\"}",
                "{\"version\":0,\"answers\":{\"consent\":[\"agreed\"]},\"_id\":\"x\"}",
                "{\"version\":0,\"version\":1,\"answers\":{\"consent\":[\"agreed\"]}}",
                "{\"version\":1e400,\"answers\":{\"consent\":[\"agreed\"]}}",
                "{\"version\":\"NaN\",\"answers\":{\"consent\":[\"agreed\"]}}",
                "{\"version\":0,\"answers\":{\"consent\":[\"agreed\"]}} trailing",
                "{\"version\":0,\"answers\":{\"consent\":[\"agreed\"]"
            })
    void a_body_that_is_not_a_page_is_refused_without_echo(String body) {
        MvcTestResult refused = put(1, body);
        assertThat(refused).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(refused).bodyText().doesNotContain("$where", "__proto__", "maybe", "NaN");
        assertThat(refused).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(mvc.get().uri(path("")).exchange())
                .bodyJson()
                .hasPathSatisfying("$.version", version -> assertThat(version).isEqualTo(0));
    }

    @Test
    void oversized_deep_and_foreign_bodies_are_refused() {
        assertThat(put(2, "{\"version\":0,\"answers\":{\"own-words\":[\"" + "x".repeat(300_000) + "\"]}}"))
                .hasStatus(HttpStatus.CONTENT_TOO_LARGE);
        assertThat(put(2, "{\"version\":0,\"answers\":" + "[".repeat(10_000))).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(mvc.put()
                        .uri(path("/pages/1"))
                        .contentType(MediaType.TEXT_PLAIN)
                        .content("{\"version\":0,\"answers\":{\"consent\":[\"agreed\"]}}")
                        .exchange())
                .hasStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        MvcTestResult tooLong =
                put(2, 0, Map.of("concerns", List.of("grief"), "own-words", List.of("x".repeat(10_000))));
        refused(tooLong, HttpStatus.BAD_REQUEST, "invalid");
        assertThat(tooLong).bodyText().contains("own-words", "10,000").doesNotContain("xxxx");
    }

    @Test
    void only_a_link_of_ours_in_time_opens_anything() {
        refused(mvc.get().uri("/api/intake/responses/x").exchange(), HttpStatus.NOT_FOUND, "not-found");
        refused(
                mvc.get().uri("/api/intake/responses/" + token.substring(1)).exchange(),
                HttpStatus.NOT_FOUND,
                "not-found");
        refused(put(11, 0, Map.of()), HttpStatus.NOT_FOUND, "not-found");
        actors.clock().advance(Duration.ofDays(30));
        refused(get(), HttpStatus.GONE, "link-expired");
    }

    private static void refused(MvcTestResult result, HttpStatus status, String code) {
        assertThat(result).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(result)
                .bodyJson()
                .hasPathSatisfying("$.code", found -> assertThat(found).isEqualTo(code));
    }

    private MvcTestResult get() {
        return mvc.get().uri(path("")).exchange();
    }

    private MvcTestResult put(int page, int version, Map<String, List<String>> answers) {
        return put(page, JSON.writeValueAsString(Map.of("version", version, "answers", answers)));
    }

    private MvcTestResult put(int page, String body) {
        return mvc.put()
                .uri(path("/pages/" + page))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult submit(String body) {
        return mvc.post()
                .uri(path("/submission"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private String path(String rest) {
        return "/api/intake/responses/" + token + rest;
    }
}
