package org.rapport.matching.roster.domain;

/** Credential level as it stands on the licence. */
public enum Credential {
    LCSW,
    LSW,
    LCPC,
    LPC,
    LMFT,
    ALMFT,
    PSYD,
    PHD;

    /** Whether somebody else has to answer for the work. */
    public boolean isSupervised() {
        return this == LSW || this == LPC || this == ALMFT;
    }
}
