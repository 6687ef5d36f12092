package org.rapport.intake.responses.application;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The person sends what was answered.
 *
 * @param shownAt the revision the person looked at, when they said so
 */
public record SubmitResponse(UUID inquiryId, @Nullable Integer shownAt) {}
