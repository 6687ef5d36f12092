package org.rapport.booking.hosts.domain;

import java.time.DayOfWeek;
import java.time.LocalTime;

/** Hours of one weekday. */
public record WorkingSpan(DayOfWeek day, LocalSpan hours) {

    public WorkingSpan(DayOfWeek day, LocalTime from, LocalTime until) {
        this(day, new LocalSpan(from, until));
    }
}
