package org.rapport.booking.waiting.domain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why somebody waits no longer. */
public enum EndReason {
    BOOKED,
    LEFT,
    /** Two times in a row passed without a word. */
    UNANSWERED,
    /** The last day they wait for is over. */
    OUTWAITED,
    HAS_A_CALL,
    ASKED_US,
    LISTED_TWICE,
    NOT_FOR_US;

    /** Those a member of staff gives. */
    public static final List<EndReason> OF_STAFF = List.of(HAS_A_CALL, ASKED_US, LISTED_TWICE, NOT_FOR_US);

    /** Stable code, such as {@code asked-us}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<EndReason> ofStaff(String code) {
        return OF_STAFF.stream().filter(reason -> reason.code().equals(code)).findFirst();
    }
}
