package org.rapport.matching.directory.domain;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rapport.matching.roster.domain.Vocabulary;

/** What is looked for. An absent facet narrows nothing. */
public record Search(Map<Facet, Set<String>> chosen) {
    public static final Search EVERYBODY = new Search(Map.of());

    public Search {
        chosen = Map.copyOf(chosen);
    }

    /** @param said names and values as they stand in an address */
    public static Search of(Map<String, List<String>> said, Vocabulary vocabulary) {
        Map<Facet, Set<String>> chosen = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            Set<String> values = new LinkedHashSet<>();
            said.getOrDefault(facet.parameter(), List.of())
                    .forEach(value -> facet.meant(value, vocabulary).forEach(values::add));
            if (!values.isEmpty()) {
                chosen.put(facet, Set.copyOf(values));
            }
        }
        return new Search(chosen);
    }

    public Set<String> of(Facet facet) {
        return chosen.getOrDefault(facet, Set.of());
    }

    Search without(Facet facet) {
        return with(facet, Set.of());
    }

    Search with(Facet facet, Set<String> values) {
        Map<Facet, Set<String>> next = new EnumMap<>(Facet.class);
        next.putAll(chosen);
        if (values.isEmpty()) {
            next.remove(facet);
        } else {
            next.put(facet, values);
        }
        return new Search(next);
    }
}
