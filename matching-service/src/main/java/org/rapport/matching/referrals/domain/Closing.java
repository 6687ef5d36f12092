package org.rapport.matching.referrals.domain;

import java.time.Instant;
import java.util.UUID;

/** That a referral ended, who said so and why. */
public record Closing(CloseReason reason, UUID by, Instant at) {}
