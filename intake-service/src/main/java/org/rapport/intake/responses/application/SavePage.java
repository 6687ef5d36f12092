package org.rapport.intake.responses.application;

import java.util.UUID;
import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.questionnaires.domain.Language;

/**
 * The person has answered one page.
 *
 * @param shownAt the revision the page showed
 * @param whole whether the person goes on (the page must be complete) or leaves it for later
 */
public record SavePage(UUID inquiryId, int page, int shownAt, Answers answers, boolean whole, Language language) {}
