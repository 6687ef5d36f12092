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

    /** Before each of them is asked; {@link #find} asks for the bundle. */
    default void asked(String what) {}

    @Override
    default Optional<Bundle> bundle(CallId id) {
        asked("bundle");
        return calls().bundle(id);
    }

    @Override
    default Saving save(Bundle bundle, List<CallEvent> events) {
        asked("save");
        return calls().save(bundle, events);
    }

    @Override
    default List<Call> claiming(Collection<Claim> claims) {
        asked("claiming");
        return calls().claiming(claims);
    }

    @Override
    default List<Call> active(Collection<HostId> hosts, Interval range) {
        asked("active");
        return calls().active(hosts, range);
    }

    @Override
    default List<Call> told(HostId host, Interval range) {
        asked("told");
        return calls().told(host, range);
    }

    @Override
    default List<Call> held(Instant now) {
        asked("held");
        return calls().held(now);
    }
}
