package org.rapport.notification.messages.domain;

import java.util.List;

/** Every message the practice sends. */
public enum MessageKind {
    CALL_CONFIRMATION(Audience.CLIENT, true),
    CALL_BOOKED_HOST(Audience.STAFF, false),
    CALL_REMINDER_24H(Audience.CLIENT, true),
    CALL_CANCELLED(Audience.CLIENT, true),
    CALL_CANCELLED_HOST(Audience.STAFF, false),
    INTAKE_LINK(Audience.CLIENT, false),
    INTAKE_RECEIVED(Audience.CLIENT, false),
    SAFETY_ALERT(Audience.STAFF, false),
    OFFER_THERAPIST(Audience.STAFF, false),
    OFFER_DECLINED_COORDINATOR(Audience.STAFF, false),
    OFFER_LAPSED_COORDINATOR(Audience.STAFF, false),
    MATCHED(Audience.CLIENT, false),
    MATCHED_COORDINATOR(Audience.STAFF, false);

    private final Audience audience;
    private final boolean alsoBySms;

    MessageKind(Audience audience, boolean alsoBySms) {
        this.audience = audience;
        this.alsoBySms = alsoBySms;
    }

    public Audience audience() {
        return audience;
    }

    public List<Channel> channels() {
        return alsoBySms ? List.of(Channel.EMAIL, Channel.SMS) : List.of(Channel.EMAIL);
    }

    public enum Audience {
        CLIENT,
        STAFF
    }

    public boolean isReminder() {
        return this == CALL_REMINDER_24H;
    }

    /** A safety alert does not wait for the morning. */
    public boolean keepsQuietHours(Channel channel) {
        return channel == Channel.SMS && this != SAFETY_ALERT;
    }

    /**
     * Whether a message may go again when nobody knows if the provider took it. The SMS gateway drops a repeated key, so an
     * SMS always may. A mail may be doubled: better two confirmations than none, better no reminder than two.
     */
    public boolean mayGoAgain(Channel channel) {
        return channel == Channel.SMS || !isReminder();
    }
}
