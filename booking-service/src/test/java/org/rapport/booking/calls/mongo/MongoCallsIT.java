package org.rapport.booking.calls.mongo;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.rapport.booking.RunningBooking;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.domain.CallsContract;
import org.rapport.booking.calls.events.CallEventTranslation;
import org.rapport.delivery.DocumentStore;
import org.springframework.beans.factory.annotation.Autowired;

@RunningBooking
class MongoCallsIT extends CallsContract {

    @Autowired
    private DocumentStore store;

    private final List<String> published = new ArrayList<>();

    @Override
    protected Calls emptyCalls() {
        return new MongoCalls(
                store.collection("calls-" + UUID.randomUUID(), CallDocument.class, MongoCalls.byHostAndStart()),
                event -> {
                    published.add(event.getClass().getSimpleName());
                    return CallEventTranslation.published(event);
                });
    }

    @Override
    protected List<String> published() {
        return published;
    }
}
