package org.rapport.matching.referrals.domain;

/** What became of a write. */
public enum Saving {
    SAVED,
    /** Somebody else wrote this referral first. */
    STALE,
    /** Another referral or an existing client holds the seat. */
    TAKEN
}
