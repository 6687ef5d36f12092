package org.rapport.booking.inquiries.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody typed about themselves, not yet checked. */
public record PersonAnswers(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String zone,
        @Nullable String state,
        @Nullable String language,
        List<String> channels,
        boolean mayLeaveMessage,
        @Nullable String consentVersion) {

    public PersonAnswers {
        channels = List.copyOf(channels);
    }
}
