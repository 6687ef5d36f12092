package org.rapport.matching.referrals.domain;

import java.util.Set;
import java.util.UUID;

/**
 * A part of all referrals.
 *
 * @param states in one of these
 * @param withCare also, in whatever state, those with a safety concern that nobody has acknowledged or with an open task
 */
public record Selection(Set<ReferralState> states, boolean withCare, Ownership ownership) {
    /** Whose. */
    public sealed interface Ownership {
        record Anyone() implements Ownership {}

        record Nobody() implements Ownership {}

        record Of(UUID coordinatorId) implements Ownership {}

        record AnyOf(Set<UUID> coordinatorIds) implements Ownership {
            public AnyOf {
                coordinatorIds = Set.copyOf(coordinatorIds);
            }
        }
    }

    /** What comes first; then who waits longest, then the id. */
    public enum Order {
        /** {@link Clocks#order}. */
        DUE,
        /** {@link Referral#urgency()}. */
        PRIORITY,
        SINCE
    }

    public Selection {
        states = Set.copyOf(states);
    }
}
