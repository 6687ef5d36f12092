package org.rapport.matching.roster.domain;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All therapists in memory: read from the store once, then kept by this process's own writes. */
public final class Roster {
    private final Therapists kept;
    private volatile Map<UUID, Therapist> byId;

    public Roster(Therapists kept) {
        this.kept = kept;
        this.byId = read(kept);
    }

    public List<Therapist> therapists() {
        return List.copyOf(byId.values());
    }

    public Optional<Therapist> find(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    public void add(Collection<Therapist> therapists) {
        therapists.forEach(kept::add);
        byId = read(kept);
    }

    private static Map<UUID, Therapist> read(Therapists kept) {
        Map<UUID, Therapist> therapists = new LinkedHashMap<>();
        kept.all().forEach(therapist -> therapists.put(therapist.id(), therapist));
        return therapists;
    }
}
