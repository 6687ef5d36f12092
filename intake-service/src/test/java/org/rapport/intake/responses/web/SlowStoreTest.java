package org.rapport.intake.responses.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A store slower than the crisis page, behind a real Tomcat, which takes every request back when it has answered it. */
@SpringBootTest(
        classes = IntakeFixture.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {IntakeFixture.SECRET, IntakeFixture.NAME, IntakeFixture.MESSAGES})
@DisplayNameGeneration(ReplaceUnderscores.class)
class SlowStoreTest {
    private static final String ALARM = "phq9-7=not-at-all&phq9-8=not-at-all&phq9-9=several-days";

    private final UUID inquiry = UUID.randomUUID();
    private final HttpClient http = HttpClient.newHttpClient();
    private final IntakeFixture.Actors actors;
    private final int port;

    @Autowired
    SlowStoreTest(IntakeFixture.Actors actors, @LocalServerPort int port) {
        this.actors = actors;
        this.port = port;
    }

    @AfterEach
    void mend() {
        actors.store().slowUntil(new CountDownLatch(0));
    }

    @Test
    void a_concern_is_kept_though_its_request_was_answered_before_the_store_was_read() throws Exception {
        String link = "http://localhost:" + port + "/intake/" + actors.link(inquiry);
        CountDownLatch open = new CountDownLatch(1);
        actors.store().slowUntil(open);
        HttpResponse<String> help = http.send(
                HttpRequest.newBuilder(URI.create(link + "/pages/" + IntakeFixture.CRISIS_PAGE))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(ALARM))
                        .build(),
                HttpResponse.BodyHandlers.ofString(UTF_8));
        assertThat(help.statusCode()).isEqualTo(503);
        assertThat(help.body()).contains("tel:988");
        open.countDown();
        await().atMost(Duration.ofSeconds(10))
                .ignoreExceptions()
                .until(() -> actors.stored(inquiry).concerns().all().size() == 1);
    }
}
