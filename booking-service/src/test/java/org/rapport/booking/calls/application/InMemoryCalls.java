package org.rapport.booking.calls.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallEvent;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.CallState;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.domain.Claim;
import org.rapport.booking.calls.domain.Saving;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.Interval;

public final class InMemoryCalls implements Calls {

    private final Map<CallId, Call> calls = new HashMap<>();
    private final Map<Claim, CallId> claimed = new HashMap<>();
    private final List<CallEvent> events = new ArrayList<>();
    private Runnable beforeNextSave = () -> {};

    @Override
    public synchronized Optional<Call> find(CallId id) {
        return Optional.ofNullable(calls.get(id));
    }

    @Override
    public synchronized Saving save(Call call, List<CallEvent> news) {
        Runnable rival = beforeNextSave;
        beforeNextSave = () -> {};
        rival.run();
        long stored = find(call.id()).map(Call::version).orElse(0L);
        if (stored != call.version()) {
            return Saving.STALE;
        }
        List<Claim> claims = call.claims();
        if (claiming(claims).stream().anyMatch(other -> !other.id().equals(call.id()))) {
            return Saving.TAKEN;
        }
        find(call.id()).ifPresent(before -> before.claims().forEach(claimed::remove));
        claims.forEach(claim -> claimed.put(claim, call.id()));
        calls.put(call.id(), atVersion(call, stored + Math.max(1, news.size())));
        events.addAll(news);
        return Saving.SAVED;
    }

    @Override
    public synchronized List<Call> claiming(Collection<Claim> claims) {
        return claims.stream()
                .flatMap(claim -> Stream.ofNullable(claimed.get(claim)))
                .distinct()
                .flatMap(id -> find(id).stream())
                .toList();
    }

    @Override
    public synchronized List<Call> active(Collection<HostId> hosts, Interval range) {
        return calls.values().stream()
                .filter(call -> hosts.contains(call.hostId())
                        && !call.time().start().isBefore(range.start())
                        && call.time().start().isBefore(range.end())
                        && !call.claims().isEmpty())
                .sorted(Comparator.comparing(call -> call.time().start()))
                .toList();
    }

    /** Somebody else is quicker: what happens between the look of one request and its write. */
    void beforeNextSave(Runnable rival) {
        beforeNextSave = rival;
    }

    @Override
    public synchronized List<Call> told(HostId host, Interval range) {
        return calls.values().stream()
                .filter(call -> call.hostId().equals(host))
                .filter(call -> switch (call.state()) {
                    case CallState.Booked _, CallState.Ended _, CallState.Cancelled _ -> true;
                    case CallState.Held _, CallState.Doubled _, CallState.Unconfirmed _, CallState.Released _ -> false;
                })
                .filter(call -> !call.time().start().isBefore(range.start())
                        && call.time().start().isBefore(range.end()))
                .sorted(Comparator.comparing(call -> call.time().start()))
                .toList();
    }

    @Override
    public synchronized List<Call> held(Instant now) {
        return calls.values().stream()
                .filter(call -> call.state() instanceof CallState.Held && !call.isOver(now))
                .toList();
    }

    public synchronized List<CallEvent> events() {
        return List.copyOf(events);
    }

    private static Call atVersion(Call call, long version) {
        return new Call(
                call.id(),
                version,
                call.inquiryId(),
                call.hostId(),
                call.hostRole(),
                call.callType(),
                call.time(),
                call.blocked(),
                call.hostZone(),
                call.clientZone(),
                call.tokenHash(),
                call.client(),
                call.places(),
                call.changeableUntil(),
                call.revision(),
                call.state());
    }
}
