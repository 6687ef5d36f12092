package org.rapport.matching.roster.domain;

/** Credential level as it stands on the licence. */
public enum Credential {
    LCSW,
    LCPC,
    LPC,
    LMFT,
    PSYD,
    PHD
}
