package org.rapport.booking.waiting.application;

import org.rapport.booking.calls.domain.HoldToken;

public record LetGo(HoldToken token) {}
