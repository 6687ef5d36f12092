package org.rapport.matching.referrals.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a coordinator has to see to besides finding a therapist.
 *
 * @param key the same need has the same key, so that it is opened once
 * @param details codes to fill into the sentence
 * @param doneBy absent when it ended by itself
 */
public record Task(
        String key,
        Kind kind,
        List<String> details,
        Instant openedAt,
        @Nullable Instant doneAt,
        @Nullable UUID doneBy) {
    public enum Kind {
        /** The therapist may soon no longer see somebody who is where this person is. */
        LICENCE_ENDS
    }

    public Task {
        details = List.copyOf(details);
    }

    public boolean isOpen() {
        return doneAt == null;
    }

    Task done(Instant at, @Nullable UUID by) {
        return new Task(key, kind, details, openedAt, at, by);
    }
}
