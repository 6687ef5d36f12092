package org.rapport.intake.responses.application;

import java.util.UUID;
import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.questionnaires.domain.Language;
import org.rapport.intake.responses.domain.Called;

/**
 * The person has answered one page.
 *
 * @param shownAt the revision the page showed
 * @param called which required questions must have their answer now
 */
public record SavePage(UUID inquiryId, int page, int shownAt, Answers answers, Called called, Language language) {}
