package org.rapport.intake.responses.domain;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Names the one response of an inquiry. It follows from the inquiry, so whoever comes first creates the same one. */
public record ResponseId(UUID value) {
    public static ResponseId of(UUID inquiryId) {
        return new ResponseId(
                UUID.nameUUIDFromBytes(("intake-response|" + inquiryId).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
