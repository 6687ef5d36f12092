package org.rapport.booking.calls.application;

import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.CancelReason;

public record CancelCall(CallId callId, CancelReason reason) {}
