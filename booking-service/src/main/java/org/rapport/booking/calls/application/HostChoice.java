package org.rapport.booking.calls.application;

import java.util.List;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.HostRole;
import org.rapport.booking.hosts.domain.Hosts;

/** With whom a person wants to speak. */
public sealed interface HostChoice {

    /** Hosts to try; none if there is no such host. */
    List<Host> among(Hosts hosts);

    record AnyCoordinator() implements HostChoice {

        @Override
        public List<Host> among(Hosts hosts) {
            return hosts.in(HostRole.COORDINATOR).stream().filter(Host::hosting).toList();
        }
    }

    record One(HostId id) implements HostChoice {

        @Override
        public List<Host> among(Hosts hosts) {
            return hosts.find(id).stream().toList();
        }
    }
}
