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
    /** So many at most after one match. */
    static final int MOST = 100;

    public FitChecks {
        after = List.copyOf(after);
        if (after.size() > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " fit checks after a match");
        }
        if (after.stream().anyMatch(pause -> !pause.isPositive()) || !validFor.isPositive()) {
            throw new IllegalArgumentException("a fit check comes after the match and can be answered");
        }
    }

    /** The number of the first check of a match: the offers are numbered, so no two matches of a person share one. */
    static int first(Offer accepted) {
        return (accepted.number() - 1) * MOST + 1;
    }

    /** The check of that number; empty when there are no more after this match. */
    Optional<FitCheck> plan(int number, Offer accepted, Instant matchedAt) {
        int time = number - first(accepted);
        return time < 0 || time >= after.size()
                ? Optional.empty()
                : Optional.of(new FitCheck(number, matchedAt.plus(after.get(time)), null, null));
    }
}
