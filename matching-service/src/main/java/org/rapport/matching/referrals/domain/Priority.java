package org.rapport.matching.referrals.domain;

/** How soon a coordinator must act. */
public enum Priority {
    EMERGENT,
    URGENT,
    ROUTINE
}
