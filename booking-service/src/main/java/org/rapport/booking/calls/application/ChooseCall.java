package org.rapport.booking.calls.application;

import org.rapport.booking.calls.domain.CallId;

/** Of the calls booked together, the person goes on with this one. */
public record ChooseCall(CallId callId) {}
