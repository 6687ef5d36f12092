package org.rapport.booking.calendars.domain;

import java.time.Instant;
import org.rapport.booking.hosts.domain.HostId;

/** What happened to an own calendar that its host must be told. */
public sealed interface OwnCalendarEvent {

    /** @param outage its number, counted for the host */
    record CalendarUnreadable(HostId host, int outage, ReadFault fault, Instant since, Instant at)
            implements OwnCalendarEvent {}

    /** @param outage the one that is over */
    record CalendarReadable(HostId host, int outage, Instant at) implements OwnCalendarEvent {}
}
