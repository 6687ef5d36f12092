package org.rapport.matching.referrals.domain;

import java.time.Instant;
import java.util.Locale;

/**
 * How it is with the therapist, in three plain questions.
 *
 * @param heard whether they feel heard and understood
 * @param matters whether it is about what matters to them
 * @param goOn whether they want to go on with this therapist
 */
public record FitAnswer(Degree heard, Degree matters, Degree goOn, Instant at) {
    public enum Degree {
        YES,
        PARTLY,
        NO;

        public String code() {
            return "fit-" + name().toLowerCase(Locale.ROOT);
        }
    }

    boolean isSameAs(FitAnswer other) {
        return heard == other.heard && matters == other.matters && goOn == other.goOn;
    }

    /** Not right: somebody talks with them, first about what could be mended. */
    public boolean isRight() {
        return goOn == Degree.YES && heard != Degree.NO && matters != Degree.NO;
    }
}
