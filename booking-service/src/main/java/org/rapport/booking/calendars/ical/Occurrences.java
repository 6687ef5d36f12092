package org.rapport.booking.calendars.ical;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAmount;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.TemporalAmountAdapter;
import org.rapport.booking.hosts.domain.Interval;

/** When an event takes place, within a window. */
final class Occurrences {

    private final FileZones zones;
    private final ZoneRules home;
    private final Interval window;
    private final Work work;

    Occurrences(FileZones zones, ZoneRules home, Interval window, Work work) {
        this.zones = zones;
        this.home = home;
        this.window = window;
        this.work = work;
    }

    /** @param replaced those of its starts that have an event of their own */
    List<Interval> of(Entry event, List<Entry.Value> replaced) {
        Moment first = moment(event.value("DTSTART").orElseThrow());
        Set<Instant> excluded = new HashSet<>();
        Set<LocalDate> excludedDays = new HashSet<>();
        Stream.concat(event.all("EXDATE").stream(), replaced.stream())
                .flatMap(value -> value.each().stream())
                .map(this::counted)
                .forEach(moment -> {
                    if (moment.wholeDay()) {
                        excludedDays.add(moment.local().toLocalDate());
                    } else {
                        excluded.add(moment.instant());
                    }
                });
        Length length = length(event, first);
        return starts(event, first, length)
                .filter(start -> !excluded.contains(start.instant())
                        && !excludedDays.contains(start.local().toLocalDate()))
                .flatMap(start -> length.from(start))
                .filter(window::overlaps)
                .toList();
    }

    private Stream<Moment> starts(Entry event, Moment first, Length length) {
        List<Moment> starts = new ArrayList<>(List.of(first));
        LocalDateTime from = first.localOf(window.start()).minus(length.atMost());
        LocalDateTime end = first.localOf(window.end());
        for (Entry.Value rule : event.all("RRULE")) {
            Repetition.of(rule.text(), first.local(), first::localOf)
                    .between(from, end, work)
                    .forEach(start -> starts.add(first.at(start)));
        }
        event.all("RDATE").stream()
                .flatMap(dates -> dates.each().stream())
                // Of a period, its start: how long it is then is what the event says.
                .map(date -> new Entry.Value(date.zone(), date.text().replaceFirst("/.*", "")))
                .forEach(date -> starts.add(counted(date)));
        return starts.stream().distinct();
    }

    /** One of a list, which may be long, and read again for each event that has the same id. */
    private Moment counted(Entry.Value value) {
        work.take(1);
        return moment(value);
    }

    private Moment moment(Entry.Value value) {
        return Moment.read(value, zones, home);
    }

    private Length length(Entry event, Moment first) {
        if (event.has("DTEND")) {
            Moment end = moment(event.value("DTEND").orElseThrow());
            return first.wholeDay()
                    ? Length.days(ChronoUnit.DAYS.between(
                            first.local().toLocalDate(), end.local().toLocalDate()))
                    : new Length(Duration.between(first.instant(), end.instant()));
        }
        if (event.has("DURATION")) {
            return new Length(
                    TemporalAmountAdapter.parse(event.text("DURATION").strip()).getDuration());
        }
        return first.wholeDay() ? Length.days(1) : new Length(Duration.ZERO);
    }

    /** Days are days of the calendar, with 23 hours or 25 if need be; hours are hours. */
    private record Length(TemporalAmount amount) {

        private static final LocalDateTime ANY_DAY = LocalDate.EPOCH.atStartOfDay();

        /** An event that ends on the day it starts is written both ways. */
        static Length days(long days) {
            return new Length(Period.ofDays(Math.toIntExact(days == 0 ? 1 : days)));
        }

        Stream<Interval> from(Moment start) {
            Instant end = switch (amount) {
                case Period days -> start.at(start.local().plus(days)).instant();
                default -> start.instant().plus(amount);
            };
            if (end.isBefore(start.instant())) {
                throw new IllegalArgumentException("an event ends after it starts");
            }
            return end.equals(start.instant()) ? Stream.empty() : Stream.of(new Interval(start.instant(), end));
        }

        Duration atMost() {
            return switch (amount) {
                case Period days ->
                    Duration.between(ANY_DAY, ANY_DAY.plus(days)).plusDays(1);
                default -> Duration.from(amount).plusDays(1);
            };
        }
    }
}
