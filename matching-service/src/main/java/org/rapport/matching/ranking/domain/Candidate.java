package org.rapport.matching.ranking.domain;

import java.util.List;
import org.rapport.matching.roster.domain.Therapist;

/**
 * A therapist who passes every rule, with the points that gave the place.
 *
 * @param cautions what the coordinator should know before offering; they cost no points and exclude nobody
 */
public record Candidate(Therapist therapist, List<FactorPoints> factors, List<Reason> cautions, Practitioner asOfNow) {
    public int points() {
        return factors.stream().mapToInt(FactorPoints::points).sum();
    }

    public int outOf() {
        return factors.stream().mapToInt(FactorPoints::outOf).sum();
    }
}
