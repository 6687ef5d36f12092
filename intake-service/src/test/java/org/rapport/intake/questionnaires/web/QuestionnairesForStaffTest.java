package org.rapport.intake.questionnaires.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapport.intake.IntakeConfiguration;
import org.rapport.intake.questionnaires.application.KnownQuestionnaires;
import org.rapport.intake.questionnaires.application.QuestionnaireLibrary;
import org.rapport.intake.questionnaires.domain.InMemoryLibrary;
import org.rapport.intake.questionnaires.fhir.QuestionnaireFiles;
import org.rapport.intake.questionnaires.fhir.SmallForm;
import org.rapport.testkit.SettableClock;
import org.rapport.web.Staff;
import org.rapport.web.StaffRole;
import org.rapport.web.StaffTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Upload, publish and retire, by page and by API, and who may. */
@SpringBootTest(
        classes = QuestionnairesForStaffTest.Fixture.class,
        properties = {
            "rapport.secret=0123456789abcdef0123456789abcdef",
            "spring.application.name=intake",
            "spring.servlet.multipart.enabled=true",
            "rapport.web.messages=messages/intake"
        })
@AutoConfigureMockMvc
@DisplayNameGeneration(ReplaceUnderscores.class)
class QuestionnairesForStaffTest {
    private static final String API = "/api/intake/questionnaires";
    private static final String PAGE = "/staff/questionnaires";
    private static final String FORM = "https://p.example/form";

    /** The staff side over a fake store. */
    @EnableAutoConfiguration(
            excludeName = {
                "org.rapport.delivery.DeliveryAutoConfiguration",
                "org.springframework.cloud.stream.config.BindingServiceConfiguration",
                "org.springframework.cloud.stream.function.FunctionConfiguration"
            })
    @Import({IntakeConfiguration.class, QuestionnairePages.class, QuestionnaireController.class})
    static class Fixture {
        @Bean
        SettableClock clock() {
            return SettableClock.at(Instant.parse("2026-11-22T15:00:00Z"));
        }

        @Bean
        InMemoryLibrary library() {
            return new InMemoryLibrary();
        }

        @Bean
        QuestionnaireLibrary questionnaireLibrary(InMemoryLibrary library, Clock clock) {
            KnownQuestionnaires known =
                    new KnownQuestionnaires(QuestionnaireFiles.shipped(), library, QuestionnaireFiles::readUpload);
            return new QuestionnaireLibrary(known, library, QuestionnaireFiles::readUpload, clock);
        }
    }

    private final MockMvcTester mvc;
    private final StaffTokens tokens;
    private final String url = FORM + "/" + UUID.randomUUID();
    private String administrator = "";

    @Autowired
    QuestionnairesForStaffTest(MockMvcTester mvc, StaffTokens tokens) {
        this.mvc = mvc;
        this.tokens = tokens;
    }

    @BeforeEach
    void sign_in() {
        administrator = bearer(StaffRole.ADMINISTRATOR);
    }

    @Test
    void an_upload_is_listed_as_a_draft_with_what_it_lacks() {
        MvcTestResult uploaded = upload(SmallForm.item("hours", "integer"));
        assertThat(uploaded).hasStatus(HttpStatus.CREATED);
        assertThat(uploaded)
                .bodyJson()
                .extractingPath("$.gaps[?(@.linkId == 'hours')].problem")
                .asArray()
                .containsExactly("has no Spanish text");
        assertThat(get(API, administrator))
                .bodyJson()
                .extractingPath("$[?(@.url == '" + url + "')].status")
                .asArray()
                .containsExactly("DRAFT");
        assertThat(get(PAGE, administrator)).bodyText().contains("Form", "words lacking", "Olivia Grant");
    }

    @Test
    void what_cannot_be_shown_is_refused_with_every_fault() {
        MvcTestResult refused = upload(SmallForm.item("photo", "attachment"), SmallForm.item("a b", "string"));
        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(refused).bodyJson().extractingPath("$.code").isEqualTo("questionnaire-refused");
        assertThat(refused)
                .bodyJson()
                .extractingPath("$.errors[*].field")
                .asArray()
                .contains("photo", "a b");
        assertThat(get(API, administrator)).bodyText().doesNotContain(url);
    }

    @Test
    void a_version_is_taken_once_and_for_all() {
        upload(SmallForm.item("hours", "integer"));
        assertThat(upload(SmallForm.item("hours", "integer"))).hasStatus(HttpStatus.CREATED);
        MvcTestResult other = upload(SmallForm.item("nights", "integer"));
        assertThat(other).hasStatus(HttpStatus.CONFLICT);
        assertThat(other).bodyJson().extractingPath("$.code").isEqualTo("version-taken");
    }

