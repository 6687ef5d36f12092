package org.rapport.matching.referrals.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The seats of all therapists and when each was last offered anyone, in memory, for a ranking to read. Who takes a seat reads the store.
 *
 * <ol>
 *   <li>Read whole once, at the start; own writes are told with the write ({@link #learn}).
 *   <li>{@link #refresh} asks the store for what other instances wrote since the latest write known here, which an index answers.
 *   <li>The question reaches back by {@link #CLOCKS_APART}: instances stamp their writes by clocks of their own.
 * </ol>
 */
public final class SeatBook {
    static final Duration CLOCKS_APART = Duration.ofMinutes(2);

    /** @param held numbers by the document that holds them: two may name the same one until both are read anew */
    private record Standing(
            Map<String, List<Integer>> held,
            int existing,
            @Nullable Instant lastOffered) {
        static final Standing NONE = new Standing(Map.of(), 0, null);

        Standing after(UUID therapistId, SeatEntry entry) {
            Map<String, List<Integer>> next = new HashMap<>(held);
            List<Integer> numbers = entry.numbers(therapistId);
            if (numbers.isEmpty()) {
                next.remove(entry.id());
            } else {
                next.put(entry.id(), numbers);
            }
            Instant offered = entry.offered().get(therapistId);
            boolean later = offered != null && (lastOffered == null || offered.isAfter(lastOffered));
            return new Standing(next, entry.existing() ? numbers.size() : existing, later ? offered : lastOffered);
        }
    }

    private final SeatEntries kept;
    private final Map<String, SeatEntry> entries = new HashMap<>();
    private final Map<UUID, Standing> standings = new ConcurrentHashMap<>();
    private final List<Consumer<UUID>> told = new CopyOnWriteArrayList<>();
    private volatile Instant latest = Instant.EPOCH;

    public SeatBook(SeatEntries kept) {
        this.kept = kept;
        refresh();
    }

    /** Has every therapist named to somebody whose seats or offers change from now on. */
    public void tell(Consumer<UUID> changed) {
        told.add(changed);
    }

    public TakenSeats taken(UUID therapistId) {
        Standing standing = standings.getOrDefault(therapistId, Standing.NONE);
        return new TakenSeats(
                standing.held().values().stream().flatMap(List::stream).collect(Collectors.toSet()),
                standing.existing());
    }

    public Optional<Instant> lastOffered(UUID therapistId) {
        return Optional.ofNullable(
                standings.getOrDefault(therapistId, Standing.NONE).lastOffered());
    }

    /** Learns what was written up to now, on whatever instance. */
    public void refresh() {
        learn(kept.changedSince(latest.equals(Instant.EPOCH) ? latest : latest.minus(CLOCKS_APART)));
    }

    /** What is older than what is known changes nothing. */
    public synchronized void learn(Collection<SeatEntry> read) {
        Set<UUID> changed = new HashSet<>();
        for (SeatEntry entry : read) {
            SeatEntry known = entries.get(entry.id());
            if (known == null || known.version() < entry.version()) {
                entries.put(entry.id(), entry);
                latest = entry.changedAt().isAfter(latest) ? entry.changedAt() : latest;
                Stream.concat(Stream.ofNullable(known), Stream.of(entry))
                        .flatMap(one -> Stream.concat(
                                one.seats().stream().map(Seat::therapistId), one.offered().keySet().stream()))
                        .distinct()
                        .forEach(therapistId -> {
                            standings.merge(
                                    therapistId,
                                    Standing.NONE.after(therapistId, entry),
                                    (before, _) -> before.after(therapistId, entry));
                            changed.add(therapistId);
                        });
            }
        }
        told.forEach(each -> changed.forEach(each));
    }
}
