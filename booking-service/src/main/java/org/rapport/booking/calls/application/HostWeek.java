package org.rapport.booking.calls.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.hosts.domain.DayPlan;
import org.rapport.booking.hosts.domain.HostSchedule;

/**
 * Seven days of a host as people see them.
 *
 * @param outside calls and holds ahead, of any day, that are outside the hours as they are now
 */
public record HostWeek(HostSchedule schedule, List<Day> days, List<Call> outside) {

    public HostWeek {
        days = List.copyOf(days);
        outside = List.copyOf(outside);
    }

    public record Day(LocalDate date, DayPlan plan, List<Start> starts) {

        public Day {
            starts = List.copyOf(starts);
        }
    }

    /** A start within the hours worked. */
    public record Start(Instant at, boolean offered) {}
}
