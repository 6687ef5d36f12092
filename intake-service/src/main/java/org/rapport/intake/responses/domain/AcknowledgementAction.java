package org.rapport.intake.responses.domain;

/** What a coordinator did about a safety concern. */
public enum AcknowledgementAction {
    CALLED_CLIENT,
    REACHED_EMERGENCY_CONTACT,
    SENT_TO_CRISIS_SERVICE,
    OTHER
}
