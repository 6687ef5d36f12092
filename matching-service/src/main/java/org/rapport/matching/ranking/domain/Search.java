package org.rapport.matching.ranking.domain;

import java.util.Set;
import java.util.UUID;

/**
 * What is looked for.
 *
 * @param barred therapists who must not see this person, whatever else they fit; they are in no list and in no count
 */
public record Search(Criteria criteria, Set<UUID> barred) {
    public Search {
        barred = Set.copyOf(barred);
    }

    public static Search of(Criteria criteria) {
        return new Search(criteria, Set.of());
    }
}
