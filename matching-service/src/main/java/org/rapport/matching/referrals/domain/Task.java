package org.rapport.matching.referrals.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
        LICENCE_ENDS,
        /** The person of a closed referral gave a sign: somebody looks at it and opens it again, or leaves it. */
        CAME_BACK,
        /** The person says it is not right with the therapist: somebody talks with them, and with both about what can be mended. */
        FIT_NOT_RIGHT;

        /** As it stands on the wire, for example {@code licence-ends}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether the practice owes the person an answer, within the time of the queue; else the task has a day of its own. */
        boolean hasClock() {
            return this != LICENCE_ENDS;
        }

        /** Whether it is about the therapist whom the person has. */
        boolean endsWithMatch() {
            return this != CAME_BACK;
        }
    }

    public Task {
        details = List.copyOf(details);
    }

    public boolean isOpen() {
        return doneAt == null;
    }

    /** The day after which the therapist may not go on; absent for another kind, and when nothing lets them go on now. */
    Optional<LocalDate> lastDay() {
        return kind == Kind.LICENCE_ENDS && !details.getLast().isEmpty()
                ? Optional.of(LocalDate.parse(details.getLast()))
                : Optional.empty();
    }

    /** Nothing to open: it is open, or somebody did it. */
    boolean isSettled() {
        return isOpen() || doneBy != null;
    }

    Task done(Instant at, @Nullable UUID by) {
        return new Task(key, kind, details, openedAt, at, by);
    }
}
