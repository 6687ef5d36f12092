package org.rapport.contracts;

import java.time.Instant;
import java.util.UUID;

/** Topic {@value Topics#BOOKING_CALENDARS}: whether hosts' own calendars can be read. */
public sealed interface BookingCalendars extends PublishedEvent {

    UUID hostId();

    @Override
    default UUID key() {
        return hostId();
    }

    /**
     * Told once for each outage, after it has failed for some minutes.
     *
     * @param outage its number, counted for the host
     * @param reason code such as {@code not-found}
     * @param since when it failed first
     */
    record CalendarUnreadable(UUID hostId, int outage, String reason, Instant since, Instant at)
            implements BookingCalendars {}

    /** @param outage the one that is over */
    record CalendarReadable(UUID hostId, int outage, Instant at) implements BookingCalendars {}
}
