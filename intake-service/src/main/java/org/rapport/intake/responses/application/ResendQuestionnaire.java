package org.rapport.intake.responses.application;

import java.util.UUID;

/**
 * Staff send the person a new link.
 *
 * @param known number of the link they knew of
 */
public record ResendQuestionnaire(UUID inquiryId, int known) {}
