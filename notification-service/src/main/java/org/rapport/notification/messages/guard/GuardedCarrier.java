package org.rapport.notification.messages.guard;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import java.time.Duration;
import org.rapport.notification.messages.application.Carrier;

/**
 * A carrier whose provider is left alone for a while after it failed again and again, and is never asked more often than it
 * takes: what has gathered while it was away goes out in a row, one after the other. A refusal is no failure: it is an answer.
 * Nor is a message that cannot be composed: the provider was not asked.
 */
public final class GuardedCarrier implements Carrier {
    private final Carrier carrier;
    private final CircuitBreaker breaker;
    private final RateLimiter rate;

    /**
     * @param rest how long a provider that keeps failing is left alone
     * @param apart the time between two messages
     * @param wait how long a message may wait for its turn
     */
    public GuardedCarrier(String provider, Carrier carrier, Duration rest, Duration apart, Duration wait) {
        this.carrier = carrier;
        this.rate = RateLimiter.of(
                provider,
                RateLimiterConfig.custom()
                        .limitForPeriod(1)
                        .limitRefreshPeriod(apart)
                        .timeoutDuration(wait)
                        .build());
        this.breaker = CircuitBreaker.of(
                provider,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(10)
                        .minimumNumberOfCalls(5)
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(rest)
                        .permittedNumberOfCallsInHalfOpenState(2)
                        .ignoreExceptions(RequestNotPermitted.class)
                        .recordResult(handover -> handover == Handover.UNREACHABLE || handover == Handover.IN_DOUBT)
                        .build());
    }

    @Override
    public Composed compose(Parcel parcel) {
        Composed composed = carrier.compose(parcel);
        return () -> hand(composed);
    }

    private Handover hand(Composed composed) {
        try {
            return breaker.executeSupplier(RateLimiter.decorateSupplier(rate, composed::hand));
        } catch (CallNotPermittedException | RequestNotPermitted _) {
            return Handover.UNREACHABLE;
        }
    }
}
