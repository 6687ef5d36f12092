package org.rapport.intake.questionnaires.domain;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Answers by the key of their {@link Place}: the codes chosen, or what was written, as {@link QuestionType} keeps it. A
 * question without an answer has no entry.
 */
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

    /** These answers, with others in place of those under the same keys. */
    public Answers with(Map<String, List<String>> others) {
        Map<String, List<String>> merged = new HashMap<>(byQuestion);
        merged.putAll(others);
        return new Answers(merged);
    }

    public Answers only(Predicate<String> keys) {
        return without(keys.negate());
    }

    public Answers without(Predicate<String> keys) {
        Map<String, List<String>> left = new HashMap<>(byQuestion);
        left.keySet().removeIf(keys);
        return new Answers(left);
    }
}
