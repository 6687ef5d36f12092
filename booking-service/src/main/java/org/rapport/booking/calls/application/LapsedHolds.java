package org.rapport.booking.calls.application;

import java.time.Instant;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallDecision;
import org.rapport.booking.calls.domain.Calls;

/** Frees what holds beyond their time still claim; whoever meets them does it. */
final class LapsedHolds {

    private final Calls calls;

    LapsedHolds(Calls calls) {
        this.calls = calls;
    }

    /** False if what {@code wanted} claims is rightly somebody else's. */
    boolean freed(Call wanted, Instant now) {
        return calls.claiming(wanted.claims()).stream()
                .filter(other -> !other.id().equals(wanted.id()))
                .allMatch(other -> switch (calls.decide(other.id(), again -> again.lapse(now))) {
                    case CallDecision.Changed _ -> true;
                    case CallDecision.Unchanged(Call as) -> as.claims().isEmpty();
                    case CallDecision.Refused _ -> false;
                });
    }
}
