package org.rapport.booking.waiting.domain;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.rapport.booking.inquiries.domain.InquiryId;

public record WaiterId(UUID value) {

    /** One inquiry waits once, however often it is sent. */
    public static WaiterId of(InquiryId inquiry) {
        return new WaiterId(UUID.nameUUIDFromBytes(("waiter|" + inquiry).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
