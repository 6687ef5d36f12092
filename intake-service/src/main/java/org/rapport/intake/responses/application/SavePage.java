package org.rapport.intake.responses.application;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.questionnaires.domain.Language;
import org.rapport.intake.responses.domain.Called;

/**
 * The person has answered one page.
 *
 * @param shownAt the revision the page showed
 * @param called which required questions must have their answer now
 * @param writer who of the staff does it for the person; null for the person themselves
 */
public record SavePage(
        UUID inquiryId,
        int page,
        int shownAt,
        Answers answers,
        Called called,
        Language language,
        @Nullable Writer writer) {}
