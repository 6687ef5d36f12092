package org.rapport.booking.hosts.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** From what a host's calls of one type are cut: own hours and terms, the type's length, the practice's holidays. */
public record HostSchedule(Host host, CallType type, PracticeSettings practice) {

    /** For the type that everybody may book with the host. */
    public static HostSchedule offered(Host host, PracticeSettings practice) {
        return new HostSchedule(host, practice.offeredBy(host.role()), practice);
    }

    public DayPlan on(LocalDate date) {
        return host.hours().on(date, practice);
    }

    /** The hours worked that touch {@code range}, in order; hours that follow each other without a gap are one. */
    public List<Interval> hoursWithin(Interval range) {
        LocalDate first = host.dateOf(range.start());
        LocalDate last = host.dateOf(range.end());
        List<Interval> spans = first.datesUntil(last.plusDays(1))
                .flatMap(date -> on(date).spans().stream().flatMap(span -> span.on(date, host.zone()).stream()))
                .sorted(Comparator.comparing(Interval::start))
                .toList();
        return joined(spans).stream().filter(range::overlaps).toList();
    }

    public Interval time(Instant start) {
        return new Interval(start, start.plus(type.length()));
    }

    /** The call with the buffers around it. */
    public Interval blocked(Instant start) {
        CallTerms terms = host.terms();
        return new Interval(
                start.minus(terms.bufferBefore()), start.plus(type.length()).plus(terms.bufferAfter()));
    }

    private static List<Interval> joined(List<Interval> spans) {
        List<Interval> joined = new ArrayList<>();
        for (Interval span : spans) {
            Interval before = joined.isEmpty() ? null : joined.getLast();
            if (before == null || before.end().isBefore(span.start())) {
                joined.add(span);
            } else if (before.end().isBefore(span.end())) {
                joined.set(joined.size() - 1, new Interval(before.start(), span.end()));
            }
        }
        return joined;
    }
}
