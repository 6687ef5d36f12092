package org.rapport.booking.calls.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why a person cancels. */
public enum CancelReason {
    TIME_DOES_NOT_FIT,
    NO_LONGER_NEEDED,
    FOUND_SOMEBODY_ELSE,
    PREFER_NOT_TO_SAY,
    /** Of calls that were booked together, another one was chosen; nobody gives this as a reason. */
    OTHER_CHOSEN;

    /** Stable code, such as {@code no-longer-needed}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it follows from a choice: until the call begins, since nobody would come to it. */
    boolean isByChoice() {
        return this == OTHER_CHOSEN;
    }

    /** Those a person can give. */
    public static List<CancelReason> given() {
        return Arrays.stream(values()).filter(reason -> !reason.isByChoice()).toList();
    }

    /** Of what a person gives. */
    public static Optional<CancelReason> ofCode(String code) {
        return given().stream().filter(reason -> reason.code().equals(code)).findFirst();
    }
}
