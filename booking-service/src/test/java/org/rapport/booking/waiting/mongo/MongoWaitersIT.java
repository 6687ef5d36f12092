package org.rapport.booking.waiting.mongo;

import java.util.UUID;
import org.rapport.booking.RunningBooking;
import org.rapport.booking.waiting.domain.WaiterId;
import org.rapport.booking.waiting.domain.Waiters;
import org.rapport.booking.waiting.domain.WaitersContract;
import org.rapport.booking.waiting.events.WaiterEventTranslation;
import org.rapport.delivery.DocumentStore;
import org.rapport.delivery.Documents;
import org.springframework.beans.factory.annotation.Autowired;

@RunningBooking
class MongoWaitersIT extends WaitersContract {

    @Autowired
    private DocumentStore store;

    private final String collection = "waiters-" + UUID.randomUUID();

    @Override
    protected Waiters emptyWaiters() {
        return new MongoWaiters(documents(), WaiterEventTranslation::published);
    }

    /** The version of a document is the number of its events, and of its writes without any. */
    @Override
    protected long published(WaiterId id) {
        return documents().find(id.toString()).orElseThrow().version();
    }

    private Documents<WaiterDocument> documents() {
        return store.collection(collection, WaiterDocument.class, MongoWaiters.inTheOrderTheyCame());
    }
}
