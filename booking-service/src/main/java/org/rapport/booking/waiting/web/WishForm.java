package org.rapport.booking.waiting.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.waiting.domain.WishAnswers;

/** What somebody waits for, as the page asks it. */
record WishForm(
        @Nullable String host,
        @Nullable String lastDay,
        @Nullable List<String> weekdays,
        @Nullable List<String> parts) {

    WishAnswers answers() {
        return new WishAnswers(
                host, lastDay, weekdays == null ? List.of() : weekdays, parts == null ? List.of() : parts);
    }
}
