package org.rapport.matching.referrals.application;

import java.util.UUID;

/** A therapist says yes. */
public record AcceptOffer(UUID inquiryId, int number, UUID therapistId) {}
