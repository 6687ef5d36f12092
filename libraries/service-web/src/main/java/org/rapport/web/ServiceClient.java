package org.rapport.web;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Asks one other service. Path templates have places such as {@code /api/booking/inquiries/{id}}. Reading is tried again, writing never:
 * whoever posts must know that the answer, not the effect, can be lost.
 */
public final class ServiceClient {
    private final String service;
    private final RestClient http;
    private final Supplier<String> token;
    private final CircuitBreaker breaker;
    private final Retry retry;

    ServiceClient(String service, RestClient http, Supplier<String> token, CircuitBreaker breaker, Retry retry) {
        this.service = service;
        this.http = http;
        this.token = token;
        this.breaker = breaker;
        this.retry = retry;
    }

    /** The answer; anything but a good one, 404 included, is {@link ServiceUnavailable}. */
    public <T> T get(String path, Class<T> type, Object... variables) {
        return read(path, type, variables)
                .orElseThrow(() -> new ServiceUnavailable(service, "nothing at " + path, null));
    }

    /** The answer, or empty if the other service says there is no such thing. */
    public <T> Optional<T> find(String path, Class<T> type, Object... variables) {
        return read(path, type, variables);
    }

    /** Posts JSON (or nothing, when the body is null) and reads the answer. */
    public <T> T post(String path, @Nullable Object body, Class<T> type, Object... variables) {
        return guarded(
                        "POST " + path,
                        () -> Optional.ofNullable(
                                exchange(path, body, variables).body(type)))
                .orElseThrow(() -> new ServiceUnavailable(service, "an empty answer to POST " + path, null));
    }

    /** Posts JSON (or nothing) where no answer is expected. */
    public void post(String path, @Nullable Object body, Object... variables) {
        guarded("POST " + path, () -> exchange(path, body, variables).toBodilessEntity());
    }

    private <T> Optional<T> read(String path, Class<T> type, Object... variables) {
        Supplier<Optional<T>> once = () -> {
            try {
                return Optional.ofNullable(http.get()
                        .uri(path, variables)
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + token.get())
                        .accept(MediaType.APPLICATION_JSON)
                        .retrieve()
                        .body(type));
            } catch (HttpClientErrorException.NotFound e) {
                return Optional.empty();
            }
        };
        return guarded("GET " + path, Retry.decorateSupplier(retry, once));
    }

    private RestClient.ResponseSpec exchange(String path, @Nullable Object body, Object... variables) {
        RestClient.RequestBodySpec request = http.post()
                .uri(path, variables)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token.get())
                .accept(MediaType.APPLICATION_JSON);
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        return request.retrieve();
    }

    /** The breaker sits outside the retry: one question that failed three times counts once. */
    private <T> T guarded(String what, Supplier<T> question) {
        try {
            return breaker.executeSupplier(question);
        } catch (RestClientException | CallNotPermittedException e) {
            throw new ServiceUnavailable(service, what, e);
        }
    }
}
