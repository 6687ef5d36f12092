package org.rapport.intake.responses.domain;

import java.time.Instant;
import java.util.UUID;

/** One of what was sent in, as far as it can be read: a damaged one must not hide those behind it. */
public sealed interface SentIn {
    ResponseId id();

    record Whole(Response response) implements SentIn {
        @Override
        public ResponseId id() {
            return response.id();
        }
    }

    record Unreadable(ResponseId id, UUID inquiryId, Instant at) implements SentIn {}
}
