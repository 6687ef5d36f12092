package org.rapport.booking.calls.application;

import java.time.Clock;
import java.util.List;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostRole;
import org.rapport.booking.hosts.domain.Hosts;

/** Shows the order in which coordinators are tried, by what lists and holds try them by. */
public final class ShowPoolHandler {

    private final Hosts hosts;
    private final PoolOrder pool;
    private final Clock clock;

    public ShowPoolHandler(Hosts hosts, Calls calls, Clock clock) {
        this.hosts = hosts;
        this.pool = new PoolOrder(calls);
        this.clock = clock;
    }

    public PoolView handle(ShowPool query) {
        List<Host> hosting =
                hosts.in(HostRole.COORDINATOR).stream().filter(Host::hosting).toList();
        List<Host> members = hosting.stream().filter(Host::isInPool).toList();
        return new PoolView(
                pool.turns(members, clock.instant()),
                hosting.stream().filter(host -> !host.isInPool()).toList());
    }
}
