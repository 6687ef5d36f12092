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

    /** Saves, unless somebody saved since {@code host} was read; version 0 adds a host that is not there yet. */
    Saving save(Host host);
}
