package org.rapport.booking.calls.application;

import org.rapport.booking.calls.domain.CallId;

public record ConfirmCall(CallId callId) {}
