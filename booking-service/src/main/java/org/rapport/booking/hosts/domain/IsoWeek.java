package org.rapport.booking.hosts.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;

/** A week from Monday to Sunday; the year is the one most of its days lie in. */
public record IsoWeek(int year, int week) {

    public static IsoWeek of(LocalDate date) {
        return new IsoWeek(date.get(IsoFields.WEEK_BASED_YEAR), date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    public LocalDate monday() {
        return LocalDate.of(year, 1, 4)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
                .with(DayOfWeek.MONDAY);
    }

    /** As ISO 8601 writes it: {@code 2027-W03}. */
    @Override
    public String toString() {
        return "%04d-W%02d".formatted(year, week);
    }
}
