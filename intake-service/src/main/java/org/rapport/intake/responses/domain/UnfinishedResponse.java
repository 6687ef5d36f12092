package org.rapport.intake.responses.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A response that somebody has yet to submit.
 *
 * @param begun whether anything has been answered
 */
public record UnfinishedResponse(UUID inquiryId, boolean begun, Instant sentAt) {}
