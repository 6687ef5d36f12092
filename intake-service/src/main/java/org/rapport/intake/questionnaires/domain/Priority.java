package org.rapport.intake.questionnaires.domain;

/** How soon a coordinator must act; later ones are more urgent. */
public enum Priority {
    ROUTINE,
    URGENT,
    EMERGENT
}
