package org.rapport.matching.roster.domain;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The kept roster, kept nowhere. */
public final class InMemoryTherapists implements Therapists {
    private final Map<UUID, Kept> therapists = new LinkedHashMap<>();
    private final Map<UUID, Instant> wakes = new LinkedHashMap<>();

    @Override
    public synchronized List<Kept> all() {
        return List.copyOf(therapists.values());
    }

    @Override
    public synchronized Optional<Kept> find(UUID id) {
        return Optional.ofNullable(therapists.get(id));
    }

    @Override
    public synchronized List<Kept> changedSince(Instant moment) {
        return therapists.values().stream()
                .filter(kept -> !kept.changedAt().isBefore(moment))
                .toList();
    }

    @Override
    public synchronized Saving save(Kept kept, @Nullable Instant wakeAt) {
        UUID id = kept.therapist().id();
        Kept before = therapists.get(id);
        if ((before == null ? 0 : before.version()) != kept.version()) {
            return Saving.STALE;
        }
        therapists.put(id, new Kept(kept.therapist(), kept.version() + 1, kept.changedAt()));
        if (wakeAt == null) {
            wakes.remove(id);
        } else {
            wakes.put(id, wakeAt);
        }
        return Saving.SAVED;
    }

    /** When the clients of a therapist are to be looked at. */
    public synchronized Optional<Instant> wakeAt(UUID id) {
        return Optional.ofNullable(wakes.get(id));
    }

    /** A roster of these, as if they had always been there. */
    public static Roster rosterOf(List<Therapist> all) {
        InMemoryTherapists kept = new InMemoryTherapists();
        all.forEach(therapist -> kept.save(new Kept(therapist, 0, Instant.EPOCH), null));
        return new Roster(kept);
    }
}
