package org.rapport.intake.responses.application;

import java.util.UUID;
import org.rapport.intake.questionnaires.domain.Answers;

/** Somebody answered a page after their link had run out: nothing of it is taken but the danger it may tell of. */
public record HeedLatePage(UUID inquiryId, int page, Answers answers) {}
