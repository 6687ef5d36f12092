package org.rapport.booking.calls.application;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.rapport.booking.calls.domain.Bundle;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallEvent;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.domain.Claim;
import org.rapport.booking.calls.domain.Saving;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.Interval;

/** Calls that others keep; a test overrides what it wants to go wrong. */
public interface ForwardedCalls extends Calls {

    Calls calls();

    @Override
    default Optional<Bundle> bundle(CallId id) {
        return calls().bundle(id);
    }

    @Override
    default Saving save(Bundle bundle, List<CallEvent> events) {
        return calls().save(bundle, events);
    }

    @Override
    default List<Call> claiming(Collection<Claim> claims) {
        return calls().claiming(claims);
    }

    @Override
    default List<Call> active(Collection<HostId> hosts, Interval range) {
        return calls().active(hosts, range);
    }

    @Override
    default List<Call> told(HostId host, Interval range) {
        return calls().told(host, range);
    }

    @Override
    default List<Call> held(Instant now) {
        return calls().held(now);
    }
}
