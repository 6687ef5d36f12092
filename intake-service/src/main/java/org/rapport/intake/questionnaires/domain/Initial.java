package org.rapport.intake.questionnaires.domain;

import java.util.List;

/**
 * Answers a question comes with.
 *
 * @param fixed whether nobody can change them, because the question is read-only or hidden
 */
public record Initial(List<String> values, boolean fixed) {
    public static final Initial NONE = new Initial(List.of(), false);

    public Initial {
        values = List.copyOf(values);
    }
}
