package org.rapport.booking.requests.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.rapport.booking.requests.domain.Beginning;
import org.rapport.booking.requests.domain.KeptAnswer;
import org.rapport.booking.requests.domain.KeptRequest;
import org.rapport.booking.requests.domain.Requests;

/**
 * Answers a command that is sent again as it was answered first.
 *
 * <ol>
 *   <li>{@link #begin}: insert the key. Whoever inserts it carries the command out.
 *   <li>If it is there with an answer, that is the answer; without one, the command is carried out again under the ids of the
 *       first time, which finds its own effect.
 *   <li>{@link #end}: the first answer written is everybody's.
 * </ol>
 */
public final class KeepRequestHandler {

    private static final int ATTEMPTS = 20;

    private final Requests requests;
    private final Clock clock;

    public KeepRequestHandler(Requests requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    public Beginning begin(String id, String fingerprint) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        KeptRequest fresh = new KeptRequest(id, 0, fingerprint, now, null);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (requests.save(fresh)) {
                return new Beginning.Perform(fresh.begunAt());
            }
            Optional<KeptRequest> found = requests.find(id);
            if (found.isEmpty()) {
                continue;
            }
            KeptRequest kept = found.get();
            if (!kept.isOver(now)) {
                return known(kept, fingerprint);
            }
            if (requests.save(kept.begunAnew(fingerprint, now))) {
                return new Beginning.Perform(now);
            }
        }
        throw new IllegalStateException("a request's key is written by too many at once");
    }

    /** The answer everybody gets: this one, or the one that somebody with the same key wrote first. */
    public KeptAnswer end(String id, Instant begunAt, KeptAnswer answer) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<KeptRequest> found =
                    requests.find(id).filter(kept -> kept.begunAt().equals(begunAt));
            if (found.isEmpty()) {
                return answer;
            }
            KeptAnswer first = found.get().answer();
            if (first != null) {
                return first;
            }
            if (requests.save(found.get().answered(answer))) {
                return answer;
            }
        }
        throw new IllegalStateException("a request's key is written by too many at once");
    }

    /** Lets a key go whose time is over. */
    public void forget(String id) {
        requests.find(id).filter(kept -> kept.isOver(clock.instant())).ifPresent(requests::forget);
    }

    private static Beginning known(KeptRequest kept, String fingerprint) {
        if (!kept.fingerprint().equals(fingerprint)) {
            return new Beginning.Reused();
        }
        KeptAnswer answer = kept.answer();
        return answer == null ? new Beginning.Perform(kept.begunAt()) : new Beginning.Repeat(answer);
    }
}
