package org.rapport.notification.messages.domain;

import java.util.List;

/**
 * {@code subject|revision|kind|channel|recipient}: the same occasion always gives the same id, so that an occasion told
 * twice cannot make two messages. One that staff send again on purpose has a number more.
 */
public record MessageId(String value) {
    static MessageId of(Subject subject, MessageKind kind, Channel channel, Recipient recipient) {
        return new MessageId(
                subject.id() + "|" + subject.revision() + "|" + kind + "|" + channel + "|" + recipient.code());
    }

    /** @param number 1 for the first time it is sent again */
    MessageId again(int number) {
        String[] parts = value.split("\\|", 6);
        return new MessageId(String.join("|", List.of(parts).subList(0, 5)) + "|" + number);
    }

    public Channel channel() {
        String[] parts = value.split("\\|", -1);
        if (parts.length != 5 && parts.length != 6) {
            throw new IllegalArgumentException("not an id of the ledger");
        }
        return Channel.valueOf(parts[3]);
    }

    @Override
    public String toString() {
        return value;
    }
}
