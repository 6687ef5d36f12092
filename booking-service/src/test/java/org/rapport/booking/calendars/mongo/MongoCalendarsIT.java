package org.rapport.booking.calendars.mongo;

import java.util.UUID;
import org.rapport.booking.RunningBooking;
import org.rapport.booking.calendars.domain.CalendarsContract;
import org.rapport.booking.calendars.domain.Feeds;
import org.rapport.booking.calendars.domain.OwnCalendars;
import org.rapport.booking.calendars.events.CalendarEventTranslation;
import org.rapport.delivery.DocumentStore;
import org.springframework.beans.factory.annotation.Autowired;

@RunningBooking
class MongoCalendarsIT extends CalendarsContract {

    @Autowired
    private DocumentStore store;

    @Override
    protected Feeds emptyFeeds() {
        return new MongoFeeds(store.collection("feeds-" + UUID.randomUUID(), FeedDocument.class));
    }

    @Override
    protected OwnCalendars emptyCalendars() {
        return new MongoOwnCalendars(
                store.collection("calendars-" + UUID.randomUUID(), OwnCalendarDocument.class),
                CalendarEventTranslation::published);
    }
}
