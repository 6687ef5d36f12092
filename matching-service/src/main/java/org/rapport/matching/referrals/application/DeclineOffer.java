package org.rapport.matching.referrals.application;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.matching.referrals.domain.DeclineReason;

/**
 * The therapist says no.
 *
 * @param suggested a colleague who may fit better
 */
public record DeclineOffer(
        UUID inquiryId,
        int number,
        UUID therapistId,
        DeclineReason reason,
        @Nullable UUID suggested) {}
