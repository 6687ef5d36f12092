package org.rapport.contracts;

import java.time.Instant;
import java.util.UUID;

/** Topic {@value Topics#NOTIFICATION_MESSAGES}: what became of each message, without its words or its address. */
public sealed interface NotificationMessages extends PublishedEvent {

    UUID inquiryId();

    @Override
    default UUID key() {
        return inquiryId();
    }

    /** The ledger's id: {@code subject|revision|kind|channel|recipient}. */
    String messageId();

    enum Channel {
        EMAIL,
        SMS
    }

    /** @param kind code such as {@code CALL_CONFIRMATION} */
    record MessageSent(String messageId, UUID inquiryId, String kind, Channel channel, Instant sentAt)
            implements NotificationMessages {}

    /** @param reason code such as {@code call-cancelled} */
    record MessageSuppressed(
            String messageId, UUID inquiryId, String kind, Channel channel, String reason, Instant suppressedAt)
            implements NotificationMessages {}

    /** @param reason code such as {@code provider-unreachable} */
    record MessageFailed(
            String messageId, UUID inquiryId, String kind, Channel channel, String reason, Instant failedAt)
            implements NotificationMessages {}
}
