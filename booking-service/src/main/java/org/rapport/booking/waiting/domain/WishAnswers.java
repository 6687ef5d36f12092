package org.rapport.booking.waiting.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody says they wait for, not yet checked. */
public record WishAnswers(@Nullable String host, @Nullable String lastDay, List<String> weekdays, List<String> parts) {

    public WishAnswers {
        weekdays = List.copyOf(weekdays);
        parts = List.copyOf(parts);
    }
}
