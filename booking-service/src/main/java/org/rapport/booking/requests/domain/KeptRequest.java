package org.rapport.booking.requests.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A command under its key.
 *
 * @param id hash of the key: who reads the store cannot repeat the command
 * @param version of the stored document this was read from; 0 for a new one
 * @param fingerprint hash of all that must be the same when the key comes again
 * @param begunAt also what the ids of this command are derived from, so that after a crash they are the same
 * @param answer absent while it is under way, or since a crash
 */
public record KeptRequest(
        String id,
        long version,
        String fingerprint,
        Instant begunAt,
        @Nullable KeptAnswer answer) {

    public static final Duration KEPT = Duration.ofHours(24);

    /** When the key is free for another command. */
    public Instant keptUntil() {
        return begunAt.plus(KEPT);
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(keptUntil());
    }

    /** The key used anew, after its time. */
    public KeptRequest begunAnew(String newFingerprint, Instant now) {
        return new KeptRequest(id, version, newFingerprint, now, null);
    }

    public KeptRequest answered(KeptAnswer given) {
        return new KeptRequest(id, version, fingerprint, begunAt, given);
    }
}
