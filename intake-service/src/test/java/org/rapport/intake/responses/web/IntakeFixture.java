package org.rapport.intake.responses.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rapport.intake.IntakeConfiguration;
import org.rapport.intake.questionnaires.domain.Questionnaires;
import org.rapport.intake.questionnaires.fhir.QuestionnaireFiles;
import org.rapport.intake.responses.application.AcknowledgeConcernHandler;
import org.rapport.intake.responses.application.AmendResponseHandler;
import org.rapport.intake.responses.application.CrisisCheck;
import org.rapport.intake.responses.application.EraseAnswersHandler;
import org.rapport.intake.responses.application.HeedLatePageHandler;
import org.rapport.intake.responses.application.OpenResponseHandler;
import org.rapport.intake.responses.application.RaiseUnreadConcernHandler;
import org.rapport.intake.responses.application.ReadResponseHandler;
import org.rapport.intake.responses.application.ResendQuestionnaireHandler;
import org.rapport.intake.responses.application.ResponseExport;
import org.rapport.intake.responses.application.SavePageHandler;
import org.rapport.intake.responses.application.ScoreLines;
import org.rapport.intake.responses.application.SubmitResponseHandler;
import org.rapport.intake.responses.domain.AnswersOutOfReach;
import org.rapport.intake.responses.domain.Consents;
import org.rapport.intake.responses.domain.InMemoryResponses;
import org.rapport.intake.responses.domain.Response;
import org.rapport.intake.responses.domain.ResponseId;
import org.rapport.intake.responses.domain.Responses;
import org.rapport.intake.responses.fhir.FhirExport;
import org.rapport.intake.responses.files.ConsentFiles;
import org.rapport.testkit.SettableClock;
import org.rapport.web.SignedLinks;
import org.rapport.web.Staff;
import org.rapport.web.StaffRole;
import org.rapport.web.StaffTokens;
import org.rapport.web.StoreFaults;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The pages and the API over a fake store, with what a test needs to hold a link or to be somebody. */
@EnableAutoConfiguration(
        excludeName = {
            "org.rapport.delivery.DeliveryAutoConfiguration",
            "org.springframework.cloud.stream.config.BindingServiceConfiguration",
            "org.springframework.cloud.stream.function.FunctionConfiguration"
        })
@Import({
    IntakeConfiguration.class,
    IntakeLinks.class,
    LatePages.class,
    AnswerProblems.class,
    PageForms.class,
    PreviewPages.class,
    CrisisFirst.class,
    IntakePages.class,
    AmendmentPages.class,
    RevisionViews.class,
    IntakeController.class,
    StaffResponsePages.class,
    StaffResponseController.class,
    ExportController.class
})
class IntakeFixture {
    static final String SECRET = "rapport.secret=0123456789abcdef0123456789abcdef";
    static final String NAME = "spring.application.name=intake";
    static final String MESSAGES = "rapport.web.messages=messages/intake";
    static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
    static final Staff MAYA = new Staff(
            UUID.fromString("c0000000-0000-4000-8000-000000000001"), "Maya Thompson", Set.of(StaffRole.COORDINATOR));
    static final Staff RUTH = new Staff(
            UUID.fromString("c0000000-0000-4000-8000-000000000003"), "Ruth Abrams", Set.of(StaffRole.COORDINATOR));
    static final Staff OLIVIA = new Staff(
            UUID.fromString("b0000000-0000-4000-8000-000000000001"), "Olivia Grant", Set.of(StaffRole.ADMINISTRATOR));
    static final Staff GRACE = new Staff(
            UUID.fromString("a0000000-0000-4000-8000-000000000001"), "Grace Okafor", Set.of(StaffRole.THERAPIST));
    static final int CRISIS_PAGE = 8;

    /** Makes links and staff tokens, and looks into the store. */
    record Actors(SignedLinks links, StaffTokens tokens, InMemoryResponses store, SettableClock clock) {
        String link(UUID inquiry) {
            return links.sign("intake", inquiry.toString(), clock.instant().plus(Duration.ofDays(30)));
        }

        String bearer(Staff staff) {
            return "Bearer " + tokens.mint(staff, Duration.ofMinutes(5));
        }

        String service() {
            return "Bearer " + tokens.forService("matching");
        }

        Response stored(UUID inquiry) {
            return store.find(ResponseId.of(inquiry)).orElseThrow();
        }
    }

