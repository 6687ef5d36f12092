package org.rapport.intake.responses.domain;

import java.util.List;

/** What a decision wants written: the new response with its events, or nothing. */
public record Change(Response response, List<ResponseEvent> events, boolean isWrite) {
    public Change {
        events = List.copyOf(events);
    }

    static Change none(Response response) {
        return new Change(response, List.of(), false);
    }
}
