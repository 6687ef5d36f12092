package org.rapport.intake.responses.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody of the staff who filled in a page for the person.
 *
 * @param page number of the page, from 1; 0 for sending everything in
 */
public record Scribe(int page, UUID staffId, String name, Instant at) {
    /** The page of what sends everything in. */
    public static final int SUBMISSION = 0;

    public Scribe {
        if (name.isBlank()) {
            throw new IllegalArgumentException("only a named person fills in for another");
        }
    }
}
