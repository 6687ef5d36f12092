package org.rapport.intake.responses.application;

import java.util.UUID;

/** Somebody may be in danger, and their answers can be neither read nor kept at the moment. */
public record RaiseUnreadConcern(UUID inquiryId) {}
