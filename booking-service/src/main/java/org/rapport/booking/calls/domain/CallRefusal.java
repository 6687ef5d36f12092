package org.rapport.booking.calls.domain;

import java.util.Locale;

/** Why a command to a call was refused. */
public enum CallRefusal {
    /** No such call, or the token is not its own. */
    UNKNOWN_LINK,
    HOLD_EXPIRED,
    /** The person is in another call then. */
    PERSON_BUSY,
    ALREADY_EXTENDED,
    ALREADY_BOOKED,
    /** A hold cannot be moved or cancelled: nobody was told of a call yet. */
    NOT_BOOKED,
    CALL_CANCELLED,
    /** It was moved since the one who asks last saw it. */
    CALL_CHANGED,
    /** One of the calls booked together was chosen; the others were given back. */
    ALREADY_CHOSEN,
    /** The call has begun, or is too near for a person to change it. */
    TOO_LATE,
    /** How a call went cannot be noted before it begins. */
    TOO_EARLY,
    /** It can be corrected until the end of the day after the call, on the host's calendar. */
    OUTCOME_FINAL;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
