package org.rapport.matching.ranking.domain;

import java.util.List;
import org.rapport.matching.roster.domain.Therapist;

/**
 * A therapist who may not be offered to, with every rule that fails. All of them must change, so the smallest change is
 * the whole list, and whoever has the shortest list is the nearest.
 */
public record Excluded(Therapist therapist, List<Failure> failures) {
    public Excluded {
        failures = List.copyOf(failures);
        if (failures.isEmpty()) {
            throw new IllegalArgumentException("nobody is excluded without a rule");
        }
    }
}
