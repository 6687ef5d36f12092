package org.rapport.matching.roster.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the roster. Formats, populations, payments, concerns, modalities, languages and times of day are the codes
 * that intake's criteria use too.
 *
 * @param supervisor whoever answers for a therapist not yet licensed to practise alone
 * @param capacity how many clients the therapist has room for, existing ones included
 * @param existingClients those who were there before the practice used this roster; each holds a seat
 * @param onLeaveUntil the first day back
 * @param introduction what the therapist says in public
 */
public record Therapist(
        UUID id,
        String name,
        Credential credential,
        @Nullable UUID supervisor,
        List<Licence> licences,
        List<String> modalities,
        List<String> concerns,
        List<String> formats,
        List<String> populations,
        List<String> languages,
        List<String> payments,
        Money fee,
        int capacity,
        int existingClients,
        boolean accepting,
        @Nullable LocalDate onLeaveUntil,
        List<String> availability,
        String introduction) {
    public Therapist {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a therapist has a name");
        }
        if (capacity < 1 || existingClients < 0 || existingClients > capacity) {
            throw new IllegalArgumentException("capacity is at least 1 and holds the existing clients");
        }
        if (id.equals(supervisor)) {
            throw new IllegalArgumentException("nobody supervises themselves");
        }
        licences = List.copyOf(licences);
        modalities = List.copyOf(modalities);
        concerns = List.copyOf(concerns);
        formats = List.copyOf(formats);
        populations = List.copyOf(populations);
        languages = List.copyOf(languages);
        payments = List.copyOf(payments);
        availability = List.copyOf(availability);
    }

    /** The licence of that state which lasts longest, valid or not. */
    public Optional<Licence> licenceIn(String state) {
        return licences.stream()
                .filter(licence -> licence.state().equals(state))
                .max((a, b) -> a.expires().compareTo(b.expires()));
    }

    public boolean isOnLeave(LocalDate day) {
        return onLeaveUntil != null && day.isBefore(onLeaveUntil);
    }
}
