package org.rapport.intake.responses.application;

import java.util.UUID;

/**
 * Somebody wants to change what they signed.
 *
 * @param why in their own words
 */
public record AmendResponse(UUID inquiryId, String why) {}
