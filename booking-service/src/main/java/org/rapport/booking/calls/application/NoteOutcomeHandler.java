package org.rapport.booking.calls.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.rapport.booking.calls.domain.CallDecision;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.domain.OutcomeRules;

/** Notes how a call went, or corrects it. */
public final class NoteOutcomeHandler {

    private final Calls calls;
    private final Clock clock;

    public NoteOutcomeHandler(Calls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    public CallDecision handle(NoteOutcome command) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return calls.decide(command.callId(), call -> OutcomeRules.note(call, command.outcome(), command.by(), now));
    }
}
