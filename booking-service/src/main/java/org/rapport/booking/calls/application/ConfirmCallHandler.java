package org.rapport.booking.calls.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.rapport.booking.calls.domain.CallDecision;
import org.rapport.booking.calls.domain.CallRefusal;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.domain.ConfirmationRules;

/** Books a call that waited for its person to follow the link. Their own time it claims only now, if no other call has it. */
public final class ConfirmCallHandler {

    private final Calls calls;
    private final Clock clock;

    public ConfirmCallHandler(Calls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    public CallDecision handle(ConfirmCall command) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return calls.decide(
                command.callId(),
                call -> ConfirmationRules.confirm(call, now),
                () -> new CallDecision.Refused(CallRefusal.PERSON_BUSY));
    }
}
