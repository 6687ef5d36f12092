package org.rapport.booking.calendars.ical;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Shows on a rule's own clock until when it repeats, which rules say in UTC. */
@FunctionalInterface
interface UntilClock {

    LocalDateTime show(Instant until);

    static UntilClock at(ZoneOffset offset) {
        return until -> LocalDateTime.ofInstant(until, offset);
    }
}
