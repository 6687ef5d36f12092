package org.rapport.intake.responses.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.intake.responses.web.IntakeFixture.CRISIS_PAGE;
import static org.rapport.intake.responses.web.IntakeFixture.GRACE;
import static org.rapport.intake.responses.web.IntakeFixture.MAYA;
import static org.rapport.intake.responses.web.IntakeFixture.RUTH;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.web.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Staff fill in for a person, and it can be seen that they did. */
@SpringBootTest(
        classes = IntakeFixture.class,
        properties = {IntakeFixture.SECRET, IntakeFixture.NAME, IntakeFixture.MESSAGES})
@AutoConfigureMockMvc
@DisplayNameGeneration(ReplaceUnderscores.class)
class OnBehalfTest {
    private final UUID inquiry = UUID.randomUUID();
    private final MockMvcTester mvc;
    private final IntakeFixture.Actors actors;

    @Autowired
    OnBehalfTest(MockMvcTester mvc, IntakeFixture.Actors actors) {
        this.mvc = mvc;
        this.actors = actors;
    }

    @BeforeEach
    void thePersonHasALink() {
        assertThat(get(ownLink(), null)).hasStatusOk();
    }

    @AfterEach
    void mend() {
        actors.clock().set(IntakeFixture.NOW);
    }

    @Test
    void every_page_says_who_fills_it_in_and_so_does_what_is_kept() {
        String link = linkOf(MAYA);
        assertThat(get(link + "/pages/1", MAYA)).hasStatusOk().bodyText().contains("You, Maya Thompson, fill this in");
        assertThat(get(ownLink() + "/pages/1", null)).bodyText().doesNotContain("fill this in for");
        assertThat(save(link, 1, MAYA)).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(save(ownLink(), 2, null)).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(scribes()).containsExactly("1 Maya Thompson");
        assertThat(staffPage(RUTH)).bodyText().contains("Maya Thompson filled in page 1 for the person");
    }

    @Test
    void an_alarming_answer_given_to_staff_is_marked_and_alarms_like_any_other() {
        String link = linkOf(MAYA);
        var post = mvc.post().uri(link + "/pages/" + CRISIS_PAGE);
        IntakeFixture.all("several-days", "phq9-7", "phq9-8", "phq9-9")
                .forEach((name, values) -> post.param(name, values.toArray(String[]::new)));
        assertThat(as(post, MAYA))
                .hasStatus(HttpStatus.SEE_OTHER)
                .satisfies(answer -> assertThat(answer.getResponse().getHeader(HttpHeaders.LOCATION))
                        .contains("/crisis"));
        assertThat(scribes()).containsExactly(CRISIS_PAGE + " Maya Thompson");
        assertThat(actors.stored(inquiry).concerns().all()).hasSize(1);
    }

    @Test
    void what_a_program_saves_by_that_link_is_marked_too() {
        String api = "/api" + linkOf(MAYA).replace("/intake/", "/intake/responses/");
        var put = mvc.put()
                .uri(api + "/pages/2")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"version\":0,\"answers\":{\"concerns\":[\"grief\"]}}");
        assertThat(as(put, MAYA)).hasStatusOk();
        assertThat(scribes()).containsExactly("2 Maya Thompson");
    }

    @Test
    void a_danger_told_when_the_sitting_is_over_is_heard() {
        String link = linkOf(MAYA);
        actors.clock().set(IntakeFixture.NOW.plus(Duration.ofHours(3)));
        var post = mvc.post().uri(link + "/pages/" + CRISIS_PAGE).param("phq9-9", "several-days");
        assertThat(as(post, MAYA)).hasStatus(HttpStatus.GONE).bodyText().contains("tel:988");
        assertThat(actors.stored(inquiry).concerns().all()).hasSize(1);
    }

    @Test
    void what_the_person_saves_themselves_later_is_theirs() {
        save(linkOf(MAYA), 2, MAYA);
        assertThat(scribes()).containsExactly("2 Maya Thompson");
        var other =
                mvc.post().uri(ownLink() + "/pages/2").param("_version", "1").param("concerns", "work");
        assertThat(as(other, null)).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(scribes()).isEmpty();
    }

    @Test
    void the_link_is_of_use_to_nobody_else_and_not_for_long() {
        String link = linkOf(MAYA);
        assertThat(get(link + "/pages/1", RUTH)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(link + "/pages/1", null)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.get()
                        .uri("/api" + link.replace("/intake/", "/intake/responses/"))
                        .exchange())
                .hasStatus(HttpStatus.NOT_FOUND);
        actors.clock().set(IntakeFixture.NOW.plus(Duration.ofHours(3)));
        assertThat(get(link + "/pages/1", MAYA)).hasStatus(HttpStatus.GONE);
    }

    @Test
    void only_coordinators_fill_in_and_only_what_there_is() {
        assertThat(begin(GRACE, inquiry)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(begin(MAYA, UUID.randomUUID())).hasStatus(HttpStatus.NOT_FOUND);
    }

    private List<String> scribes() {
        return actors.stored(inquiry).entries().scribes().stream()
                .map(scribe -> scribe.page() + " " + scribe.name())
                .toList();
    }

    private String ownLink() {
        return "/intake/" + actors.link(inquiry);
    }

    private String linkOf(Staff staff) {
        return Objects.requireNonNull(begin(staff, inquiry).getResponse().getHeader(HttpHeaders.LOCATION));
    }

    private MvcTestResult begin(Staff staff, UUID of) {
        return as(mvc.post().uri("/staff/questionnaires/responses/" + of + "/on-behalf"), staff);
    }

    private MvcTestResult staffPage(Staff staff) {
        return get("/staff/questionnaires/responses/" + inquiry, staff);
    }

    private MvcTestResult get(String path, @Nullable Staff staff) {
        return as(mvc.get().uri(path), staff);
    }

    private MvcTestResult save(String link, int page, @Nullable Staff staff) {
        var post = mvc.post().uri(link + "/pages/" + page);
        IntakeFixture.answers()
                .getOrDefault(page, Map.of())
                .forEach((name, values) -> post.param(name, values.toArray(String[]::new)));
        return as(post, staff);
    }

    private MvcTestResult as(MockMvcTester.MockMvcRequestBuilder request, @Nullable Staff staff) {
        if (staff != null) {
            request.header(HttpHeaders.AUTHORIZATION, actors.bearer(staff));
        }
        return request.exchange();
    }
}
