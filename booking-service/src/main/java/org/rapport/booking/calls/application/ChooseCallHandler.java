package org.rapport.booking.calls.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.rapport.booking.calls.domain.Bundle;
import org.rapport.booking.calls.domain.BundleDecision;
import org.rapport.booking.calls.domain.CallRefusal;
import org.rapport.booking.calls.domain.Calls;

/** Chooses one of the calls booked together; the others are given back in the same write. */
public final class ChooseCallHandler {

    private static final int ATTEMPTS = 20;

    private final Calls calls;
    private final Clock clock;

    public ChooseCallHandler(Calls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    public BundleDecision handle(ChooseCall command) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Bundle> bundle = calls.bundle(command.callId());
            if (bundle.isEmpty()) {
                return new BundleDecision.Refused(CallRefusal.UNKNOWN_LINK);
            }
            BundleDecision decision = bundle.get().choose(command.callId(), now);
            if (!(decision instanceof BundleDecision.Changed(Bundle chosen, var events))) {
                return decision;
            }
            switch (calls.save(chosen, events)) {
                case SAVED -> {
                    return decision;
                }
                case STALE -> {}
                case TAKEN -> throw new IllegalStateException("a bundle lost claims it had: " + command.callId());
            }
        }
        throw new IllegalStateException("a bundle is written by too many at once: " + command.callId());
    }
}
