package org.rapport.notification.messages.application;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The words of one message.
 *
 * @param subject empty for an SMS
 */
public record Letter(String subject, String text, @Nullable Invite invite) {
    /** A call for the recipient's calendar; {@code sequence} rises with each change, the call id stays. */
    public record Invite(UUID callId, int sequence, Purpose purpose, String summary, Instant start, Instant end) {
        public enum Purpose {
            REQUEST,
            CANCEL
        }
    }

    public Letter {
        if (subject.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a subject is one line");
        }
    }

    /** The words name a person; a log must not. */
    @Override
    public String toString() {
        return "Letter";
    }
}
