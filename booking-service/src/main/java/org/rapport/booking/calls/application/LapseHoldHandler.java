package org.rapport.booking.calls.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.rapport.booking.calls.domain.Calls;

/** Lets go of a hold that ran out, and of what was typed with it. Nobody waits for this: claims in the way are freed by whoever meets them. */
public final class LapseHoldHandler {

    private final Calls calls;
    private final Clock clock;

    public LapseHoldHandler(Calls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    public void handle(LapseHold command) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        calls.bundle(command.callId()).stream()
                .flatMap(bundle -> bundle.calls().stream())
                .forEach(one -> calls.decide(one.id(), call -> call.lapse(now)));
    }
}
