package org.rapport.booking.calls.application;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostDirectory;
import org.rapport.booking.hosts.domain.HostId;

/** Hosts as they were read together. */
final class KnownHosts implements HostDirectory {

    private final List<Host> all;
    private final Map<HostId, Host> byId;

    KnownHosts(List<Host> all) {
        this.all = List.copyOf(all);
        this.byId = all.stream().collect(Collectors.toMap(Host::id, Function.identity()));
    }

    @Override
    public Optional<Host> find(HostId id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public List<Host> all() {
        return all;
    }
}
