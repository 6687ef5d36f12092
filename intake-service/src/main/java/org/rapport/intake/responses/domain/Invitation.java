package org.rapport.intake.responses.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * The latest link to a response.
 *
 * @param number 0 for the first link, one more for each that followed
 * @param nudges how often the person has been reminded of this link
 */
public record Invitation(int number, Instant sentAt, Instant expiresAt, int nudges) {

    static Invitation first(Instant now, Duration lifetime) {
        return new Invitation(0, now, now.plus(lifetime), 0);
    }

    Invitation next(Instant now, Duration lifetime) {
        return new Invitation(number + 1, now, now.plus(lifetime), 0);
    }

    Invitation nudged() {
        return new Invitation(number, sentAt, expiresAt, nudges + 1);
    }

    /** When something is to be done about it: a nudge, or at last to say that it has lapsed. */
    Instant wakeAt(Patience patience) {
        if (nudges < patience.nudges().size()) {
            Instant nudge = sentAt.plus(patience.nudges().get(nudges));
            return nudge.isBefore(expiresAt) ? nudge : expiresAt;
        }
        return expiresAt;
    }
}
