package org.rapport.matching.ranking.domain;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Who fits, best first, and who does not; perhaps only the first of each. Having nobody is an answer of its own and never means everybody. */
public sealed interface Ranking {
    /** First who fails the fewest rules, then by id. */
    List<Excluded> excluded();

    /** How many are excluded in all. */
    int out();

    /** @param fitting how many candidates there are in all */
    record Ranked(List<Candidate> candidates, int fitting, List<Excluded> excluded, int out) implements Ranking {
        public Ranked {
            candidates = List.copyOf(candidates);
            excluded = List.copyOf(excluded);
            if (fitting == 0) {
                throw new IllegalArgumentException("without a candidate it is NobodyFits");
            }
        }
    }

    /** @param reasons how many therapists each rule keeps out; one therapist may count under several */
    record NobodyFits(List<Excluded> excluded, int out, Map<Rule, Integer> reasons) implements Ranking {
        public NobodyFits {
            excluded = List.copyOf(excluded);
            Map<Rule, Integer> inOrder = new EnumMap<>(Rule.class);
            inOrder.putAll(reasons);
            reasons = Collections.unmodifiableMap(inOrder);
        }
    }
}
