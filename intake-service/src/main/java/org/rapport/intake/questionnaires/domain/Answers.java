package org.rapport.intake.questionnaires.domain;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Answers by linkId: the codes chosen, or one text. A question without an answer has no entry. */
public record Answers(Map<String, List<String>> byQuestion) {
    public Answers {
        Map<String, List<String>> copy = new TreeMap<>();
        byQuestion.forEach((linkId, values) -> {
            if (!values.isEmpty()) {
                copy.put(linkId, List.copyOf(values));
            }
        });
        byQuestion = Collections.unmodifiableMap(copy);
    }

    public static Answers none() {
        return new Answers(Map.of());
    }

    public List<String> to(String linkId) {
        return byQuestion.getOrDefault(linkId, List.of());
    }

    public boolean has(String linkId) {
        return byQuestion.containsKey(linkId);
    }

    /** These answers, with the answers to the given questions replaced by others (or gone, where the others have none). */
    public Answers replacing(Set<String> linkIds, Answers others) {
        Map<String, List<String>> merged = new HashMap<>(byQuestion);
        linkIds.forEach(linkId -> merged.put(linkId, others.to(linkId)));
        return new Answers(merged);
    }

    public Answers only(Set<String> linkIds) {
        return none().replacing(linkIds, this);
    }
}
