package org.rapport.booking.hosts.domain;

import java.util.List;
import java.util.Optional;

/** The staff who may hold calls. A few hundred at most, so they are read whole. */
public interface Hosts {

    Optional<Host> find(HostId id);

    /** All hosts, by name. */
    List<Host> all();

    default List<Host> in(HostRole role) {
        return all().stream().filter(host -> host.role() == role).toList();
    }

    /** Adds a host unless one with that id is there. */
    void addIfAbsent(Host host);
}
