package org.rapport.matching.ranking.domain;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import java.util.Comparator;

/**
 * Somebody who passes every rule, and the points without their reasons. In order: most points first; equal points: least recently
 * offered, never offered before all; then the id.
 */
public record Fit(Practitioner practitioner, int points) implements Comparable<Fit> {
    private static final Comparator<Fit> BEST_FIRST = comparingInt(Fit::points)
            .reversed()
            .thenComparing(fit -> fit.practitioner().lastOffered(), nullsFirst(naturalOrder()))
            .thenComparing(comparing(fit -> fit.practitioner().therapist().id()));

    @Override
    public int compareTo(Fit other) {
        return BEST_FIRST.compare(this, other);
    }
}
