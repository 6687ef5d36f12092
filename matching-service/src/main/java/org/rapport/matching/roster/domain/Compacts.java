package org.rapport.matching.roster.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who may practise where. A licence of the state in which the client is counts by itself. An authority under a compact
 * counts while both states are members and the licence of the home state is valid too, so it ends with whichever
 * ends first, a membership too.
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

    /** Every state in which a therapist may or might see people on that day, with what lasts longest there. */
    public List<Permission> permissions(Therapist therapist, LocalDate day) {
        return Stream.concat(
                        therapist.licences().stream().map(Licence::state),
                        therapist.compacts().stream()
                                .flatMap(authority -> find(authority.compact()).stream())
                                .flatMap(compact -> compact.members().stream())
                                .map(Compact.Member::state))
                .distinct()
                .flatMap(state -> permission(therapist, state, day).stream())
                .toList();
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
                        state,
                        Stream.of(
                                        Stream.of(home, authority.expires()),
                                        lastDay(authority, authority.homeState(), day),
                                        lastDay(authority, state, day))
                                .flatMap(days -> days)
                                .min(Comparator.naturalOrder())
                                .orElse(home),
                        authority.compact()));
    }

    private Stream<LocalDate> lastDay(CompactAuthority authority, String state, LocalDate day) {
        return find(authority.compact()).flatMap(compact -> compact.lastDay(state, day)).stream();
    }

    /** Last days on which something of what lets a therapist practise may end. */
    public Stream<LocalDate> endings(Therapist therapist) {
        return Stream.of(
                        therapist.licences().stream().map(Licence::expires),
                        therapist.compacts().stream().map(CompactAuthority::expires),
                        therapist.compacts().stream()
                                .flatMap(authority -> find(authority.compact()).stream())
                                .flatMap(compact -> compact.members().stream())
                                .flatMap(member -> Stream.ofNullable(member.until())))
                .flatMap(days -> days);
    }
}
