package org.rapport.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapport.local.front.FrontDoor;
import org.rapport.local.front.Inbox;
import org.springframework.context.ConfigurableApplicationContext;

/** The front door alone, with no service behind it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FrontDoorFaultsTest {
    @Test
    void an_address_nobody_has_is_told_on_a_page_of_ours_and_overlong_headers_without_a_trace(@TempDir Path folder)
            throws IOException, InterruptedException {
        Map<String, String> settings = new HashMap<>(Map.of(
                "rapport.public-url", "http://localhost:8080", "rapport.oidc.client-secret", "a secret of the tests"));
        for (String service : new String[] {"booking", "intake", "matching", "notification"}) {
            settings.put("rapport.services." + service, "http://localhost:1");
        }
        ServiceLauncher launcher = new ServiceLauncher(settings, ShiftedClock.kept(folder.resolve("clock")));
        try (Inbox inbox = Inbox.start(0);
                ConfigurableApplicationContext front = launcher.start(
                        FrontDoor.class,
                        Map.of("server.port", "0", "spring.config.name", "front-door"),
                        beans -> beans.registerBean(Inbox.class, () -> inbox));
                HttpClient http = HttpClient.newHttpClient()) {
            String root = "http://localhost:"
                    + Objects.requireNonNull(front.getEnvironment().getProperty("local.server.port"));
            HttpResponse<String> lost = http.send(
                    HttpRequest.newBuilder(URI.create(root + "/nowhere"))
                            .header("Accept", "text/html")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(lost.statusCode()).isEqualTo(404);
            assertThat(lost.body())
                    .contains(
                            "Page not found",
                            "No encontramos la página",
                            "No hay nada en esta dirección",
                            "/assets/rapport.css",
                            "988")
                    .doesNotContain("Tomcat", "nowhere");
            HttpResponse<String> program = http.send(
                    HttpRequest.newBuilder(URI.create(root + "/api/nowhere")).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(program.statusCode()).isEqualTo(404);
            assertThat(program.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(program.body()).contains("not-found").doesNotContain("nowhere");
            HttpResponse<String> overlong = http.send(
                    HttpRequest.newBuilder(URI.create(root + "/nowhere"))
                            .header("X-Long", "x".repeat(20_000))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(overlong.statusCode()).isEqualTo(400);
            assertThat(overlong.body()).doesNotContain("Tomcat", "at org.apache");
        }
    }
}
