package org.rapport.matching.roster.domain;

import org.jspecify.annotations.Nullable;

/**
 * What a session costs who pays for it themselves.
 *
 * @param lowest the lower end of a sliding scale; absent without one
 */
public record Fee(Money standard, @Nullable Money lowest) {
    public Fee {
        if (lowest != null && !standard.isMoreThan(lowest)) {
            throw new IllegalArgumentException("a sliding scale ends below the standard fee");
        }
    }

    /** The least this therapist can ask of somebody who cannot pay more. */
    public Money least() {
        return lowest == null ? standard : lowest;
    }
}
