package org.rapport.booking.hosts.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When a host works. On one date the first of these that says something counts: a leave, the hours of that very date, a
 * holiday of the practice, the week.
 */
public record HostHours(List<WorkingSpan> week, List<DateHours> dates, List<Leave> leaves) {

    public HostHours {
        week = List.copyOf(week);
        dates = dates.stream().sorted(Comparator.comparing(DateHours::date)).toList();
        leaves = leaves.stream().sorted(Comparator.comparing(Leave::first)).toList();
        if (dates.stream().map(DateHours::date).distinct().count() < dates.size()) {
            throw new IllegalArgumentException("a date has its hours once");
        }
    }

    public static HostHours weekly(List<WorkingSpan> week) {
        return new HostHours(week, List.of(), List.of());
    }

    public Optional<Leave> leaveOn(LocalDate date) {
        return leaves.stream().filter(leave -> leave.covers(date)).findFirst();
    }

    public DayPlan on(LocalDate date, PracticeSettings practice) {
        return leaveOn(date)
                .<DayPlan>map(DayPlan.Away::new)
                .or(() -> ofDate(date).map(own -> new DayPlan.Otherwise(own.spans())))
                .or(() -> practice.holidayOn(date).map(DayPlan.OnHoliday::new))
                .orElseGet(() -> new DayPlan.AsInWeek(week.stream()
                        .filter(span -> span.day() == date.getDayOfWeek())
                        .map(WorkingSpan::hours)
                        .sorted(Comparator.comparing(LocalSpan::from))
                        .toList()));
    }

    private Optional<DateHours> ofDate(LocalDate date) {
        return dates.stream().filter(own -> own.date().equals(date)).findFirst();
    }
}
