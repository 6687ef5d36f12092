package org.rapport.notification.messages.domain;

/** Why a message was rightly not sent. */
public enum Suppression {
    /** The reminder's time had passed when the call was booked. */
    WINDOW_PAST,
    CALL_CANCELLED,
    CALL_MOVED,
    /** The call is again at the time the recipient was told last. */
    CHANGE_UNDONE,
    /** The recipient did it themselves. */
    OWN_ACT,
    CALL_STANDS,
    CALL_PAST,
    /** It was booked before anybody was asked to confirm it. */
    CALL_CONFIRMED,
    /** How the call went has been noted otherwise since. */
    CALL_CORRECTED,
    /** The calendar could be read again before anybody was told that it cannot. */
    CALENDAR_READ,
    INTAKE_SUBMITTED,
    /** The link was sent anew before anybody was told that it had run out. */
    INTAKE_REOPENED,
    OFFER_CLOSED,
    /** The person has answered already, or nobody waits for their answer any more. */
    QUESTION_OVER,
    /** The practice has ended its work for the person. */
    REFERRAL_CLOSED,
    /** Somebody answers for the concern, so nobody else need be asked. */
    CONCERN_ACKNOWLEDGED,
    CHANNEL_NOT_WANTED,
    NO_ADDRESS,
    /** STOP, or a word like it, came from the number. */
    TEXTS_STOPPED,
    /** Mail to the address came back for good. */
    ADDRESS_BOUNCED,
    /** Whoever has the address called our mail unwanted. */
    ADDRESS_COMPLAINED,
    /** The person is told the same by mail. */
    OTHER_CHANNEL,
    /** The practice does not send this kind by this channel. */
    SWITCHED_OFF,
    /** The person has had as many texts as they get, until it is of no use. */
    CAP_REACHED,
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
