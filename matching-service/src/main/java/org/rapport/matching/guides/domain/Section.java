package org.rapport.matching.guides.domain;

/** The parts every guide has, in this order. */
public enum Section {
    WHAT,
    SESSION,
    HELPS,
    CAUTION,
    EVIDENCE,
    ASK
}
