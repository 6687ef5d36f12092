package org.rapport.matching.referrals.application;

import java.util.UUID;

/** A coordinator offers a person to a therapist. */
public record MakeOffer(UUID inquiryId, UUID therapistId, UUID coordinatorId) {}
