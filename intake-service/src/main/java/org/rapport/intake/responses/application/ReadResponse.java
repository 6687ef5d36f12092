package org.rapport.intake.responses.application;

import java.util.UUID;

/** A coordinator, or a page of another service, looks at what was answered. */
public record ReadResponse(UUID inquiryId) {}
