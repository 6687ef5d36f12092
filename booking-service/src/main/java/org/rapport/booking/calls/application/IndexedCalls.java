package org.rapport.booking.calls.application;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
    public Saving save(Call call, List<CallEvent> events) {
        Saving saving = kept.save(call, events);
        if (saving == Saving.SAVED) {
            index.put(call, call.version() + Math.max(1, events.size()));
        }
        return saving;
    }

    @Override
    public Optional<Call> find(CallId id) {
        return kept.find(id);
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
    public List<Call> held(Instant now) {
        return kept.held(now);
    }
}
