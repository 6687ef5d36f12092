package org.rapport.notification.messages.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A call as booking-service tells it at this moment. */
public record CallFact(UUID id, boolean booked, int revision, Instant start, Instant end) {
    /** Why a message about this call would no longer be true. */
    public Optional<Suppression> objectionTo(Message message, Instant now) {
        boolean announcesCancellation =
                message.kind() == MessageKind.CALL_CANCELLED || message.kind() == MessageKind.CALL_CANCELLED_HOST;
        if (announcesCancellation) {
            return booked ? Optional.of(Suppression.CALL_STANDS) : Optional.empty();
        }
        if (!booked) {
            return Optional.of(Suppression.CALL_CANCELLED);
        }
        if (revision != message.subject().revision()) {
            return Optional.of(Suppression.CALL_MOVED);
        }
        return now.isBefore(start) ? Optional.empty() : Optional.of(Suppression.CALL_PAST);
    }
}
