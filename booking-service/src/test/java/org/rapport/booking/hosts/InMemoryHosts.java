package org.rapport.booking.hosts;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rapport.booking.Fake;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.booking.hosts.domain.Saving;

public final class InMemoryHosts implements Hosts, Fake {

    private final Map<HostId, Host> hosts = new HashMap<>();
    private final List<Host> atFirst;

    public InMemoryHosts(Host... all) {
        atFirst = List.of(all);
        atFirst.forEach(this::save);
    }

    @Override
    public synchronized Optional<Host> find(HostId id) {
        return Optional.ofNullable(hosts.get(id));
    }

    @Override
    public synchronized List<Host> all() {
        return hosts.values().stream().sorted(Comparator.comparing(Host::name)).toList();
    }

    @Override
    public synchronized Saving save(Host host) {
        long stored = find(host.id()).map(Host::version).orElse(0L);
        if (stored != host.version()) {
            return Saving.STALE;
        }
        hosts.put(host.id(), host.with(stored + 1, host.hours(), host.terms(), host.hosting()));
        return Saving.SAVED;
    }

    @Override
    public synchronized void renew() {
        hosts.clear();
        atFirst.forEach(this::save);
    }
}
