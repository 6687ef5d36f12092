package org.rapport.intake.questionnaires.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.intake.StartedIntake;
import org.rapport.intake.questionnaires.fhir.SmallForm;
import org.rapport.web.Staff;
import org.rapport.web.StaffRole;
import org.rapport.web.StaffTokens;

/** The upload as a browser sends it: to the real server, with cookies and form token, in parts. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class QuestionnaireUploadIT {
    private static final String PAGE = "/staff/questionnaires";
    private static final String BOUNDARY = "----a-browser-chose-this";
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Staff OLIVIA = new Staff(UUID.randomUUID(), "Olivia Grant", Set.of(StaffRole.ADMINISTRATOR));

    private final HttpClient http = HttpClient.newHttpClient();
    private final String staffCookie = "rapport_staff="
            + StartedIntake.context().getBean(StaffTokens.class).mint(OLIVIA, Duration.ofMinutes(1));

    @Test
    void a_file_arrives_whole_and_becomes_a_draft() throws Exception {
        HttpResponse<String> answer = upload(new String(SmallForm.json(SmallForm.item("q", "string")), UTF_8)
                .replace("p.example", "uploads.example"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains("/staff/questionnaires/preview", "uploads.example"));
        assertThat(get(PAGE).body()).contains("uploads.example");
    }

    @Test
    void a_file_as_large_as_a_body_may_be_is_read_and_a_larger_one_is_called_too_large() throws Exception {
        assertThat(upload(" ".repeat(254_000)).statusCode()).isEqualTo(422);
        assertThat(upload(" ".repeat(300_000)).statusCode()).isEqualTo(413);
    }

    private HttpResponse<String> upload(String definition) throws Exception {
        HttpResponse<String> form = get(PAGE);
        Matcher token = FORM_TOKEN.matcher(form.body());
        assertThat(token.find()).as(form.body()).isTrue();
        String formCookie = form.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("rapport_csrf="))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .findFirst()
                .orElseThrow();
        String body = part("name=\"_csrf\"", token.group(1))
                + part("name=\"definition\"; filename=\"form.json\"\r\nContent-Type: application/json", definition)
                + part("name=\"rules\"; filename=\"\"\r\nContent-Type: application/octet-stream", "")
                + "--" + BOUNDARY + "--\r\n";
        return http.send(
                HttpRequest.newBuilder(URI.create(StartedIntake.url() + PAGE))
                        .header("Cookie", staffCookie + "; " + formCookie)
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    private static String part(String head, String content) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + head + "\r\n\r\n" + content + "\r\n";
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(StartedIntake.url() + path))
                        .header("Cookie", staffCookie)
                        .build(),
                HttpResponse.BodyHandlers.ofString(UTF_8));
    }
}
