package org.rapport.intake.responses.application;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.intake.responses.domain.Scribe;

/** Somebody of the staff who fills in for a person. */
public record Writer(UUID staffId, String name) {
    static @Nullable Scribe scribe(@Nullable Writer writer, int page, Instant at) {
        return writer == null ? null : new Scribe(page, writer.staffId(), writer.name(), at);
    }
}
