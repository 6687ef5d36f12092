package org.rapport.notification.messages.domain;

/** Why a message was rightly not sent. */
public enum Suppression {
    /** The reminder's time had passed when the call was booked. */
    WINDOW_PAST,
    CALL_CANCELLED,
    CALL_MOVED,
    CALL_STANDS,
    CALL_PAST,
    /** How the call went has been noted otherwise since. */
    CALL_CORRECTED,
    /** The calendar could be read again before anybody was told that it cannot. */
    CALENDAR_READ,
    INTAKE_SUBMITTED,
    /** The link was sent anew before anybody was told that it had run out. */
    INTAKE_REOPENED,
    OFFER_CLOSED,
    CHANNEL_NOT_WANTED,
    NO_ADDRESS,
    /** The person is told the same by mail. */
    OTHER_CHANNEL,
    /** The quiet hours end after the message stops being useful. */
    QUIET_HOURS,
    /** It was due while nothing could be sent, and is of no use any more. */
    EXPIRED,
    SUBJECT_UNKNOWN,
    RECIPIENT_UNKNOWN;

    public String code() {
        return Codes.of(this);
    }
}
