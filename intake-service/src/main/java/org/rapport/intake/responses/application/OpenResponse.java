package org.rapport.intake.responses.application;

import java.util.UUID;
import org.rapport.intake.questionnaires.domain.Language;

/** Somebody follows the link, or the inquiry has just come in: there is a response from now on. */
public record OpenResponse(UUID inquiryId, Language language) {}
