package org.rapport.booking.calls.application;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.Leave;

/**
 * A host who could take a call.
 *
 * @param away for whom the host stands in during a leave; absent for the one who was asked for
 */
public record Candidate(Host host, @Nullable Host away) {

    static Candidate oneself(Host host) {
        return new Candidate(host, null);
    }

    boolean takesCallsAt(Instant start) {
        if (away == null) {
            return true;
        }
        Optional<Leave> leave = away.hours().leaveOn(away.dateOf(start));
        return leave.map(Leave::delegate).filter(host.id()::equals).isPresent();
    }
}
