package org.rapport.notification.messages;

import java.util.List;

/** Thrown at start: a real practice must not write to people as the fictional one. */
final class SenderMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SenderMissing(List<String> variables) {
        super("Who messages come from is not set: " + String.join(", ", variables) + ".");
    }
}
