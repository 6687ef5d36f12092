package org.rapport.booking.calls.application;

import java.util.UUID;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.CallOutcome;

/** @param by the member of the staff who notes it */
public record NoteOutcome(CallId callId, CallOutcome outcome, UUID by) {}
