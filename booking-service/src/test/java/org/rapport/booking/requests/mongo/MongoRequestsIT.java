package org.rapport.booking.requests.mongo;

import java.util.UUID;
import org.rapport.booking.RunningBooking;
import org.rapport.booking.requests.RequestsContract;
import org.rapport.booking.requests.domain.Requests;
import org.rapport.delivery.DocumentStore;
import org.springframework.beans.factory.annotation.Autowired;

@RunningBooking
class MongoRequestsIT extends RequestsContract {

    @Autowired
    private DocumentStore store;

    @Override
    protected Requests emptyRequests() {
        return new MongoRequests(store.collection("requests-" + UUID.randomUUID(), RequestDocument.class));
    }
}
