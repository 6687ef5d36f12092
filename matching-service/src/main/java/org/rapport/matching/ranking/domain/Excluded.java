package org.rapport.matching.ranking.domain;

import java.util.List;
import org.rapport.matching.roster.domain.Therapist;

/**
 * A therapist who may not be offered to.
 *
 * @param failures every rule that fails now
 * @param change the fewest changes that would let the therapist in, each by the failure it ends; may name one that only comes with
 *     waiting
 */
public record Excluded(Therapist therapist, List<Failure> failures, List<Failure> change) {
    public Excluded {
        failures = List.copyOf(failures);
        change = List.copyOf(change);
        if (failures.isEmpty()) {
            throw new IllegalArgumentException("nobody is excluded without a rule");
        }
    }
}
