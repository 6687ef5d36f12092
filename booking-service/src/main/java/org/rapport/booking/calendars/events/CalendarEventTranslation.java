package org.rapport.booking.calendars.events;

import org.rapport.booking.calendars.domain.OwnCalendarEvent;
import org.rapport.contracts.BookingCalendars;
import org.rapport.contracts.PublishedEvent;

/** What happened to own calendars, as others are told: never where they are. */
public final class CalendarEventTranslation {

    private CalendarEventTranslation() {}

    public static PublishedEvent published(OwnCalendarEvent event) {
        return switch (event) {
            case OwnCalendarEvent.CalendarUnreadable unreadable ->
                new BookingCalendars.CalendarUnreadable(
                        unreadable.host().value(),
                        unreadable.outage(),
                        unreadable.fault().code(),
                        unreadable.since(),
                        unreadable.at());
            case OwnCalendarEvent.CalendarReadable readable ->
                new BookingCalendars.CalendarReadable(readable.host().value(), readable.outage(), readable.at());
        };
    }
}
