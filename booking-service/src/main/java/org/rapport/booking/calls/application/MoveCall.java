package org.rapport.booking.calls.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.Mover;

/** @param seen the revision of the call that the mover saw, if they say so */
public record MoveCall(
        CallId callId, Instant start, Mover by, @Nullable Integer seen) {}
