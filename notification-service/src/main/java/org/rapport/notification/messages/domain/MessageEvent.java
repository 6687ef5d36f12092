package org.rapport.notification.messages.domain;

import java.time.Instant;

/** What became of a message. */
public sealed interface MessageEvent {
    Message message();

    record MessageSent(Message message, Instant at) implements MessageEvent {}

    record MessageSuppressed(Message message, Suppression reason, Instant at) implements MessageEvent {}

    record MessageFailed(Message message, Fault reason, Instant at) implements MessageEvent {}
}
