package org.rapport.booking.waiting.mongo;

import java.util.UUID;
import org.rapport.booking.RunningBooking;
import org.rapport.booking.waiting.domain.FreedTimes;
import org.rapport.booking.waiting.domain.FreedTimesContract;
import org.rapport.delivery.DocumentStore;
import org.springframework.beans.factory.annotation.Autowired;

@RunningBooking
class MongoFreedTimesIT extends FreedTimesContract {

    @Autowired
    private DocumentStore store;

    @Override
    protected FreedTimes emptyTimes() {
        return new MongoFreedTimes(store.collection("freedTimes-" + UUID.randomUUID(), FreedTimeDocument.class));
    }
}
