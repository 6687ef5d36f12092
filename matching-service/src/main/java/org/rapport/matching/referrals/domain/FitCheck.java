package org.rapport.matching.referrals.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One time the person is asked how it is with their therapist.
 *
 * @param number rising by one within a match and over all matches of the person ({@link FitChecks#first}); an older link tells by it that it is
 *     older
 * @param askAt when it goes out
 * @param until when its link ends; absent before it went out
 * @param answer absent while there is none
 */
public record FitCheck(
        int number,
        Instant askAt,
        @Nullable Instant until,
        @Nullable FitAnswer answer) {
    /** When something has to become of it: it goes out, or its link ends. */
    Instant nextAt() {
        return until == null ? askAt : until;
    }

    FitCheck asked(Instant end) {
        return new FitCheck(number, askAt, end, answer);
    }

    FitCheck answered(FitAnswer said) {
        return new FitCheck(number, askAt, until, said);
    }
}
