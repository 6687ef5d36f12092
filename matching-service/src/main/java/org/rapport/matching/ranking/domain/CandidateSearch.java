package org.rapport.matching.ranking.domain;

import java.util.Set;
import java.util.UUID;

/**
 * What is looked for.
 *
 * @param barred therapists who are not asked for this person, whatever else they fit: who must not see them and, for a plan, who declined; they are
 *     in no list and in no count
 */
public record CandidateSearch(Criteria criteria, Set<UUID> barred) {
    public CandidateSearch {
        barred = Set.copyOf(barred);
    }

    public static CandidateSearch of(Criteria criteria) {
        return new CandidateSearch(criteria, Set.of());
    }
}
