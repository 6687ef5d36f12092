package org.rapport.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ProblemsTest extends WithSampleApplication {
    private static final String PEOPLE = "/api/sample/people";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"Ann\"|malformed-request",
                "{\"name\":\"Ann\",\"age\":1} true|malformed-request",
                "{\"name\":\"Ann\",\"name\":\"Bob\",\"age\":1}|malformed-request",
                "{\"name\":\"Ann\",\"age\":1,\"zzz\":1}|unknown-field",
                "{\"name\":\"Ann\",\"age\":\"zzz\"}|invalid",
                "{\"name\":\"Ann\",\"age\":NaN}|malformed-request",
                "{\"name\":\"Ann\",\"age\":1e400}|invalid",
                "{\"name\":\"\",\"age\":1}|invalid",
                "{\"name\":\"Ann\",\"age\":null}|invalid",
                "[]|malformed-request",
            })
    void bad_json_is_a_problem_that_repeats_nothing(String body, String code) {
        assertProblem(json(PEOPLE, body), 400, code);
    }

    @Test
    void deep_and_long_json_is_refused() {
        String deep = "{\"name\":\"Ann\",\"age\":1,\"notes\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
        assertProblem(json(PEOPLE, deep), 400, "malformed-request");
        String number = "{\"name\":\"Ann\",\"age\":" + "1".repeat(300) + "}";
        assertThat(json(PEOPLE, number).statusCode()).isEqualTo(400);
        assertProblem(json(PEOPLE, "{\"name\":\"" + "x".repeat(300_000) + "\"}"), 413, "too-large");
        byte[] endless = ("{\"name\":\"Ann\",\"email\":" + " ".repeat(300_000)).getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> chunked = send(
                "POST",
                PEOPLE,
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(endless)),
                "Content-Type",
                "application/json");
        assertProblem(chunked, 413, "too-large");
    }

    @Test
    void fields_are_named_with_words_in_the_language_of_the_request() {
        HttpResponse<String> answer = json(PEOPLE, "{\"name\":\" \",\"age\":1,\"email\":\"zzzzzzzzzzzzzzz\"}");
        assertProblem(answer, 400, "invalid");
        assertThat(answer.body()).contains("\"field\":\"name\"", "must not be blank", "\"field\":\"email\"");
        assertThat(json(PEOPLE, "{\"name\":\" \",\"age\":1}", "Accept-Language", "es")
                        .body())
                .contains("Algunos campos no son correctos", "no debe estar vac");
        assertThat(json(PEOPLE, "{\"name\":\"A\",\"age\":1,\"ids\":{\"Mrs Jones\":\"zzz\"}}")
                        .body())
                .contains("\"field\":\"ids\"")
                .doesNotContain("Jones");
    }

    @Test
    void other_kinds_of_content_methods_and_places_are_problems() {
        assertProblem(post(PEOPLE, "{\"name\":\"Ann\"}", "Content-Type", "text/plain"), 415, "unsupported-media-type");
        assertProblem(
                post(PEOPLE, "name=zzz", "Content-Type", "application/x-www-form-urlencoded"),
                415,
                "unsupported-media-type");
        assertProblem(post(PEOPLE, "name: zzz", "Content-Type", "application/yaml"), 415, "unsupported-media-type");
        assertProblem(get("/api/sample/openings", "Accept", "application/xml"), 406, "not-acceptable");
        HttpResponse<String> wrongMethod = get(PEOPLE);
        assertProblem(wrongMethod, 405, "method-not-allowed");
        assertThat(wrongMethod.headers().firstValue("Allow")).contains("POST");
        assertProblem(get("/api/sample/faults/ids/zzz"), 404, "not-found");
        assertProblem(get("/api/sample/nowhere"), 404, "not-found");
        assertProblem(get("/error"), 404, null);
    }

    @Test
    void an_outage_says_when_to_come_back() {
        for (String kind : new String[] {"store", "service"}) {
            HttpResponse<String> answer = get("/api/sample/faults/" + kind);
            assertProblem(answer, 503, "unavailable");
            assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        }
    }

    @Test
    void a_refusal_speaks_with_the_service_s_own_words() {
        HttpResponse<String> gone = get("/api/sample/faults/refused");
        assertProblem(gone, 410, "sample-gone");
        assertThat(gone.body()).contains("Ask us for a new one.");
        HttpResponse<String> taken = post("/api/sample/refusals", "");
        assertProblem(taken, 409, "slot-taken");
        assertThat(taken.body()).contains("\"alternatives\":[\"later\"]");
    }

    @Test
    void the_unexpected_has_an_id_that_is_in_the_log_and_nothing_of_the_person(CapturedOutput log) {
        HttpResponse<String> answer = get("/api/sample/faults/other");
        assertProblem(answer, 500, "unexpected");
        String id = answer.body().replaceFirst("(?s).*\"id\":\"([0-9a-f]+)\".*", "$1");
        assertThat(log).contains("Fault " + id + " at GET /api/sample/faults/{kind}", "IllegalStateException");
        assertThat(log + answer.body()).doesNotContain("Jones");
    }

    private static void assertProblem(HttpResponse<String> answer, int status, @Nullable String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        if (code != null) {
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.body())
                    .contains("\"type\":\"urn:rapport:problem:" + code + "\"", "\"code\":\"" + code + "\"")
                    .contains("\"status\":" + status, "\"title\"", "\"detail\"");
        }
        assertThat(answer.body()).doesNotContain("zzz", "org.rapport", "Exception", "/api/");
    }
}
