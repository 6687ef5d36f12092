package org.rapport.booking.calls.application;

import org.rapport.booking.calls.domain.HoldToken;

public record ReleaseHold(HoldToken token) {}
