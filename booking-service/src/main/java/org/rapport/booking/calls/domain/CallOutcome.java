package org.rapport.booking.calls.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a call ended, as whoever held it notes it. */
public enum CallOutcome {
    GOOD_FIT,
    NOT_A_FIT,
    THINKING,
    NEEDS_HIGHER_CARE,
    MISSED_BY_CLIENT,
    MISSED_BY_HOST;

    /** Stable code, such as {@code good-fit}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<CallOutcome> ofCode(String code) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.code().equals(code))
                .findFirst();
    }
}
