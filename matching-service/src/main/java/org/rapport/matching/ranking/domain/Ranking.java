package org.rapport.matching.ranking.domain;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Who fits, best first, and who does not. Having nobody is an answer of its own and never means everybody. */
public sealed interface Ranking {
    /** The nearest first: fewest changes, then by id. */
    List<Excluded> excluded();

    record Ranked(List<Candidate> candidates, List<Excluded> excluded) implements Ranking {
        public Ranked {
            if (candidates.isEmpty()) {
                throw new IllegalArgumentException("without a candidate it is NobodyFits");
            }
        }
    }

    record NobodyFits(List<Excluded> excluded) implements Ranking {
        /** How many therapists each rule keeps out; one therapist may count under several. */
        public Map<Rule, Integer> reasons() {
            Map<Rule, Integer> reasons = new EnumMap<>(Rule.class);
            excluded.stream()
                    .flatMap(therapist -> therapist.failures().stream())
                    .forEach(failure -> reasons.merge(failure.rule(), 1, Integer::sum));
            return reasons;
        }
    }
}
