package org.rapport.notification.messages.domain;

import java.util.UUID;

/** What a message is about: a call, an offer, a response, a safety concern; and which state of it. */
public record Subject(UUID id, int revision) {
    public Subject {
        if (revision < 0) {
            throw new IllegalArgumentException("revision " + revision);
        }
    }
}
