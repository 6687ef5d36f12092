package org.rapport.intake.responses.application;

import org.rapport.intake.responses.domain.ResponseId;

/** The time of a response has come: somebody must be reminded, told, or asked. */
public record WakeResponse(ResponseId responseId) {}
