package org.rapport.booking.calendars.application;

import java.util.List;
import org.rapport.booking.calendars.domain.CalendarFault;
import org.rapport.booking.calendars.domain.OwnCalendar;

/** What became of what a host chose. */
public sealed interface OwnCalendarDecision {

    record Changed(OwnCalendar calendar) implements OwnCalendarDecision {}

    record Rejected(List<CalendarFault> faults) implements OwnCalendarDecision {

        public Rejected {
            faults = List.copyOf(faults);
        }
    }
}
