package org.rapport.intake.questionnaires.domain;

/** A published range of totals, both ends included. */
public record Band(int from, int to, String code, Wording title, Priority priority) {
    boolean contains(int total) {
        return from <= total && total <= to;
    }
}
