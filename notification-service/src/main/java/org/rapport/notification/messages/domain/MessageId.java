package org.rapport.notification.messages.domain;

/**
 * {@code subject|revision|kind|channel|recipient}: the same occasion always gives the same id, so that an occasion told
 * twice cannot make two messages.
 */
public record MessageId(String value) {
    static MessageId of(Subject subject, MessageKind kind, Channel channel, Recipient recipient) {
        return new MessageId(
                subject.id() + "|" + subject.revision() + "|" + kind + "|" + channel + "|" + recipient.code());
    }

    public Channel channel() {
        String[] parts = value.split("\\|", -1);
        if (parts.length != 5) {
            throw new IllegalArgumentException("not an id of the ledger");
        }
        return Channel.valueOf(parts[3]);
    }

    @Override
    public String toString() {
        return value;
    }
}
