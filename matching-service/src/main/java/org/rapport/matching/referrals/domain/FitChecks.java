package org.rapport.matching.referrals.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a matched person is asked how it is.
 *
 * @param after the match, one for each time
 * @param validFor how long each link lasts
 */
public record FitChecks(List<Duration> after, Duration validFor) {
    public FitChecks {
        after = List.copyOf(after);
        if (after.stream().anyMatch(pause -> !pause.isPositive()) || !validFor.isPositive()) {
            throw new IllegalArgumentException("a fit check comes after the match and can be answered");
        }
    }

    /** The check of that number; empty when there are no more. */
    Optional<FitCheck> plan(int number, Instant matchedAt) {
        return number > after.size()
                ? Optional.empty()
                : Optional.of(new FitCheck(number, matchedAt.plus(after.get(number - 1)), null, null));
    }
}
