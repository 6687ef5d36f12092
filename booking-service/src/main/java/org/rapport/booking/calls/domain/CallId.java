package org.rapport.booking.calls.domain;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

public record CallId(UUID value) {

    /** The same request always books the same call, so that sending it again is harmless. */
    public static CallId ofRequest(UUID requestId) {
        return new CallId(UUID.nameUUIDFromBytes(("call|" + requestId).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
