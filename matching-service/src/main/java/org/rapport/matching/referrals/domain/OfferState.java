package org.rapport.matching.referrals.domain;

/** What became of an offer. */
public enum OfferState {
    OPEN,
    ACCEPTED,
    DECLINED,
    LAPSED,
    /** Taken back: another therapist accepted, or the coordinator thought better of it. */
    WITHDRAWN
}
