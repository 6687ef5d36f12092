package org.rapport.booking.hosts.application;

import java.util.List;
import java.util.Optional;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.booking.hosts.domain.Saving;

/** Hosts as kept elsewhere; whoever remembers them is told of every change made here. */
public record ToldHosts(Hosts kept, Runnable changed) implements Hosts {

    @Override
    public Optional<Host> find(HostId id) {
        return kept.find(id);
    }

    @Override
    public List<Host> all() {
        return kept.all();
    }

    @Override
    public Saving save(Host host) {
        Saving saving = kept.save(host);
        if (saving == Saving.SAVED) {
            changed.run();
        }
        return saving;
    }
}
