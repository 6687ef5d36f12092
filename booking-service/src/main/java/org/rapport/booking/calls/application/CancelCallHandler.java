package org.rapport.booking.calls.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.rapport.booking.calls.domain.CallDecision;
import org.rapport.booking.calls.domain.Calls;

/** Cancels a call; the time can be booked again at once. */
public final class CancelCallHandler {

    private final Calls calls;
    private final Clock clock;

    public CancelCallHandler(Calls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    public CallDecision handle(CancelCall command) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return calls.decide(command.callId(), call -> call.cancel(command.reason(), now));
    }
}
