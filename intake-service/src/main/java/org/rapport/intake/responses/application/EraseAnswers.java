package org.rapport.intake.responses.application;

import java.util.UUID;

/** What a person answered is to be forgotten. */
public record EraseAnswers(UUID inquiryId) {}
