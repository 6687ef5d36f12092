package org.rapport.matching.referrals.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a referral ended, who said so and why.
 *
 * @param consented whether the person agreed that something about them leaves the practice; absent where that was not asked
 */
public record Closing(
        CloseReason reason, UUID by, Instant at, @Nullable Boolean consented) {}
