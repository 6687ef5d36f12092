package org.rapport.intake.questionnaires.domain;

import java.util.Objects;

/** A published range of totals, both ends included. */
public record Band(int from, int to, String code, Wording title, Priority priority) {
    public Band {
        Objects.requireNonNull(code, "a band has a code");
        Objects.requireNonNull(priority, "a band has a priority");
    }

    boolean contains(int total) {
        return from <= total && total <= to;
    }
}
