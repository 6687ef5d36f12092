package org.rapport.booking.hosts;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.Hosts;

public final class InMemoryHosts implements Hosts {

    private final Map<HostId, Host> hosts = new HashMap<>();

    public InMemoryHosts(Host... all) {
        for (Host host : all) {
            addIfAbsent(host);
        }
    }

    @Override
    public Optional<Host> find(HostId id) {
        return Optional.ofNullable(hosts.get(id));
    }

    @Override
    public List<Host> all() {
        return hosts.values().stream().sorted(Comparator.comparing(Host::name)).toList();
    }

    @Override
    public void addIfAbsent(Host host) {
        hosts.putIfAbsent(host.id(), host);
    }
}
