package org.rapport.notification.messages.domain;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every message the practice sends, to whom, and how. */
public enum MessageKind {
    /** As {@link #CALL_DOUBLED} and {@link #CALL_UNCONFIRMED} go: a text beside the mail would tell its reader which it was. */
    CALL_CONFIRMATION(Purpose.CALLS, Way.MAIL_ELSE_TEXT),
    CALL_BOOKED_HOST(Way.MAIL),
    CALL_REMINDER_24H(Purpose.REMINDERS, Way.MAIL_AND_TEXT),
    CALL_REMINDER_1H(Purpose.REMINDERS, Way.MAIL_AND_TEXT),
    CALL_MOVED(Purpose.CALLS, Way.MAIL_AND_TEXT),
    CALL_MOVED_HOST(Way.MAIL),
    /** Nothing was booked; the one way somebody learns that a call stands, and only at the address it stands under. */
    CALL_DOUBLED(Purpose.CALLS, Way.MAIL_ELSE_TEXT),
    /** Not booked before whoever reads it says so. */
    CALL_UNCONFIRMED(Purpose.CALLS, Way.MAIL_ELSE_TEXT),
    CALL_CANCELLED(Purpose.CALLS, Way.MAIL_AND_TEXT),
    CALL_CANCELLED_HOST(Way.MAIL),
    /** The page they chose on has said it; the mail takes the call out of their calendar. */
    CALL_NOT_CHOSEN(Purpose.CALLS, Way.MAIL),
    CALL_MISSED_BY_CLIENT(Purpose.CALLS, Way.MAIL_ELSE_TEXT),
    CALL_MISSED_BY_US(Purpose.CALLS, Way.MAIL_ELSE_TEXT),
    CALL_MISSED_COORDINATOR(Way.MAIL),
    WAIT_LIST_JOINED(Purpose.NEWS, Way.MAIL_ELSE_TEXT),
    /** The link books; whoever typed their own phone beside another's mail must not have it. */
    WAIT_LIST_OFFERED(Purpose.NEWS, Way.MAIL_ELSE_TEXT),
    /** Only where the person did not end it by what they did. */
    WAIT_LIST_ENDED(Purpose.NEWS, Way.MAIL_ELSE_TEXT),
    CALENDAR_UNREADABLE(Way.MAIL),
    CALENDAR_READABLE(Way.MAIL),
    INTAKE_LINK(Purpose.QUESTIONNAIRE, Way.MAIL_ELSE_TEXT),
    INTAKE_NUDGE(Purpose.QUESTIONNAIRE, Way.MAIL_ELSE_TEXT),
    INTAKE_LAPSED(Purpose.QUESTIONNAIRE, Way.MAIL_ELSE_TEXT),
    /** The page the answers were sent from has said it already. */
    INTAKE_RECEIVED(Purpose.QUESTIONNAIRE, Way.MAIL),
    SAFETY_ALERT(Way.MAIL),
    SAFETY_ALERT_NEXT(Way.MAIL),
    OFFER_THERAPIST(Way.MAIL),
    OFFER_LAST_HOUR(Way.MAIL),
    OFFER_DECLINED_COORDINATOR(Way.MAIL),
    OFFER_LAPSED_COORDINATOR(Way.MAIL),
    REFERRAL_OVERDUE(Way.MAIL),
    REMATCH_THERAPIST(Way.MAIL),
    CLOSED_THERAPIST(Way.MAIL),
    TASK_COORDINATOR(Way.MAIL),
    /** The link opens a page of the person alone, as that to the questionnaire. */
    CHOICE_LINK(Purpose.NEWS, Way.MAIL_ELSE_TEXT),
    CHOICE_COORDINATOR(Way.MAIL),
    /** Names whom they see: nothing for a lock screen. */
    FIT_CHECK_LINK(Purpose.NEWS, Way.MAIL),
    MATCHED(Purpose.NEWS, Way.MAIL_ELSE_TEXT),
    MATCHED_COORDINATOR(Way.MAIL),
    /** That messages do not go out in time. */
    MESSAGES_LATE(Way.MAIL);

    private final @Nullable Purpose purpose;
    private final Way way;

    /** Of messages to clients. */
    MessageKind(Purpose purpose, Way way) {
        this.purpose = purpose;
        this.way = way;
    }

