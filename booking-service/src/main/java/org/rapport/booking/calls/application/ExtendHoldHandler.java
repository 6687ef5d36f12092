package org.rapport.booking.calls.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.rapport.booking.calls.domain.CallDecision;
import org.rapport.booking.calls.domain.Calls;

/** Gives a slow writer ten more minutes, once. */
public final class ExtendHoldHandler {

    private final Calls calls;
    private final Clock clock;

    public ExtendHoldHandler(Calls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    public CallDecision handle(ExtendHold command) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return calls.decide(command.token().callId(), call -> call.extend(command.token(), command.request(), now));
    }
}
