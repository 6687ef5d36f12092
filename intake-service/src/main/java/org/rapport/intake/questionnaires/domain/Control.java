package org.rapport.intake.questionnaires.domain;

/** How a choice is shown; the author may leave it to us. */
public enum Control {
    AUTOMATIC,
    RADIO_BUTTONS,
    CHECK_BOXES,
    DROP_DOWN
}
