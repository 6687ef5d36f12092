package org.rapport.booking.calendars;

import org.rapport.booking.calendars.domain.CalendarsContract;
import org.rapport.booking.calendars.domain.Feeds;
import org.rapport.booking.calendars.domain.OwnCalendars;

class InMemoryCalendarsTest extends CalendarsContract {

    @Override
    protected Feeds emptyFeeds() {
        return new InMemoryFeeds();
    }

    @Override
    protected OwnCalendars emptyCalendars() {
        return new InMemoryOwnCalendars();
    }
}
