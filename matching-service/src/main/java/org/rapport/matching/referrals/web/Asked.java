package org.rapport.matching.referrals.web;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rapport.web.ServiceUnavailable;

/** What another service answered: something, nothing of that name, or no answer at all. */
record Asked<T>(@Nullable T value, boolean answered) {
    static <T> Asked<T> of(Supplier<Optional<T>> question) {
        try {
            return new Asked<>(question.get().orElse(null), true);
        } catch (ServiceUnavailable unavailable) {
            return new Asked<>(null, false);
        }
    }
}
