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
import org.rapport.booking.Fake;
import org.rapport.booking.calls.domain.Bundle;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallEvent;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.CallState;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.domain.Claim;
import org.rapport.booking.calls.domain.Saving;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.Interval;

public final class InMemoryCalls implements Calls, Fake {

    private final Map<CallId, Bundle> bundles = new HashMap<>();
    private final Map<Claim, CallId> claimed = new HashMap<>();
    private final List<CallEvent> events = new ArrayList<>();
    private Runnable beforeNextSave = () -> {};

    @Override
    public synchronized Optional<Bundle> bundle(CallId id) {
        return Optional.ofNullable(bundles.get(id.lead()));
    }

    @Override
    public synchronized Saving save(Bundle bundle, List<CallEvent> news) {
        Runnable rival = beforeNextSave;
        beforeNextSave = () -> {};
        rival.run();
        Optional<Bundle> stored = bundle(bundle.id());
        if (stored.map(Bundle::version).orElse(0L) != bundle.version()) {
            return Saving.STALE;
        }
        boolean isTaken = bundle.claims().stream()
                .anyMatch(claim -> !claimed.getOrDefault(claim, bundle.id()).equals(bundle.id()));
        if (isTaken) {
            return Saving.TAKEN;
        }
        stored.ifPresent(before -> before.claims().forEach(claimed::remove));
        bundle.claims().forEach(claim -> claimed.put(claim, bundle.id()));
        long version = bundle.version() + Math.max(1, news.size());
        List<Call> written =
                bundle.calls().stream().map(call -> atVersion(call, version)).toList();
        bundles.put(bundle.id(), new Bundle(written, bundle.chosen()));
        events.addAll(news);
        return Saving.SAVED;
    }

    @Override
    public synchronized List<Call> claiming(Collection<Claim> claims) {
        return claims.stream()
                .flatMap(claim -> Stream.ofNullable(claimed.get(claim)))
                .distinct()
                .flatMap(id -> bundle(id).orElseThrow().calls().stream())
                .filter(call -> call.claims().stream().anyMatch(claims::contains))
                .toList();
    }

    private Stream<Call> all() {
        return bundles.values().stream().flatMap(bundle -> bundle.calls().stream());
    }

    @Override
    public synchronized List<Call> active(Collection<HostId> hosts, Interval range) {
        return all().filter(call -> hosts.contains(call.hostId())
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
        return all().filter(call -> call.hostId().equals(host))
                .filter(call -> call.state().isCall())
                .filter(call -> !call.time().start().isBefore(range.start())
                        && call.time().start().isBefore(range.end()))
                .sorted(Comparator.comparing(call -> call.time().start()))
                .toList();
    }

    @Override
    public synchronized List<Call> held(Instant now) {
        return all().filter(call -> call.state() instanceof CallState.Held && !call.isOver(now))
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

    @Override
    public synchronized void renew() {
        bundles.clear();
        claimed.clear();
        events.clear();
        beforeNextSave = () -> {};
    }
}
