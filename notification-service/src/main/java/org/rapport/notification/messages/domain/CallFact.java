package org.rapport.notification.messages.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call as booking-service tells it at this moment.
 *
 * @param changeableUntil when the person can no longer move or cancel it
 * @param ending how it went, once that is noted
 */
public record CallFact(
        UUID id,
        boolean booked,
        int revision,
        Instant start,
        Instant end,
        Instant changeableUntil,
        @Nullable Ending ending) {

    /** @param correction of the note; a later one makes what was said of an earlier untrue */
    public record Ending(boolean missedByClient, boolean missedByHost, int correction) {}

    public boolean isChangeable(Instant now) {
        return booked && now.isBefore(changeableUntil);
    }

    /** Why a message about this call would no longer be true. */
    public Optional<Suppression> objectionTo(Message message, Instant now) {
        if (message.kind().isOfMissedCall()) {
            return isStillMissed(message) ? Optional.empty() : Optional.of(Suppression.CALL_CORRECTED);
        }
        if (message.kind().isOfCancelledCall()) {
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

    private boolean isStillMissed(Message message) {
        if (ending == null || ending.correction() != message.subject().revision()) {
            return false;
        }
        return message.kind() == MessageKind.CALL_MISSED_BY_CLIENT ? ending.missedByClient() : ending.missedByHost();
    }
}
