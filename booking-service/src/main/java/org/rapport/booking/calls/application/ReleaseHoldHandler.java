package org.rapport.booking.calls.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.rapport.booking.calls.domain.CallDecision;
import org.rapport.booking.calls.domain.Calls;

/** Gives a held time back; only its token can. */
public final class ReleaseHoldHandler {

    private final Calls calls;
    private final Clock clock;

    public ReleaseHoldHandler(Calls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    public CallDecision handle(ReleaseHold command) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return calls.decide(command.token().callId(), call -> call.release(command.token(), now));
    }
}
