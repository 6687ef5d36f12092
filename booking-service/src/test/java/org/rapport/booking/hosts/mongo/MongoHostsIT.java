package org.rapport.booking.hosts.mongo;

import java.util.UUID;
import org.rapport.booking.RunningBooking;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.booking.hosts.domain.HostsContract;
import org.rapport.booking.hosts.domain.Practices;
import org.rapport.delivery.DocumentStore;
import org.springframework.beans.factory.annotation.Autowired;

@RunningBooking
class MongoHostsIT extends HostsContract {

    @Autowired
    private DocumentStore store;

    @Override
    protected Hosts emptyHosts() {
        return new MongoHosts(store.collection("hosts-" + UUID.randomUUID(), HostDocument.class));
    }

    @Override
    protected Practices freshPractices() {
        return new MongoPractices(store.collection("practice-" + UUID.randomUUID(), PracticeDocument.class));
    }
}