    /** Answers to every page, by page number; nothing in them is alarming. */
    static Map<Integer, Map<String, List<String>>> answers() {
        Map<Integer, Map<String, List<String>>> pages = new LinkedHashMap<>();
        pages.put(1, Map.of("consent", List.of("agreed")));
        pages.put(2, Map.of("concerns", List.of("grief", "stress"), "own-words", List.of("<b>Since the summer</b>")));
        pages.put(3, Map.of("format", List.of("INDIVIDUAL"), "modalities", List.of("relational")));
        pages.put(4, Map.of("state", List.of("IL"), "languages", List.of("en", "es")));
        pages.put(5, Map.of("availability", List.of("EVENING"), "payment", List.of("BCBS")));
        pages.put(6, all("several-days", "phq9-1", "phq9-2", "phq9-3"));
        pages.put(7, all("several-days", "phq9-4", "phq9-5", "phq9-6"));
        pages.put(CRISIS_PAGE, all("not-at-all", "phq9-7", "phq9-8", "phq9-9"));
        pages.put(9, all("nearly-every-day", "gad7-1", "gad7-2", "gad7-3", "gad7-4"));
        pages.put(10, all("not-at-all", "gad7-5", "gad7-6", "gad7-7"));
        return pages;
    }

    static Map<String, List<String>> all(String answer, String... linkIds) {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        for (String linkId : linkIds) {
            answers.put(linkId, List.of(answer));
        }
        return answers;
    }

    @Bean
    SettableClock clock() {
        return SettableClock.at(NOW);
    }

    @Bean
    InMemoryResponses responses() {
        return new InMemoryResponses();
    }

    @Bean
    Questionnaires questionnaires() {
        return QuestionnaireFiles.shipped();
    }

    @Bean
    Actors actors(SignedLinks links, StaffTokens tokens, InMemoryResponses store, SettableClock clock) {
        return new Actors(links, tokens, store, clock);
    }

    @Bean
    OpenResponseHandler openResponse(Responses responses, Questionnaires questionnaires, Clock clock) {
        return new OpenResponseHandler(responses, questionnaires, clock, Duration.ofDays(30));
    }

    @Bean
    SavePageHandler savePage(Responses responses, Questionnaires questionnaires, Clock clock) {
        return new SavePageHandler(responses, questionnaires, clock);
    }

    @Bean
    RaiseUnreadConcernHandler raiseUnreadConcern(Responses responses, Clock clock) {
        return new RaiseUnreadConcernHandler(responses, clock);
    }

    @Bean
    HeedLatePageHandler heedLatePage(Responses responses, Questionnaires questionnaires, Clock clock) {
        return new HeedLatePageHandler(responses, questionnaires, clock);
    }

    @Bean
    Consents consents() {
        return new ConsentFiles();
    }

    @Bean
    SubmitResponseHandler submitResponse(
            Responses responses, Questionnaires questionnaires, Consents consents, Clock clock) {
        return new SubmitResponseHandler(responses, questionnaires, consents, clock);
    }

    @Bean
    ResendQuestionnaireHandler resendQuestionnaire(Responses responses, Clock clock) {
        return new ResendQuestionnaireHandler(responses, clock, Duration.ofDays(30));
    }

    @Bean
    ResponseExport responseExport() {
        return new FhirExport();
    }

    @Bean
    ScoreLines scoreLines(Responses responses, Questionnaires questionnaires) {
        return new ScoreLines(responses, questionnaires);
    }

    @Bean
    EraseAnswersHandler eraseAnswers(Responses responses) {
        return new EraseAnswersHandler(responses);
    }

    @Bean
    AmendResponseHandler amendResponse(Responses responses, Clock clock) {
        return new AmendResponseHandler(responses, clock);
    }

    @Bean
    AcknowledgeConcernHandler acknowledgeConcern(Responses responses, Clock clock) {
        return new AcknowledgeConcernHandler(responses, clock);
    }

    @Bean
    ReadResponseHandler readResponse(Responses responses, Questionnaires questionnaires) {
        return new ReadResponseHandler(responses, questionnaires);
    }

    @Bean
    CrisisCheck crisisCheck(Questionnaires questionnaires) {
        return new CrisisCheck(questionnaires);
    }

    @Bean
    StoreFaults fakeStoreFaults() {
        return new StoreFaults(List.of(InMemoryResponses.Down.class, AnswersOutOfReach.class));
    }
}
