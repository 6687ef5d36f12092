package org.rapport.intake.responses.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.intake.StartedIntake;
import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.questionnaires.domain.Language;
import org.rapport.intake.questionnaires.domain.Packet;
import org.rapport.intake.questionnaires.domain.Questionnaires;
import org.rapport.intake.responses.application.SavePage;
import org.rapport.intake.responses.application.SavePageHandler;
import org.rapport.intake.responses.domain.AnswersOutOfReach;
import org.rapport.intake.responses.domain.Called;
import org.rapport.intake.responses.domain.Change;
import org.rapport.intake.responses.domain.Response;
import org.rapport.intake.responses.domain.ResponseId;
import org.rapport.intake.responses.domain.Responses;
import org.rapport.intake.responses.domain.SafetyConcern;
import org.rapport.testkit.TestServers;
import org.rapport.web.SignedLinks;
import org.springframework.context.ConfigurableApplicationContext;

/** From the derived master key to one of a KMS, and what still happens while that is away. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ChangedMasterKeyIT {
    private static final String KMS = "sample-kms://keys/answers";
    private static final String ALARM = "phq9-7=not-at-all&phq9-8=not-at-all&phq9-9=several-days";

    private final String database = TestServers.freshDatabase();
    private final UUID inquiry = UUID.randomUUID();
    private final ResponseId id = ResponseId.of(inquiry);

    @AfterEach
    void comeBack() {
        SampleKms.goAway(false);
    }

    @Test
    void a_practice_leaves_the_derived_key_and_while_its_kms_is_away_danger_still_calls_somebody() throws Exception {
        try (ConfigurableApplicationContext derived = start(Map.of())) {
            answer(derived);
        }
        Document wrapped = storedKey();
        try (ConfigurableApplicationContext both =
                start(Map.of("RAPPORT_INTAKE_MASTER_KEY", KMS, "RAPPORT_INTAKE_FORMER_MASTER_KEY", "derived"))) {
            assertThat(answersIn(both)).containsExactly("grief");
            await().atMost(Duration.ofSeconds(20)).until(() -> !storedKey().equals(wrapped));
        }
        SampleKms.goAway(true);
        try (ConfigurableApplicationContext alone =
                start(Map.of("RAPPORT_INTAKE_MASTER_KEY", KMS, "RAPPORT_INTAKE_ESCALATE_AFTER", "1s"))) {
            Responses responses = alone.getBean(Responses.class);
            assertThatExceptionOfType(AnswersOutOfReach.class).isThrownBy(() -> responses.find(id));
            HttpResponse<String> page = post(alone, ALARM);
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body()).contains("tel:988");
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(
                                    responses.watch(id).orElseThrow().concerns().all())
                            .singleElement()
                            .satisfies(concern -> {
                                assertThat(concern.code()).isEqualTo(SafetyConcern.NOT_READ);
                                assertThat(concern.escalations()).isPositive();
                            }));
            SampleKms.goAway(false);
            assertThat(answersIn(alone)).containsExactly("grief");
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(
                                    responses.find(id).orElseThrow().concerns().all())
                            .extracting(SafetyConcern::code)
                            .contains("phq-9-item-9"));
        }
    }

    private ConfigurableApplicationContext start(Map<String, String> settings) {
        return StartedIntake.start(TestServers.store(), TestServers.broker(), database, StartedIntake.SECRET, settings);
    }

    /** As it lies in the store. */
    private Document storedKey() {
        try (MongoClient client = MongoClients.create(TestServers.store())) {
            return Objects.requireNonNull(client.getDatabase(database + "intake")
                    .getCollection("keys")
                    .find(Filters.eq("_id", id.toString()))
                    .first());
        }
    }

    private void answer(ConfigurableApplicationContext intake) {
        Packet packet = intake.getBean(Questionnaires.class).current();
        Change sent = Response.send(inquiry, packet, Language.EN, Duration.ofDays(30), Instant.now());
        intake.getBean(Responses.class).save(sent.response(), sent.events());
        intake.getBean(SavePageHandler.class)
                .handle(new SavePage(
                        inquiry,
                        2,
                        0,
                        new Answers(Map.of("concerns", List.of("grief"))),
                        new Called.Everything(),
                        Language.EN,
                        null));
    }

    private List<String> answersIn(ConfigurableApplicationContext intake) {
        return intake.getBean(Responses.class).find(id).orElseThrow().answers().to("concerns");
    }

    private HttpResponse<String> post(ConfigurableApplicationContext intake, String form) throws Exception {
        String link = "http://localhost:" + intake.getEnvironment().getProperty("local.server.port") + "/intake/"
                + intake.getBean(SignedLinks.class)
                        .sign("intake", inquiry.toString(), Instant.now().plusSeconds(3600));
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(link + "/pages/8"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
