package org.rapport.matching.referrals.domain;

/** How soon a coordinator must act, the most pressing first. */
public enum Priority {
    EMERGENT,
    URGENT,
    ROUTINE
}
