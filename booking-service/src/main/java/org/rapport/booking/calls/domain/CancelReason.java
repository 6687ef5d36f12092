package org.rapport.booking.calls.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a person cancels. */
public enum CancelReason {
    TIME_DOES_NOT_FIT,
    NO_LONGER_NEEDED,
    FOUND_SOMEBODY_ELSE,
    PREFER_NOT_TO_SAY;

    /** Stable code, such as {@code no-longer-needed}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<CancelReason> ofCode(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code().equals(code))
                .findFirst();
    }
}
