package org.rapport.web;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/** Clients for the other services, one circuit breaker each; addresses come from {@code rapport.services.<name>}. */
public final class ServiceClients {
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration ANSWER = Duration.ofSeconds(3);
    private static final Duration BREAKER_RESTS = Duration.ofSeconds(5);

    private final String caller;
    private final Map<String, URI> addresses;
    private final StaffTokens tokens;
    private final HttpClient http;
    private final Map<String, ServiceClient> clients = new ConcurrentHashMap<>();

    ServiceClients(String caller, Map<String, URI> addresses, StaffTokens tokens) {
        this.caller = caller;
        this.addresses = Map.copyOf(addresses);
        this.tokens = tokens;
        this.http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
    }

    public ServiceClient to(String service) {
        return clients.computeIfAbsent(service, this::connect);
    }

    private ServiceClient connect(String service) {
        URI address = addresses.get(service);
        if (address == null) {
            throw new IllegalArgumentException("No address: set rapport.services." + service);
        }
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(ANSWER);
        // A mapper of its own: answers may gain members that this release does not know yet.
        JsonMapper tolerant = JsonMapper.builder().build();
        RestClient client = RestClient.builder()
                .baseUrl(address)
                .requestFactory(requests)
                .configureMessageConverters(converters ->
                        converters.disableDefaults().withJsonConverter(new JacksonJsonHttpMessageConverter(tolerant)))
                .build();
        return new ServiceClient(service, client, () -> tokens.forService(caller), breaker(service), retry(service));
    }

    private static CircuitBreaker breaker(String service) {
        return CircuitBreaker.of(
                service,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(10)
                        .minimumNumberOfCalls(5)
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(BREAKER_RESTS)
                        .permittedNumberOfCallsInHalfOpenState(2)
                        // A refusal is an answer: the other side is well.
                        .ignoreExceptions(HttpClientErrorException.class)
                        .build());
    }

    private static Retry retry(String service) {
        return Retry.of(
                service,
                RetryConfig.custom()
                        .maxAttempts(3)
                        .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(Duration.ofMillis(50), 2))
                        .retryExceptions(ResourceAccessException.class, HttpServerErrorException.class)
                        .build());
    }
}
