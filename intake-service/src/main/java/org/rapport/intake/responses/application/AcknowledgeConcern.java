package org.rapport.intake.responses.application;

import java.util.UUID;
import org.rapport.intake.responses.domain.AcknowledgementAction;
import org.rapport.intake.responses.domain.ResponseId;

/** A named coordinator has acted on a safety concern. */
public record AcknowledgeConcern(
        ResponseId responseId, UUID concernId, UUID staffId, String staffName, AcknowledgementAction action) {}
