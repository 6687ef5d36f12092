package org.rapport.journeys.kill;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/**
 * Asks as a patient person does: what got no answer, or one of the 5xx, is asked again for a while; a refusal is final, and one
 * that is not expected ends the journey.
 */
final class JsonApi {
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(15);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @param badge of a member of staff; empty for a client */
    record Caller(String badge, String language) {}

    record Answer(int status, JsonNode body) {
        String text(String member) {
            return body.path(member).asString();
        }
    }

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final Duration longest;
    private final AtomicInteger repeats = new AtomicInteger();

    /** @param longest that anything may be asked for again and again */
    JsonApi(Duration longest) {
        this.longest = longest;
    }

    /** How many requests had to be made again. */
    int repeats() {
        return repeats.get();
    }

    Answer get(Caller caller, String url, int... expected) {
        return send("GET", caller, url, null, expected);
    }

    Answer post(Caller caller, String url, Object body, int... expected) {
        return send("POST", caller, url, body, expected);
    }

    Answer put(Caller caller, String url, Object body, int... expected) {
        return send("PUT", caller, url, body, expected);
    }

    private Answer send(String method, Caller caller, String url, @Nullable Object body, int... expected) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(LONGEST_ANSWER)
                .header("Accept-Language", caller.language());
        if (!caller.badge().isEmpty()) {
            request.header("Authorization", "Bearer " + caller.badge());
        }
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
        }
        String what = method + " " + url;
        Optional<Answer> first = attempt(request.build());
        Answer answer = first.orElseGet(() -> until(what, () -> {
            repeats.incrementAndGet();
            return attempt(request.build());
        }));
        if (Arrays.stream(expected).noneMatch(status -> status == answer.status())) {
            throw new AssertionError(what + " answered " + answer.status() + " " + answer.body());
        }
        return answer;
    }

    /** Asks again and again, until there is something. */
    <T> T until(String what, Callable<Optional<T>> question) {
        return await(what)
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(PAUSE)
                .atMost(longest)
                .until(question, Optional::isPresent)
                .orElseThrow();
    }

    private Optional<Answer> attempt(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 500) {
                return Optional.empty();
            }
            String text = response.body();
            return Optional.of(
                    new Answer(response.statusCode(), text.isBlank() ? NullNode.getInstance() : JSON.readTree(text)));
        } catch (IOException unanswered) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
