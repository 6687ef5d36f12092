package org.rapport.intake.questionnaires.domain;

/** What matching is told; each is answered by one choice question of the packet. */
public enum Criterion {
    STATE,
    FORMAT,
    CONCERNS,
    MODALITIES,
    PAYMENT,
    LANGUAGES,
    AVAILABILITY
}
