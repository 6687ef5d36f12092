package org.rapport.booking.hosts;

import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.booking.hosts.domain.HostsContract;
import org.rapport.booking.hosts.domain.Practices;

class InMemoryHostsTest extends HostsContract {

    @Override
    protected Hosts emptyHosts() {
        return new InMemoryHosts();
    }

    @Override
    protected Practices freshPractices() {
        return new InMemoryPractices();
    }
}
