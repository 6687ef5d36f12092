package org.rapport.booking.calls.application;

import java.util.List;
import java.util.stream.Stream;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostDirectory;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.HostRole;

/** With whom a person wants to speak. */
public sealed interface HostChoice {

    /** Hosts to try; none if there is no such host. */
    List<Candidate> among(HostDirectory hosts);

    record AnyCoordinator() implements HostChoice {

        @Override
        public List<Candidate> among(HostDirectory hosts) {
            return hosts.in(HostRole.COORDINATOR).stream()
                    .filter(Host::isInPool)
                    .map(Candidate::oneself)
                    .toList();
        }
    }

    /** One host, whoever stands in: a call that moves stays with its host. */
    record Only(HostId id) implements HostChoice {

        @Override
        public List<Candidate> among(HostDirectory hosts) {
            return hosts.find(id).stream().map(Candidate::oneself).toList();
        }
    }

    /** One host and, on the days of a leave, whom that host named for it. */
    record One(HostId id) implements HostChoice {

        @Override
        public List<Candidate> among(HostDirectory hosts) {
            return hosts.find(id).stream()
                    .flatMap(host -> Stream.concat(Stream.of(Candidate.oneself(host)), delegates(host, hosts)))
                    .distinct()
                    .toList();
        }

        private static Stream<Candidate> delegates(Host host, HostDirectory hosts) {
            return host.hours().leaves().stream()
                    .flatMap(leave -> Stream.ofNullable(leave.delegate()))
                    .flatMap(delegate -> hosts.find(delegate).stream())
                    .map(delegate -> new Candidate(delegate, host));
        }
    }
}
