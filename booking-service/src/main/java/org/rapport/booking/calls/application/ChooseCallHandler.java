package org.rapport.booking.calls.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.rapport.booking.calls.domain.BundleDecision;
import org.rapport.booking.calls.domain.Calls;

/** Chooses one of the calls booked together; the others are given back in the same write. */
public final class ChooseCallHandler {

    private final Calls calls;
    private final Clock clock;

    public ChooseCallHandler(Calls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    public BundleDecision handle(ChooseCall command) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return calls.decideTogether(command.callId(), bundle -> bundle.choose(command.callId(), now));
    }
}
