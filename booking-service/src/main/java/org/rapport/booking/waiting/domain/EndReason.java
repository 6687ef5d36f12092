package org.rapport.booking.waiting.domain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why somebody waits no longer. */
public enum EndReason {
    /** They took a time they were offered, whatever that became, or staff booked one for them. */
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

    /**
     * Whether it is theirs to see on the page of their place. Anybody may have joined under somebody's address; whether that
     * address has a call, and what staff know of it, is told by message to the address.
     */
    public boolean isShown() {
        return switch (this) {
            case LEFT, UNANSWERED, OUTWAITED -> true;
            case BOOKED, HAS_A_CALL, ASKED_US, LISTED_TWICE, NOT_FOR_US -> false;
        };
    }

    public static Optional<EndReason> ofStaff(String code) {
        return OF_STAFF.stream().filter(reason -> reason.code().equals(code)).findFirst();
    }
}
