package org.rapport.intake.responses.application;

import java.util.UUID;

/** Whoever began to change what they signed leaves it as it was. */
public record LeaveAsSigned(UUID inquiryId) {}
