package org.rapport.matching.roster.domain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the roster.
 *
 * @param supervisor whoever answers for a therapist not yet licensed to practise alone
 */
public record Therapist(
        UUID id,
        String name,
        Credential credential,
        @Nullable UUID supervisor,
        List<Licence> licences,
        List<CompactAuthority> compacts,
        Offering offering,
        Fee fee,
        Caseload caseload,
        Profile profile) {
    public Therapist {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a therapist has a name");
        }
        if (id.equals(supervisor)) {
            throw new IllegalArgumentException("nobody supervises themselves");
        }
        if (credential.isSupervised() && supervisor == null) {
            throw new IllegalArgumentException("somebody answers for a supervised therapist");
        }
        licences = List.copyOf(licences);
        compacts = List.copyOf(compacts);
    }
}
