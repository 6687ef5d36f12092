package org.rapport.matching.referrals.domain;

import java.util.Locale;

/** Why a therapist says no. */
public enum DeclineReason {
    CASELOAD_FULL,
    OUTSIDE_MY_FIELD,
    TIMES_DO_NOT_FIT,
    CONFLICT_OF_INTEREST,
    OTHER;

    /** As it stands on the wire, for example {@code caseload-full}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
