package org.rapport.matching.referrals.domain;

import java.util.Locale;

/** Why a referral ends. */
public enum CloseReason {
    NO_LONGER_WANTED,
    NOT_REACHED,
    /** To somebody outside the practice; the person agreed to it. */
    REFERRED_OUT,
    HIGHER_CARE,
    CARE_ENDED,
    ENTERED_TWICE;

    /** As it stands on the wire, for example {@code referred-out}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether something about the person leaves the practice, for which they must have agreed. */
    public boolean needsConsent() {
        return this == REFERRED_OUT;
    }
}
