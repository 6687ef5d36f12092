package org.rapport.matching.roster.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.rapport.matching.roster.domain.Therapists.Kept;

/**
 * All therapists in memory.
 *
 * <ol>
 *   <li>Read whole once, at the start.
 *   <li>Every question first asks the store for entries changed since the latest change known here, which an index answers: so a
 *       change made on any instance counts in the very next ranking on every other.
 *   <li>The question reaches back by {@link #CLOCKS_APART}: instances stamp changes by clocks of their own.
 * </ol>
 */
public final class Roster {
    static final Duration CLOCKS_APART = Duration.ofMinutes(2);

    private final Therapists kept;
    /** Changed in place: a copy of a large roster for each change would cost more than the change. */
    private final Map<UUID, Kept> byId = new ConcurrentSkipListMap<>();

    private volatile Instant latest = Instant.EPOCH;
    private final List<Consumer<UUID>> told = new CopyOnWriteArrayList<>();

    public Roster(Therapists kept) {
        this.kept = kept;
        learn(kept.all());
    }

    public List<Therapist> therapists() {
        refresh();
        return byId.values().stream().map(Kept::therapist).toList();
    }

    public Optional<Therapist> find(UUID id) {
        refresh();
        return Optional.ofNullable(byId.get(id)).map(Kept::therapist);
    }

    /** As last read, for names: a list of them asks the store once and not for each. */
    public Optional<Therapist> remembered(UUID id) {
        return Optional.ofNullable(byId.get(id)).map(Kept::therapist);
    }

    /** Has every therapist named to somebody, and whoever changes from now on, as soon as this roster knows. */
    public synchronized void tell(Consumer<UUID> changed) {
        byId.keySet().forEach(changed);
        told.add(changed);
    }

    /** Learns what was changed up to now, on whatever instance. */
    public void refresh() {
        learn(kept.changedSince(latest.equals(Instant.EPOCH) ? latest : latest.minus(CLOCKS_APART)));
    }

    private synchronized void learn(Collection<Kept> read) {
        for (Kept entry : read) {
            UUID id = entry.therapist().id();
            Kept known = byId.get(id);
            if (known == null || known.version() < entry.version()) {
                byId.put(id, entry);
                latest = entry.changedAt().isAfter(latest) ? entry.changedAt() : latest;
                told.forEach(each -> each.accept(id));
            }
        }
    }
}
