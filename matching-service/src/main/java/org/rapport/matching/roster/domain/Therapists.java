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
}
