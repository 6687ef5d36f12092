package org.rapport.booking.calls.domain;

/** A rule, and what it said of one start. */
public record AskedRule(NotOpen rule, Answer answer) {

    public enum Answer {
        KEPT,
        BROKEN,
        /** A rule before it was broken. */
        NOT_ASKED
    }
}
