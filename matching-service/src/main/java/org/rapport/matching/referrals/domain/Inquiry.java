package org.rapport.matching.referrals.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the person came.
 *
 * @param wish what a person who phoned wanted next, as a code; absent on every other path
 */
public record Inquiry(
        String path,
        String language,
        String state,
        @Nullable String wish,
        Instant receivedAt) {

    public boolean isByPhone() {
        return path.equals("BY_PHONE");
    }

    /** Whoever wanted nothing yet, or waits on the list for a time that is given back, is not the practice's to hurry. */
    boolean waitsForThePerson() {
        return path.equals("WAIT_LIST") || "wants-nothing-yet".equals(wish);
    }

    boolean wantsCallBack() {
        return path.equals("CALL_ME_BACK") || "wants-call-back".equals(wish);
    }
}
