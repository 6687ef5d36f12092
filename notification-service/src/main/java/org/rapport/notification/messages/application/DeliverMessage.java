package org.rapport.notification.messages.application;

import org.rapport.notification.messages.domain.MessageId;

public record DeliverMessage(MessageId id) {}
