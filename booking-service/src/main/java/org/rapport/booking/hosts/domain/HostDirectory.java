package org.rapport.booking.hosts.domain;

import java.util.List;
import java.util.Optional;

/** Hosts to look up. */
public interface HostDirectory {

    Optional<Host> find(HostId id);

    /** All hosts, by name. */
    List<Host> all();

    /** Empty for nobody. */
    default String name(HostId id) {
        return find(id).map(Host::name).orElse("");
    }

    /** Whom one can speak to directly now. */
    default List<Host> therapists() {
        return in(HostRole.THERAPIST).stream().filter(Host::hosting).toList();
    }

    default List<Host> in(HostRole role) {
        return all().stream().filter(host -> host.role() == role).toList();
    }
}
