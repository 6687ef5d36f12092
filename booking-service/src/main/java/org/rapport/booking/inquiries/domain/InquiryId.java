package org.rapport.booking.inquiries.domain;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

public record InquiryId(UUID value) {

    /** The same request always makes the same inquiry, so that sending it again is harmless. */
    public static InquiryId ofRequest(UUID requestId) {
        return new InquiryId(UUID.nameUUIDFromBytes(("inquiry|" + requestId).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