    @Test
    void a_draft_with_gaps_is_not_published_and_each_gap_is_named() {
        upload(SmallForm.item("hours", "integer"));
        MvcTestResult hindered = post(API + "/publication", key(), administrator);
        assertThat(hindered).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(hindered)
                .bodyJson()
                .extractingPath("$.errors[*].field")
                .asArray()
                .contains("hours");
    }

    @Test
    void what_is_current_can_be_retired_and_published_again() {
        String gad = "{\"url\": \"https://rapport.example/fhir/Questionnaire/gad-7\", \"version\": \"1.0.0\"}";
        assertThat(post(API + "/retirement", gad, administrator)).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(get(API, administrator))
                .bodyJson()
                .extractingPath("$[?(@.url =~ /.*gad-7/)].status")
                .asArray()
                .containsExactly("RETIRED");
        assertThat(post(API + "/publication", gad, administrator)).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(get(API, administrator))
                .bodyJson()
                .extractingPath("$[?(@.url =~ /.*gad-7/)].status")
                .asArray()
                .containsExactly("CURRENT");
        assertThat(post(API + "/publication", key(), administrator)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void a_file_can_be_uploaded_by_page() {
        MvcTestResult uploaded = file(json(SmallForm.item("hours", "integer")));
        assertThat(uploaded).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(uploaded).redirectedUrl().startsWith("/staff/questionnaires/preview?url=https");
        assertThat(file("no json".getBytes(UTF_8)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("role=\"alert\"", "Nothing was uploaded");
        assertThat(file(json(SmallForm.item("photo", "attachment"))))
                .bodyText()
                .contains("<code>photo</code>", "has type attachment");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/intake/questionnaires, 200, 200, 403",
        "POST, /api/intake/questionnaires, 400, 403, 403",
        "POST, /api/intake/questionnaires/publication, 400, 403, 403",
        "POST, /api/intake/questionnaires/retirement, 400, 403, 403",
        "GET, /staff/questionnaires, 200, 200, 403",
        "POST, /staff/questionnaires, 400, 403, 403",
        "POST, /staff/questionnaires/publication, 400, 403, 403",
        "POST, /staff/questionnaires/retirement, 400, 403, 403"
    })
    void who_may(String method, String path, int administrator, int coordinator, int therapist) {
        assertThat(status(method, path, bearer(StaffRole.ADMINISTRATOR))).isEqualTo(administrator);
        assertThat(status(method, path, bearer(StaffRole.COORDINATOR))).isEqualTo(coordinator);
        assertThat(status(method, path, bearer(StaffRole.THERAPIST))).isEqualTo(therapist);
        assertThat(status(method, path, "")).isIn(401, 302, 303);
    }

    private int status(String method, String path, String bearer) {
        return mvc.method(HttpMethod.valueOf(method))
                .uri(path)
                .with(csrf())
                .header("Authorization", bearer)
                .contentType(
                        path.startsWith("/api") ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_FORM_URLENCODED)
                .content("")
                .exchange()
                .getResponse()
                .getStatus();
    }

    private String key() {
        return "{\"url\": \"" + url + "\", \"version\": \"1\"}";
    }

    /** A definition of this test's own. */
    private String mine(String... items) {
        return new String(SmallForm.json(items), UTF_8).replace(FORM, url);
    }

    private byte[] json(String... items) {
        return mine(items).getBytes(UTF_8);
    }

    private MvcTestResult upload(String... items) {
        String definition = mine(items);
        return post(API, "{\"definition\": " + definition + "}", administrator);
    }

    private MvcTestResult file(byte[] content) {
        return mvc.perform(MockMvcRequestBuilders.multipart(PAGE)
                .file(new MockMultipartFile("definition", "form.json", "application/json", content))
                .with(csrf())
                .header("Authorization", administrator));
    }

    private MvcTestResult post(String path, String body, String bearer) {
        return mvc.post()
                .uri(path)
                .header("Authorization", bearer)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult get(String path, String bearer) {
        return mvc.get().uri(path).header("Authorization", bearer).exchange();
    }

    private String bearer(StaffRole role) {
        return "Bearer "
                + tokens.mint(new Staff(UUID.randomUUID(), "Olivia Grant", Set.of(role)), Duration.ofMinutes(5));
    }
}
