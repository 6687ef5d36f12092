package org.rapport.booking.inquiries.web;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ids that callers give to their requests. */
public final class RequestIds {

    /** {@link UUID#fromString} alone also reads shortened groups, so that two spellings would be one request. */
    private static final Pattern CANONICAL =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private RequestIds() {}

    public static Optional<UUID> parse(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(id -> CANONICAL.matcher(id).matches())
                .map(UUID::fromString);
    }
}
