package org.rapport.matching.roster.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The kept roster, kept nowhere. */
public final class InMemoryTherapists implements Therapists {
    private final Map<UUID, Therapist> therapists = new LinkedHashMap<>();

    @Override
    public List<Therapist> all() {
        return List.copyOf(therapists.values());
    }

    @Override
    public void add(Therapist therapist) {
        therapists.putIfAbsent(therapist.id(), therapist);
    }
}
