package org.rapport.matching.roster.domain;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who else is on the roster, as far as supervision needs it.
 *
 * @param supervisors who answers for somebody
 */
public record Colleagues(Map<UUID, Credential> credentials, Set<UUID> supervisors) {
    public Colleagues {
        credentials = Map.copyOf(credentials);
        supervisors = Set.copyOf(supervisors);
    }

    public static Colleagues of(Collection<Therapist> therapists) {
        return new Colleagues(
                therapists.stream().collect(Collectors.toMap(Therapist::id, Therapist::credential, (a, _) -> a)),
                therapists.stream()
                        .map(Therapist::supervisor)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
    }

    Optional<Credential> credential(UUID id) {
        return Optional.ofNullable(credentials.get(id));
    }
}
