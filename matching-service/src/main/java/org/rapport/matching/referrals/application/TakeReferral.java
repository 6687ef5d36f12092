package org.rapport.matching.referrals.application;

import java.util.UUID;

/** A coordinator answers for a person from now on. */
public record TakeReferral(UUID inquiryId, UUID coordinatorId) {}
