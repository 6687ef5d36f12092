package org.rapport.notification.messages.guard;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import org.rapport.notification.messages.application.Carrier;

/**
 * A carrier whose provider is left alone for a while after it failed again and again. A refusal is no failure: it is an answer.
 * Nor is a message that cannot be composed: the provider was not asked.
 */
public final class GuardedCarrier implements Carrier {
    private final Carrier carrier;
    private final CircuitBreaker breaker;

    public GuardedCarrier(String provider, Carrier carrier, Duration rest) {
        this.carrier = carrier;
        this.breaker = CircuitBreaker.of(
                provider,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(10)
                        .minimumNumberOfCalls(5)
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(rest)
                        .permittedNumberOfCallsInHalfOpenState(2)
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
            return breaker.executeSupplier(composed::hand);
        } catch (CallNotPermittedException _) {
            return Handover.UNREACHABLE;
        }
    }
}
