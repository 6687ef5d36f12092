package org.rapport.matching.roster.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who may practise where. A licence of the state in which the client is counts by itself. An authority under a compact
 * counts while both states are members and the licence of the home state is valid too, so it ends with whichever ends first.
 */
public record Compacts(List<Compact> all) {
    public Compacts {
        all = List.copyOf(all);
    }

    public Optional<Compact> find(String code) {
        return all.stream().filter(compact -> compact.code().equals(code)).findFirst();
    }

    /** What lasts longest, valid or not; empty if there never was anything. */
    public Optional<Permission> permission(Therapist therapist, String state, LocalDate day) {
        Stream<Permission> own = therapist.licences().stream()
                .filter(licence -> licence.state().equals(state))
                .map(licence -> new Permission(state, licence.expires(), null));
        Stream<Permission> byCompact =
                therapist.compacts().stream().flatMap(authority -> under(authority, therapist, state, day).stream());
        return Stream.concat(own, byCompact).max(Comparator.comparing(Permission::lastDay));
    }

    private Optional<Permission> under(CompactAuthority authority, Therapist therapist, String state, LocalDate day) {
        return find(authority.compact())
                .filter(compact -> compact.credentials().contains(therapist.credential())
                        && compact.hasMember(authority.homeState(), day)
                        && compact.hasMember(state, day))
                .flatMap(_ -> therapist.licences().stream()
                        .filter(licence -> licence.state().equals(authority.homeState()))
                        .map(Licence::expires)
                        .max(Comparator.naturalOrder()))
                .map(home -> new Permission(
                        state, home.isBefore(authority.expires()) ? home : authority.expires(), authority.compact()));
    }
}
