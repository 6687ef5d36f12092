package org.rapport.notification.messages;

import java.util.List;

/** Thrown at start: a real practice must not write to people as the fictional one. */
public final class SenderMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Texts go out, and those that come in could not be trusted. */
    public static SenderMissing ofTexts() {
        return new SenderMissing(List.of("SMS_TOKEN"));
    }

    SenderMissing(List<String> variables) {
        super("Who messages come from is not set: " + String.join(", ", variables) + ".");
    }
}
