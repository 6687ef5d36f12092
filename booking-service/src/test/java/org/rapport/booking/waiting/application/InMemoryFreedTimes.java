package org.rapport.booking.waiting.application;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.rapport.booking.Fake;
import org.rapport.booking.waiting.domain.FreedTime;
import org.rapport.booking.waiting.domain.FreedTimeId;
import org.rapport.booking.waiting.domain.FreedTimes;
import org.rapport.booking.waiting.domain.Saving;

public final class InMemoryFreedTimes implements FreedTimes, Fake {

    private final Map<FreedTimeId, FreedTime> times = new HashMap<>();
    private Consumer<FreedTime> onSave = _ -> {};

    @Override
    public synchronized Optional<FreedTime> find(FreedTimeId id) {
        return Optional.ofNullable(times.get(id));
    }

    @Override
    public synchronized Saving save(FreedTime freed) {
        long stored = find(freed.id()).map(FreedTime::version).orElse(0L);
        if (stored != freed.version()) {
            return Saving.STALE;
        }
        onSave.accept(freed);
        times.put(
                freed.id(),
                new FreedTime(
                        freed.id(),
                        stored + 1,
                        freed.host(),
                        freed.start(),
                        freed.freedAt(),
                        freed.asked(),
                        freed.offers(),
                        freed.state()));
        return Saving.SAVED;
    }

    /** Sees each time as it is written, while everything else is as it was when that was decided. */
    void onSave(Consumer<FreedTime> seen) {
        onSave = seen;
    }

    public synchronized List<FreedTime> all() {
        return List.copyOf(times.values());
    }

    public synchronized List<FreedTimeId> due(Instant now) {
        return times.values().stream()
                .filter(freed -> freed.wakeAt().filter(at -> !at.isAfter(now)).isPresent())
                .map(FreedTime::id)
                .toList();
    }

    @Override
    public synchronized void renew() {
        times.clear();
        onSave = _ -> {};
    }
}
