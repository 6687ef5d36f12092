package org.rapport.notification.messages.domain;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a message stands; the transitions are in {@link Message}. */
public sealed interface MessageState {
    /**
     * @param wakeAt when it is due, or when to try again
     * @param attempts how often it was claimed before
     * @param lastFault what the last attempt came to, absent before the first
     */
    record Planned(Instant wakeAt, int attempts, @Nullable Fault lastFault) implements MessageState {}

    /**
     * One instance is at it until {@code leaseEnd}; {@code attempt} fences off one that comes back too late.
     *
     * @param withdrawn why there must be no further attempt, absent while there may be one
     */
    record Sending(
            Instant leaseEnd,
            int attempt,
            @Nullable Fault lastFault,
            @Nullable Suppression withdrawn) implements MessageState {}

    record Sent(Instant at) implements MessageState {}

    /** A message to a group has become one message for each of its {@code recipients}. */
    record Spread(int recipients, Instant at) implements MessageState {}

    record Suppressed(Suppression reason, Instant at) implements MessageState {}

    record Failed(Fault reason, Instant at) implements MessageState {}

    /** The provider may have taken it, and sending it again would be worse than not knowing. */
    record Unknown(Instant at) implements MessageState {}

    default Name name() {
        return switch (this) {
            case Planned _ -> Name.PLANNED;
            case Sending _ -> Name.SENDING;
            case Sent _ -> Name.SENT;
            case Spread _ -> Name.SPREAD;
            case Suppressed _ -> Name.SUPPRESSED;
            case Failed _ -> Name.FAILED;
            case Unknown _ -> Name.UNKNOWN;
        };
    }

    /** When somebody must look at the message again; empty once it is settled. */
    default Optional<Instant> wakesAt() {
        return switch (this) {
            case Planned planned -> Optional.of(planned.wakeAt());
            case Sending sending -> Optional.of(sending.leaseEnd());
            case Sent _, Spread _, Suppressed _, Failed _, Unknown _ -> Optional.empty();
        };
    }

    enum Name {
        PLANNED,
        SENDING,
        SENT,
        SPREAD,
        SUPPRESSED,
        FAILED,
        UNKNOWN
    }
}
