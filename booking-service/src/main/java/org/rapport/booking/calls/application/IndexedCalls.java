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

/** Calls as kept elsewhere; what is saved is in the {@link OpeningsIndex} before the answer is. */
public final class IndexedCalls implements Calls {

    private final Calls kept;
    private final OpeningsIndex index;

    public IndexedCalls(Calls kept, OpeningsIndex index) {
        this.kept = kept;
        this.index = index;
    }

    @Override
    public Saving save(Bundle bundle, List<CallEvent> events) {
        Saving saving = kept.save(bundle, events);
        if (saving == Saving.SAVED) {
            long version = bundle.version() + Math.max(1, events.size());
            bundle.calls().forEach(call -> index.put(call, version));
        }
        return saving;
    }

    @Override
    public Optional<Bundle> bundle(CallId id) {
        return kept.bundle(id);
    }

    @Override
    public List<Call> claiming(Collection<Claim> claims) {
        return kept.claiming(claims);
    }

    @Override
    public List<Call> told(HostId host, Interval range) {
        return kept.told(host, range);
    }

    @Override
    public List<Call> active(Collection<HostId> hosts, Interval range) {
        return kept.active(hosts, range);
    }

    @Override
    public List<Call> held(Instant now) {
        return kept.held(now);
    }
}
