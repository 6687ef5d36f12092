package org.rapport.booking.hosts.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.List;
import java.util.Optional;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.booking.hosts.domain.Saving;
import org.rapport.delivery.Change;
import org.rapport.delivery.Documents;

public final class MongoHosts implements Hosts {

    public static final String COLLECTION = "hosts";
    private static final int MOST = 1_000;

    private final Documents<HostDocument> documents;

    public MongoHosts(Documents<HostDocument> documents) {
        this.documents = documents;
    }

    @Override
    public Optional<Host> find(HostId id) {
        return documents.find(id.toString()).map(MongoHosts::toHost);
    }

    @Override
    public List<Host> all() {
        return documents.find(Filters.empty(), Sorts.ascending("state.name"), MOST).stream()
                .map(MongoHosts::toHost)
                .toList();
    }

    @Override
    public Saving save(Host host) {
        return switch (documents.save(host.id().toString(), host.version(), HostDocument.of(host), Change.none())) {
            case SAVED -> Saving.SAVED;
            case STALE -> Saving.STALE;
            case TAKEN -> throw new IllegalStateException("a host claims nothing: " + host.id());
        };
    }

    private static Host toHost(Documents.Stored<HostDocument> stored) {
        return stored.state().toHost(stored.id(), stored.version());
    }
}
