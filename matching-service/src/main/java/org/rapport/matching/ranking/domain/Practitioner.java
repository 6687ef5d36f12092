package org.rapport.matching.ranking.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rapport.matching.roster.domain.Therapist;

/** A therapist as of now: the roster's row with what referrals know of the caseload. */
public record Practitioner(
        Therapist therapist, int seatsTaken, @Nullable Instant lastOffered) {
    public int freeSeats() {
        return Math.max(0, therapist.caseload().capacity() - seatsTaken);
    }
}
