package org.rapport.booking.calls.mongo;

import java.util.UUID;
import org.rapport.booking.RunningBooking;
import org.rapport.booking.calls.application.BookingRacesContract;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.events.CallEventTranslation;
import org.rapport.delivery.DocumentStore;
import org.springframework.beans.factory.annotation.Autowired;

@RunningBooking
class MongoBookingRacesIT extends BookingRacesContract {

    private final String collection = "calls-" + UUID.randomUUID();

    @Autowired
    private DocumentStore store;

    @Override
    protected Calls instance() {
        return new MongoCalls(
                store.collection(collection, CallDocument.class, MongoCalls.byHostAndStart()),
                CallEventTranslation::published);
    }
}
