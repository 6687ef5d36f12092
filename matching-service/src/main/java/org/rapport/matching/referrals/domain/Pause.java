package org.rapport.matching.referrals.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which the person, not the practice, was due.
 *
 * @param to absent while it lasts
 */
public record Pause(Instant from, @Nullable Instant to) {
    boolean isOpen() {
        return to == null;
    }
}
