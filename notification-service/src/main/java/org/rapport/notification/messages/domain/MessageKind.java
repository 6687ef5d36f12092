package org.rapport.notification.messages.domain;

import java.util.List;

/** Every message the practice sends. */
public enum MessageKind {
    CALL_CONFIRMATION(Channel.EMAIL, Channel.SMS),
    CALL_BOOKED_HOST(Channel.EMAIL),
    CALL_REMINDER_24H(Channel.EMAIL, Channel.SMS),
    CALL_CANCELLED(Channel.EMAIL, Channel.SMS),
    CALL_CANCELLED_HOST(Channel.EMAIL),
    INTAKE_LINK(Channel.EMAIL),
    INTAKE_RECEIVED(Channel.EMAIL),
    SAFETY_ALERT(Channel.EMAIL),
    OFFER_THERAPIST(Channel.EMAIL),
    OFFER_DECLINED_COORDINATOR(Channel.EMAIL),
    OFFER_LAPSED_COORDINATOR(Channel.EMAIL),
    MATCHED(Channel.EMAIL),
    MATCHED_COORDINATOR(Channel.EMAIL);

    private final List<Channel> channels;

    MessageKind(Channel... channels) {
        this.channels = List.of(channels);
    }

    public List<Channel> channels() {
        return channels;
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
