package org.rapport.matching.ranking.domain;

import java.util.List;

/** Why, as the key of a sentence and what to fill in. */
public record Reason(String code, List<String> arguments) {
    public Reason {
        arguments = List.copyOf(arguments);
    }

    static Reason of(String code, String... arguments) {
        return new Reason(code, List.of(arguments));
    }
}
