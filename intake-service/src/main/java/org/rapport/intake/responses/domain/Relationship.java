package org.rapport.intake.responses.domain;

/** Who signs, as seen from the person the answers are about. */
public enum Relationship {
    SELF,
    PARENT_OR_GUARDIAN,
    REPRESENTATIVE
}
