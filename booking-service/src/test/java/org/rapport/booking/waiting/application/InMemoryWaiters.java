package org.rapport.booking.waiting.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rapport.booking.Fake;
import org.rapport.booking.waiting.domain.Saving;
import org.rapport.booking.waiting.domain.Waiter;
import org.rapport.booking.waiting.domain.WaiterEvent;
import org.rapport.booking.waiting.domain.WaiterId;
import org.rapport.booking.waiting.domain.WaiterState;
import org.rapport.booking.waiting.domain.Waiters;

public final class InMemoryWaiters implements Waiters, Fake {

    private final Map<WaiterId, Waiter> waiters = new HashMap<>();
    private final List<WaiterEvent> events = new ArrayList<>();

    @Override
    public synchronized Optional<Waiter> find(WaiterId id) {
        return Optional.ofNullable(waiters.get(id));
    }

    @Override
    public synchronized Saving save(Waiter waiter, List<WaiterEvent> news) {
        long stored = find(waiter.id()).map(Waiter::version).orElse(0L);
        if (stored != waiter.version()) {
            return Saving.STALE;
        }
        waiters.put(
                waiter.id(),
                new Waiter(
                        waiter.id(),
                        stored + Math.max(1, news.size()),
                        waiter.inquiryId(),
                        waiter.wish(),
                        waiter.joinedAt(),
                        waiter.had(),
                        waiter.state()));
        events.addAll(news);
        return Saving.SAVED;
    }

    @Override
    public synchronized List<Waiter> inLine() {
        return listed().stream()
                .filter(waiter -> !(waiter.state() instanceof WaiterState.Unheard))
                .toList();
    }

    @Override
    public synchronized List<Waiter> listed() {
        return waiters.values().stream()
                .filter(waiter -> !(waiter.state() instanceof WaiterState.Ended))
                .sorted(Comparator.comparing(Waiter::joinedAt)
                        .thenComparing(waiter -> waiter.id().toString()))
                .toList();
    }

    public synchronized List<WaiterEvent> events() {
        return List.copyOf(events);
    }

    /** Empties the list. */
    public void leaveAll(Instant now) {
        listed().forEach(one -> decide(one.id(), waiter -> waiter.leave(now)));
    }

    synchronized List<WaiterId> due(Instant now) {
        return waiters.values().stream()
                .filter(waiter -> waiter.wakeAt().filter(at -> !at.isAfter(now)).isPresent())
                .map(Waiter::id)
                .toList();
    }

    @Override
    public synchronized void renew() {
        waiters.clear();
        events.clear();
    }
}
