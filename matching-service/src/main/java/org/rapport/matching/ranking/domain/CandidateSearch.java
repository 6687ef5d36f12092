package org.rapport.matching.ranking.domain;

import java.util.Set;
import java.util.UUID;

/**
 * What is looked for.
 *
 * @param barred therapists who must not see this person, whatever else they fit; they are in no list and in no count
 */
public record CandidateSearch(Criteria criteria, Set<UUID> barred) {
    public CandidateSearch {
        barred = Set.copyOf(barred);
    }

    public static CandidateSearch of(Criteria criteria) {
        return new CandidateSearch(criteria, Set.of());
    }
}
