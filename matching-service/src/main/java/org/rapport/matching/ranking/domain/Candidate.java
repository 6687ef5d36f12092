package org.rapport.matching.ranking.domain;

import java.util.List;
import org.rapport.matching.roster.domain.Therapist;

/** A therapist who passes every rule, with the points that gave the place. */
public record Candidate(Therapist therapist, List<FactorPoints> factors, Practitioner asOfNow) {
    public int points() {
        return factors.stream().mapToInt(FactorPoints::points).sum();
    }

    public int outOf() {
        return factors.stream().mapToInt(FactorPoints::outOf).sum();
    }
}
