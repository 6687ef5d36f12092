package org.rapport.matching.referrals.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A safety concern. Raising and acknowledging may arrive in either order. */
public record Concern(
        UUID concernId,
        @Nullable Instant raisedAt,
        @Nullable Instant acknowledgedAt,
        @Nullable UUID acknowledgedBy) {
    public boolean isOpen() {
        return acknowledgedAt == null;
    }
}
