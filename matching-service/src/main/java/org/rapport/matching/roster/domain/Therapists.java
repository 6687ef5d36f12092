package org.rapport.matching.roster.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The kept roster. */
public interface Therapists {
    /**
     * A therapist as kept.
     *
     * @param version 0 for one not kept yet
     * @param changedAt when the entry was last changed
     */
    record Kept(Therapist therapist, long version, Instant changedAt) {}

    /** What became of a write. */
    enum Saving {
        SAVED,
        /** Somebody else wrote this entry first. */
        STALE
    }

    List<Kept> all();

    Optional<Kept> find(UUID id);

    /** Those changed at that moment or later. */
    List<Kept> changedSince(Instant moment);

    /** @param wakeAt when the clients of this therapist are to be looked at; absent for never */
    Saving save(Kept kept, @Nullable Instant wakeAt);

    /**
     * Puts an entry in the place of the one that was seen, and has its clients looked at. Looking at them is a write too, which is no
     * change of the entry and refuses nobody.
     *
     * @param seen when the entry that was seen was last changed; absent for a new one
     */
    default Saving put(Therapist therapist, @Nullable Instant seen, Instant now) {
        for (int attempt = 0; attempt < 50; attempt++) {
            Optional<Kept> kept = find(therapist.id());
            long last = kept.map(entry -> entry.changedAt().toEpochMilli()).orElse(Long.MIN_VALUE);
            // The store keeps milliseconds.
            if (last != (seen == null ? Long.MIN_VALUE : seen.toEpochMilli())) {
                return Saving.STALE;
            }
            long version = kept.map(Kept::version).orElse(0L);
            if (save(new Kept(therapist, version, now), now) == Saving.SAVED) {
                return Saving.SAVED;
            }
        }
        return Saving.STALE;
    }
}
