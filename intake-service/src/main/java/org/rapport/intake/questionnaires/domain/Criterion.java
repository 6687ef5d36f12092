package org.rapport.intake.questionnaires.domain;

/** What matching is told; each is answered by one choice question of the packet. */
public enum Criterion {
    STATE(true),
    FORMAT(true),
    CONCERNS(false),
    MODALITIES(false),
    PAYMENT(true),
    /** The most the person would pay for a session; the codes are whole US dollars. */
    FEE(false),
    LANGUAGES(false),
    AVAILABILITY(false);

    private final boolean single;

    Criterion(boolean single) {
        this.single = single;
    }

    /** Whether matching needs exactly one code. */
    boolean isSingle() {
        return single;
    }
}
