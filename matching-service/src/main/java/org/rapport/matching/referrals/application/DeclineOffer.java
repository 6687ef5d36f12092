package org.rapport.matching.referrals.application;

import java.util.UUID;
import org.rapport.matching.referrals.domain.DeclineReason;

/** A therapist says no. */
public record DeclineOffer(UUID inquiryId, int number, UUID therapistId, DeclineReason reason) {}
