package org.rapport.booking.waiting.application;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.rapport.booking.calls.application.InMemoryCalls;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallEvent;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.domain.Claim;
import org.rapport.booking.calls.domain.Saving;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.Interval;

/** Dies before a write, if it is told to. */
record CrashingCalls(InMemoryCalls kept, Runnable beforeWrite) implements Calls {

    @Override
    public Optional<Call> find(CallId id) {
        return kept.find(id);
    }

    @Override
    public Saving save(Call call, List<CallEvent> events) {
        beforeWrite.run();
        return kept.save(call, events);
    }

    @Override
    public List<Call> claiming(Collection<Claim> claims) {
        return kept.claiming(claims);
    }

    @Override
    public List<Call> active(Collection<HostId> hosts, Interval range) {
        return kept.active(hosts, range);
    }

    @Override
    public List<Call> told(HostId host, Interval range) {
        return kept.told(host, range);
    }

    @Override
    public List<Call> held(Instant now) {
        return kept.held(now);
    }

    List<CallEvent> events() {
        return kept.events();
    }
}