    /** Of messages to staff, who cannot choose. */
    MessageKind(Way way) {
        this.purpose = null;
        this.way = way;
    }

    public Audience audience() {
        return purpose == null ? Audience.STAFF : Audience.CLIENT;
    }

    /** Empty for messages to staff. */
    public Optional<Purpose> purpose() {
        return Optional.ofNullable(purpose);
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

    /** Whether it tells that a call is off. */
    boolean isOfCancelledCall() {
        return this == CALL_CANCELLED || this == CALL_CANCELLED_HOST || this == CALL_NOT_CHOSEN;
    }

    /** Whether it tells that somebody did not come to a call. */
    boolean isOfMissedCall() {
        return this == CALL_MISSED_BY_CLIENT || this == CALL_MISSED_BY_US || this == CALL_MISSED_COORDINATOR;
    }

    public boolean isReminder() {
        return this == CALL_REMINDER_24H || this == CALL_REMINDER_1H || this == INTAKE_NUDGE;
    }

    /** A safety alert does not wait for the morning. */
    public boolean keepsQuietHours(Channel channel) {
        return channel == Channel.SMS && !isOfSafety();
    }

    /**
     * Whether a message may go again when nobody knows if the provider took it. The SMS gateway drops a repeated key, so an
     * SMS always may. A mail may be doubled, but not more than that: better two confirmations than none, better no reminder
     * than two. A safety alert goes until one has certainly arrived, or somebody has acknowledged the concern.
     *
     * @param doubtedBefore whether it was like that with an earlier attempt
     */
    boolean mayGoAgain(Channel channel, boolean doubtedBefore) {
        return channel == Channel.SMS || isOfSafety() || (!isReminder() && !doubtedBefore);
    }

    /** Whether it has no end of its own: what it tells of stays true. */
    boolean isNews() {
        return switch (this) {
            case CALL_CONFIRMATION,
                    CALL_BOOKED_HOST,
                    CALL_REMINDER_24H,
                    CALL_REMINDER_1H,
                    CALL_MOVED,
                    CALL_MOVED_HOST,
                    CALL_UNCONFIRMED,
                    WAIT_LIST_JOINED,
                    WAIT_LIST_OFFERED,
                    INTAKE_LINK,
                    INTAKE_NUDGE,
                    OFFER_THERAPIST,
                    OFFER_LAST_HOUR,
                    CHOICE_LINK,
                    FIT_CHECK_LINK -> false;
            case CALL_DOUBLED,
                    CALL_CANCELLED,
                    CALL_CANCELLED_HOST,
                    CALL_NOT_CHOSEN,
                    CALL_MISSED_BY_CLIENT,
                    CALL_MISSED_BY_US,
                    CALL_MISSED_COORDINATOR,
                    WAIT_LIST_ENDED,
                    CALENDAR_UNREADABLE,
                    CALENDAR_READABLE,
                    INTAKE_LAPSED,
                    INTAKE_RECEIVED,
                    SAFETY_ALERT,
                    SAFETY_ALERT_NEXT,
                    OFFER_DECLINED_COORDINATOR,
                    OFFER_LAPSED_COORDINATOR,
                    REFERRAL_OVERDUE,
                    REMATCH_THERAPIST,
                    CLOSED_THERAPIST,
                    TASK_COORDINATOR,
                    CHOICE_COORDINATOR,
                    MATCHED,
                    MATCHED_COORDINATOR,
                    MESSAGES_LATE -> true;
        };
    }

    /** Whether it says when a call is, for the first time or anew. */
    public boolean isOfTime() {
        return this == CALL_CONFIRMATION || this == CALL_BOOKED_HOST || isOfMove();
    }

    public boolean isOfMove() {
        return this == CALL_MOVED || this == CALL_MOVED_HOST;
    }

    /** Whether it takes one of the few places for texts: not what is said of a call, nor a time that is kept for minutes. */
    public boolean isCapped(Channel channel) {
        return channel == Channel.SMS && purpose != null && purpose != Purpose.CALLS && this != WAIT_LIST_OFFERED;
    }

    boolean isOfSafety() {
        return this == SAFETY_ALERT || this == SAFETY_ALERT_NEXT;
    }
}
