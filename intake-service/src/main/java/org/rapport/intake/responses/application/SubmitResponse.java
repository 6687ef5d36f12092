package org.rapport.intake.responses.application;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.intake.questionnaires.domain.Language;
import org.rapport.intake.responses.domain.Relationship;

/**
 * The person sends what was answered.
 *
 * @param shownAt the revision the person looked at, when they said so
 * @param signing what somebody agreed to; null when nobody has
 * @param writer who of the staff does it for the person; null for the person themselves
 */
public record SubmitResponse(
        UUID inquiryId,
        @Nullable Integer shownAt,
        @Nullable Signing signing,
        @Nullable Writer writer) {

    /** @param consent version of the text that was shown */
    public record Signing(String consent, String signer, Relationship relationship, Language language) {}
}
