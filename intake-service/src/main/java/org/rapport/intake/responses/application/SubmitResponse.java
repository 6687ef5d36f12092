package org.rapport.intake.responses.application;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The person sends what was answered.
 *
 * @param shownAt the revision the person looked at, when they said so
 * @param writer who of the staff does it for the person; null for the person themselves
 */
public record SubmitResponse(
        UUID inquiryId, @Nullable Integer shownAt, @Nullable Writer writer) {}
