package org.rapport.notification.messages.domain;

import java.util.List;
import java.util.Optional;

/** Every message the practice sends, to whom, and how. */
public enum MessageKind {
    /** As {@link #CALL_DOUBLED} and {@link #CALL_UNCONFIRMED} go: a text beside the mail would tell its reader which it was. */
    CALL_CONFIRMATION(Audience.CLIENT, Way.MAIL_ELSE_TEXT),
    CALL_BOOKED_HOST(Audience.STAFF, Way.MAIL),
    CALL_REMINDER_24H(Audience.CLIENT, Way.MAIL_AND_TEXT),
    CALL_MOVED(Audience.CLIENT, Way.MAIL_AND_TEXT),
    CALL_MOVED_HOST(Audience.STAFF, Way.MAIL),
    /** Nothing was booked; the one way somebody learns that a call stands, and only at the address it stands under. */
    CALL_DOUBLED(Audience.CLIENT, Way.MAIL_ELSE_TEXT),
    /** Not booked before whoever reads it says so. */
    CALL_UNCONFIRMED(Audience.CLIENT, Way.MAIL_ELSE_TEXT),
    CALL_CANCELLED(Audience.CLIENT, Way.MAIL_AND_TEXT),
    CALL_CANCELLED_HOST(Audience.STAFF, Way.MAIL),
    CALL_MISSED_BY_CLIENT(Audience.CLIENT, Way.MAIL_ELSE_TEXT),
    CALL_MISSED_BY_US(Audience.CLIENT, Way.MAIL_ELSE_TEXT),
    CALL_MISSED_COORDINATOR(Audience.STAFF, Way.MAIL),
    WAIT_LIST_JOINED(Audience.CLIENT, Way.MAIL_ELSE_TEXT),
    /** The link books; whoever typed their own phone beside another's mail must not have it. */
    WAIT_LIST_OFFERED(Audience.CLIENT, Way.MAIL_ELSE_TEXT),
    /** Only where the person did not end it by what they did. */
    WAIT_LIST_ENDED(Audience.CLIENT, Way.MAIL_ELSE_TEXT),
    CALENDAR_UNREADABLE(Audience.STAFF, Way.MAIL),
    CALENDAR_READABLE(Audience.STAFF, Way.MAIL),
    INTAKE_LINK(Audience.CLIENT, Way.MAIL_ELSE_TEXT),
    INTAKE_NUDGE(Audience.CLIENT, Way.MAIL_ELSE_TEXT),
    INTAKE_LAPSED(Audience.CLIENT, Way.MAIL_ELSE_TEXT),
    /** The page the answers were sent from has said it already. */
    INTAKE_RECEIVED(Audience.CLIENT, Way.MAIL),
    SAFETY_ALERT(Audience.STAFF, Way.MAIL),
    SAFETY_ALERT_NEXT(Audience.STAFF, Way.MAIL),
    OFFER_THERAPIST(Audience.STAFF, Way.MAIL),
    OFFER_DECLINED_COORDINATOR(Audience.STAFF, Way.MAIL),
    OFFER_LAPSED_COORDINATOR(Audience.STAFF, Way.MAIL),
    REFERRAL_OVERDUE(Audience.STAFF, Way.MAIL),
    REMATCH_THERAPIST(Audience.STAFF, Way.MAIL),
    MATCHED(Audience.CLIENT, Way.MAIL_ELSE_TEXT),
    MATCHED_COORDINATOR(Audience.STAFF, Way.MAIL);

    private final Audience audience;
    private final Way way;

    MessageKind(Audience audience, Way way) {
        this.audience = audience;
        this.way = way;
    }

    public Audience audience() {
        return audience;
    }

    public List<Channel> channels() {
        return way == Way.MAIL ? List.of(Channel.EMAIL) : List.of(Channel.EMAIL, Channel.SMS);
    }

    /** Why this message does not go to this person by this channel; empty if it does. */
    public Optional<Suppression> objectionTo(Channel channel, Contact contact) {
        if (!contact.wants(channel)) {
            return Optional.of(Suppression.CHANNEL_NOT_WANTED);
        }
        if (contact.address(channel).isEmpty()) {
            return Optional.of(Suppression.NO_ADDRESS);
        }
        boolean mailSaysIt = way == Way.MAIL_ELSE_TEXT && channel == Channel.SMS && contact.hasWay(Channel.EMAIL);
        return mailSaysIt ? Optional.of(Suppression.OTHER_CHANNEL) : Optional.empty();
    }

    public enum Audience {
        CLIENT,
        STAFF
    }

    private enum Way {
        MAIL,
        /** What is said of a call that stands, and has an hour: on every channel the person allows. */
        MAIL_AND_TEXT,
        /** News that once is enough of: a text only to whom no mail can go. */
        MAIL_ELSE_TEXT
    }

    /** Whether it tells that somebody did not come to a call. */
    boolean isOfMissedCall() {
        return this == CALL_MISSED_BY_CLIENT || this == CALL_MISSED_BY_US || this == CALL_MISSED_COORDINATOR;
    }

    public boolean isReminder() {
        return this == CALL_REMINDER_24H || this == INTAKE_NUDGE;
    }

    /** A safety alert does not wait for the morning. */
    public boolean keepsQuietHours(Channel channel) {
        return channel == Channel.SMS && this != SAFETY_ALERT && this != SAFETY_ALERT_NEXT;
    }

    /**
     * Whether a message may go again when nobody knows if the provider took it. The SMS gateway drops a repeated key, so an
     * SMS always may. A mail may be doubled: better two confirmations than none, better no reminder than two.
     */
    public boolean mayGoAgain(Channel channel) {
        return channel == Channel.SMS || !isReminder();
    }
}
