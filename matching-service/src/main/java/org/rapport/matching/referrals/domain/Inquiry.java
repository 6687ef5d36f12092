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

    boolean wantsCallBack() {
        return path.equals("CALL_ME_BACK") || "wants-call-back".equals(wish);
    }
}
