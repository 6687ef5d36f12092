package org.rapport.intake.responses.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.intake.responses.web.IntakeFixture.CRISIS_PAGE;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.intake.responses.domain.ResponseEvent;
import org.rapport.intake.responses.domain.ResponseState;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The questionnaire as a person sees it. */
@SpringBootTest(
        classes = IntakeFixture.class,
        properties = {IntakeFixture.SECRET, IntakeFixture.NAME, IntakeFixture.MESSAGES})
@AutoConfigureMockMvc
@DisplayNameGeneration(ReplaceUnderscores.class)
class IntakePagesTest {
    private static final String ALARMING = "several-days";

    private final UUID inquiry = UUID.randomUUID();
    private final MockMvcTester mvc;
    private final IntakeFixture.Actors actors;
    private final String token;

    @Autowired
    IntakePagesTest(MockMvcTester mvc, IntakeFixture.Actors actors) {
        this.mvc = mvc;
        this.actors = actors;
        this.token = actors.link(inquiry);
    }

    @AfterEach
    void mend() {
        actors.store().goDown(false);
        actors.clock().set(IntakeFixture.NOW);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | Your questionnaire | Call or text 988                          | Start
                    es | Su cuestionario    | Llame o envíe un mensaje de texto al 988  | Empezar
                    """)
    void the_first_page_is_warm_and_shows_988_on_top(String language, String title, String help, String begin) {
        assertThat(get("?lang=" + language))
                .hasStatusOk()
                .bodyText()
                .contains("<h1>" + title, help, "tel:988", begin)
                .satisfies(page -> assertThat(page.indexOf(help)).isLessThan(page.indexOf("<h1>")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void every_page_shows_its_questions_its_place_and_988(String language) {
        for (int number = 1; number <= 10; number++) {
            assertThat(get("/pages/" + number + "?lang=" + language))
                    .hasStatusOk()
                    .bodyText()
                    .contains(number + (language.equals("en") ? " of 10" : " de 10"), "tel:988", "name=\"_version\"")
                    .doesNotContain("??");
        }
        assertThat(get("/pages/11")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/pages/0")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/pages/x")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void the_notice_that_allows_the_instruments_is_shown_with_them() {
        assertThat(get("/pages/5")).bodyText().doesNotContain("Pfizer");
        assertThat(get("/pages/6")).bodyText().contains("educational grant from Pfizer Inc.");
        assertThat(get("/pages/9?lang=es")).bodyText().contains("otorgada por Pfizer Inc.");
    }

    @Test
    void page_by_page_to_the_thank_you_page_and_again_harmlessly() {
        IntakeFixture.answers()
                .forEach((number, answers) -> assertThat(post(number, answers))
                        .hasStatus(HttpStatus.SEE_OTHER)
                        .hasRedirectedUrl("/intake/" + token + (number == 10 ? "/check" : "/pages/" + (number + 1))));

        assertThat(get("/check"))
                .bodyText()
                .contains("&lt;b&gt;Since the summer&lt;/b&gt;", "Losing someone or something", "Send my answers")
                .doesNotContain("still missing");
        assertThat(submit(10)).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl(path("/received"));
        assertThat(submit(10)).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl(path("/received"));
        assertThat(get("/received?lang=en"))
                .bodyText()
                .contains("Thank you, we have your answers", "What happens next");
        assertThat(get("/received?lang=es")).bodyText().contains("Gracias, tenemos sus respuestas");
        assertThat(events(ResponseEvent.ResponseSubmitted.class)).hasSize(1);

        assertThat(get("")).hasRedirectedUrl(path("/received"));
        assertThat(get("/pages/2")).hasRedirectedUrl(path("/received"));
        assertThat(post(4, Map.of("state", List.of("WI"), "languages", List.of("pl"))))
                .hasRedirectedUrl(path("/received"));
        assertThat(actors.stored(inquiry).answers().to("state")).containsExactly("IL");
    }

    @Test
    void the_link_comes_back_to_where_the_person_stopped() {
        post(1, IntakeFixture.answers().getOrDefault(1, Map.of()));
        post(2, IntakeFixture.answers().getOrDefault(2, Map.of()));
        assertThat(get("?lang=en")).bodyText().contains("Welcome back", "/pages/3\"");
        assertThat(get("/pages/2")).bodyText().contains("&lt;b&gt;Since the summer&lt;/b&gt;", "checked=\"checked\"");
    }

    @Test
    void a_page_can_be_left_for_later_without_being_complete() {
        assertThat(post(4, Map.of("state", List.of("WI"), "_then", List.of("later"))))
                .hasRedirectedUrl(path("/later"));
        assertThat(get("/later?lang=en")).bodyText().contains("Saved for later");
        assertThat(actors.stored(inquiry).answers().to("state")).containsExactly("WI");
    }

    @Test
    void reading_pages_changes_no_answer_and_a_scanner_submits_nothing() {
        post(1, IntakeFixture.answers().getOrDefault(1, Map.of()));
        long version = actors.stored(inquiry).version();
        for (String path : List.of("", "/pages/1", "/check", "/later", "/crisis", "/after/1", "/received")) {
            get(path);
            mvc.head().uri(path(path)).exchange();
        }
        assertThat(get("/submission").getResponse().getStatus()).isBetween(400, 499);
        assertThat(actors.stored(inquiry).version()).isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource({"en, You do not have to be alone with this", "es, No tiene que pasar por esto a solas"})
    void an_answer_above_zero_on_item_9_leads_to_the_crisis_page_at_once(String language, String title) {
        MvcTestResult saved = post(CRISIS_PAGE, IntakeFixture.all(ALARMING, "phq9-7", "phq9-8", "phq9-9"));
        assertThat(saved).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl(path("/crisis?after=" + CRISIS_PAGE));
        assertThat(get("/crisis?after=8&lang=" + language))
                .hasStatusOk()
                .bodyText()
                .contains(title, "tel:988", "sms:988", "tel:911", "988lifeline.org", "/after/8");
        assertThat(get("/after/8")).hasRedirectedUrl(path("/pages/9"));
        assertThat(events(ResponseEvent.SafetyConcernRaised.class)).hasSize(1);
    }

    @Test
    void a_faulty_page_with_an_alarming_answer_keeps_it_and_shows_the_crisis_page_first_and_then_the_fault() {
        Map<String, List<String>> answers = Map.of("phq9-7", List.of("nonsense"), "phq9-9", List.of(ALARMING));
        assertThat(post(CRISIS_PAGE, answers))
                .hasStatusOk()
                .bodyText()
                .contains("tel:988", "name=\"_crisis\"", "value=\"nonsense\"", "name=\"_version\" value=\"1\"");
        assertThat(actors.stored(inquiry).answers().to("phq9-9")).containsExactly(ALARMING);
        assertThat(events(ResponseEvent.SafetyConcernRaised.class)).hasSize(1);

        assertThat(post(
                        CRISIS_PAGE,
                        Map.of(
                                "phq9-7", List.of("nonsense"),
                                "phq9-9", List.of(ALARMING),
                                "_crisis", List.of("yes"),
                                "_version", List.of("1"))))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("href=\"#phq9-7\"", "href=\"#phq9-8\"");
        assertThat(events(ResponseEvent.SafetyConcernRaised.class)).hasSize(1);
    }

    @Test
    void with_the_store_down_the_crisis_page_still_comes_and_says_that_nothing_was_saved() {
        actors.store().goDown(true);
        assertThat(post(CRISIS_PAGE, IntakeFixture.all(ALARMING, "phq9-7", "phq9-8", "phq9-9")))
                .hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
                .bodyText()
                .contains("tel:988", "Your answer could not be saved", "name=\"phq9-9\"", "Try to save again")
                .doesNotContain("is being told");
        assertThat(post(7, IntakeFixture.all(ALARMING, "phq9-4", "phq9-5", "phq9-6")))
                .hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
                .bodyText()
                .doesNotContain("Your answer could not be saved");
        assertThat(get("/crisis?after=8")).hasStatusOk();
    }

    @Test
    void an_alarming_answer_on_an_expired_link_still_gets_the_crisis_page() {
        actors.clock().advance(Duration.ofDays(30));
        assertThat(post(CRISIS_PAGE, Map.of("phq9-9", List.of(ALARMING))))
                .hasStatus(HttpStatus.GONE)
                .bodyText()
                .contains("tel:988", "This link has expired")
                .doesNotContain("go on with the questionnaire");
    }

    @Test
    void ten_thousand_characters_are_a_clear_error_and_are_kept() {
        String long10k = "x".repeat(10_000);
        assertThat(post(2, Map.of("concerns", List.of("grief"), "own-words", List.of(long10k))))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Your answer has 10,000 characters. Please shorten it to 4,000", ">" + long10k + "<")
                .contains("href=\"#own-words\"");
        assertThat(actors.stored(inquiry).answers().byQuestion()).isEmpty();
    }

    @Test
    void what_is_missing_or_unknown_on_a_page_is_said_at_the_field() {
        assertThat(post(4, Map.of("languages", List.of("en"))))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("href=\"#state\"", "during sessions?: Please answer this question.", "id=\"state-error\"");
        assertThat(post(1, Map.of("consent", List.of("agreed"), "phq9-1", List.of("several-days"))))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Something was sent that this page does not ask");
    }

    @Test
    void a_page_saved_elsewhere_in_between_asks_and_then_obeys() {
        post(4, Map.of("state", List.of("IL"), "languages", List.of("en")));
        assertThat(post(4, Map.of("state", List.of("WI"), "languages", List.of("en"))))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("changed somewhere else", "Illinois", "Save what I entered below instead")
                .contains("name=\"_version\" value=\"1\"");
        assertThat(actors.stored(inquiry).answers().to("state")).containsExactly("IL");
        assertThat(post(4, Map.of("state", List.of("MI"), "languages", List.of("en"), "_version", List.of("abc"))))
                .as("what is no version can overwrite nothing")
                .hasStatus(HttpStatus.CONFLICT);
        assertThat(post(CRISIS_PAGE, Map.of("phq9-9", List.of("several-days"), "_version", List.of("abc"))))
                .bodyText()
                .contains("tel:988", "is being told");
        assertThat(actors.stored(inquiry).concerns().all()).hasSize(1);
        assertThat(post(4, Map.of("state", List.of("WI"), "languages", List.of("en"), "_version", List.of("1"))))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(actors.stored(inquiry).answers().to("state")).containsExactly("WI");
    }

    @Test
    void what_is_missing_at_the_end_is_named_with_links() {
        post(1, IntakeFixture.answers().getOrDefault(1, Map.of()));
        assertThat(submit(1))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("still missing", "/pages/4#state\"", "/pages/8#phq9-9\"");
        assertThat(actors.stored(inquiry).state()).isInstanceOf(ResponseState.InProgress.class);
    }

    @Test
    void answers_that_changed_since_the_check_page_are_shown_again() {
        IntakeFixture.answers().forEach(this::post);
        assertThat(submit(3)).hasStatus(HttpStatus.CONFLICT).bodyText().contains("Your answers have changed");
        assertThat(events(ResponseEvent.ResponseSubmitted.class)).isEmpty();
    }

    @Test
    void only_a_whole_link_of_ours_in_time_opens_anything() {
        int flip = token.length() / 2;
        String flipped = token.substring(0, flip) + (token.charAt(flip) == 'A' ? 'B' : 'A') + token.substring(flip + 1);
        String otherPurpose = actors.links().sign("manage-call", inquiry.toString(), IntakeFixture.NOW.plusSeconds(60));
        String noInquiry = actors.links().sign("intake", "nobody", IntakeFixture.NOW.plusSeconds(60));
        for (String wrong : List.of(flipped, token.substring(0, token.length() - 3), otherPurpose, noInquiry, "x")) {
            assertThat(mvc.get().uri("/intake/" + wrong).exchange()).hasStatus(HttpStatus.NOT_FOUND);
            assertThat(mvc.get().uri("/intake/" + wrong + "/pages/1").exchange())
                    .hasStatus(HttpStatus.NOT_FOUND);
            assertThat(mvc.get().uri("/intake/" + wrong + "/crisis").exchange()).hasStatus(HttpStatus.NOT_FOUND);
        }
        actors.clock().advance(Duration.ofDays(30));
        assertThat(get("?lang=en"))
                .hasStatus(HttpStatus.GONE)
                .bodyText()
                .contains("This link has expired", "Please call us", "(312) 555-0142");
        assertThat(get("?lang=es")).bodyText().contains("Este enlace ha caducado");
    }

    @Test
    void a_browser_that_lost_its_cookies_loses_no_answers_and_keeps_no_pages() {
        assertThat(mvc.post().uri(path("/pages/1")).param("consent", "agreed").exchange())
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(get("/pages/1").getResponse().getHeader("Cache-Control")).contains("no-store");
        assertThat(get("/pages/1").getResponse().getHeader("Referrer-Policy")).isEqualTo("no-referrer");
    }

    private MvcTestResult get(String rest) {
        return mvc.get().uri(path(rest)).exchange();
    }

    private MvcTestResult post(int page, Map<String, List<String>> fields) {
        var request = mvc.post().uri(path("/pages/" + page)).with(csrf());
        fields.forEach((name, values) -> request.param(name, values.toArray(String[]::new)));
        return request.exchange();
    }

    private MvcTestResult submit(int version) {
        return mvc.post()
                .uri(path("/submission"))
                .param("_version", Integer.toString(version))
                .param("_consent", "1.0.0")
                .param("_signer", "Ana Ruiz")
                .param("_relationship", "SELF")
                .with(csrf())
                .exchange();
    }

    private <E extends ResponseEvent> List<E> events(Class<E> type) {
        return actors.store().events().stream()
                .filter(event -> event.inquiryId().equals(inquiry))
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private String path(String rest) {
        return "/intake/" + token + rest;
    }
}
