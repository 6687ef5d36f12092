package org.rapport.booking.calls.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.rapport.booking.calls.domain.CallDecision;
import org.rapport.booking.calls.domain.Calls;

/** Keeps what the holder typed with the hold, so that nothing personal travels in an address. */
public final class KeepDraftHandler {

    private final Calls calls;
    private final Clock clock;

    public KeepDraftHandler(Calls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    public CallDecision handle(KeepDraft command) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return calls.decide(command.token().callId(), call -> call.draft(command.token(), command.draft(), now));
    }
}
