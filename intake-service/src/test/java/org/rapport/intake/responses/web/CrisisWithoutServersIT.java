package org.rapport.intake.responses.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapport.intake.StartedIntake;
import org.rapport.intake.responses.domain.ResponseId;
import org.rapport.intake.responses.domain.Responses;
import org.rapport.testkit.ServerProcess;
import org.rapport.web.SignedLinks;
import org.springframework.context.ConfigurableApplicationContext;

/** Item 9 above 0 while the broker is dead, then the store too; no other service runs at all. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CrisisWithoutServersIT {
    private static final Duration AT_ONCE = Duration.ofSeconds(5);
    private static final String ALARM = "phq9-7=not-at-all&phq9-8=not-at-all&phq9-9=several-days";

    private final UUID inquiry = UUID.randomUUID();
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void help_is_shown_at_once_and_what_could_not_be_saved_can_be_sent_again(@TempDir Path folder) throws Exception {
        try (ServerProcess broker = ServerProcess.broker(folder.resolve("broker"), 0);
                ServerProcess store = ServerProcess.store(folder.resolve("store"), 0);
                ConfigurableApplicationContext intake = StartedIntake.start(store.address(), broker.address())) {
            String link = "http://localhost:" + intake.getEnvironment().getProperty("local.server.port") + "/intake/"
                    + intake.getBean(SignedLinks.class)
                            .sign("intake", inquiry.toString(), Instant.now().plusSeconds(3600));
            assertThat(get(link + "/pages/8").statusCode()).isEqualTo(200);

            broker.kill();
            HttpResponse<String> saved = post(link + "/pages/8", ALARM);
            assertThat(saved.statusCode()).isEqualTo(303);
            assertThat(saved.headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).contains("/crisis"));
            assertThat(get(link + "/crisis?after=8").body()).contains("tel:988", "tel:911");
            assertThat(intake.getBean(Responses.class)
                            .find(ResponseId.of(inquiry))
                            .orElseThrow()
                            .concerns()
                            .all())
                    .hasSize(1);

            store.kill();
            Instant before = Instant.now();
            HttpResponse<String> unsaved = post(link + "/pages/8", ALARM.replace("several-days", "nearly-every-day"));
            assertThat(Duration.between(before, Instant.now())).isLessThan(AT_ONCE);
            assertThat(unsaved.statusCode()).isEqualTo(503);
            assertThat(unsaved.body()).contains("tel:988", "could not be saved", "name=\"phq9-9\"");
            assertThat(get(link + "/crisis?after=8").body()).contains("tel:988");

            int port = URI.create(store.address()).getPort();
            try (ServerProcess again = ServerProcess.store(folder.resolve("store"), port)) {
                assertThat(again.address()).isEqualTo(store.address());
                await().atMost(Duration.ofSeconds(60))
                        .ignoreExceptions()
                        .until(() ->
                                post(link + "/pages/8", ALARM + "&_version=1").statusCode() == 303);
            }
        }
    }

    private HttpResponse<String> get(String url) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    private HttpResponse<String> post(String url, String form) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString(UTF_8));
    }
}
