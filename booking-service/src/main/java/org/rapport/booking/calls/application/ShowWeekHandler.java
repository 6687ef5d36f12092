package org.rapport.booking.calls.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.rapport.booking.calls.domain.BusyTimes;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.domain.OpeningRules;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostSchedule;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.booking.hosts.domain.Interval;
import org.rapport.booking.hosts.domain.Practices;

/** Shows a week by the rules that list openings. */
public final class ShowWeekHandler {

    private static final int DAYS = 7;
    private static final Duration AHEAD = Duration.ofDays(366);

    private final Hosts hosts;
    private final Practices practices;
    private final Calls calls;
    private final FindOpeningsHandler openings;
    private final Clock clock;

    public ShowWeekHandler(Hosts hosts, Practices practices, Calls calls, FindOpeningsHandler openings, Clock clock) {
        this.hosts = hosts;
        this.practices = practices;
        this.calls = calls;
        this.openings = openings;
        this.clock = clock;
    }

    /** Empty if there is no such host. */
    public Optional<HostWeek> handle(ShowWeek query) {
        return hosts.find(query.host())
                .map(host -> week(HostSchedule.offered(host, practices.current()), query.from()));
    }

    private HostWeek week(HostSchedule schedule, LocalDate from) {
        Host host = schedule.host();
        Instant now = clock.instant();
        Interval range = new Interval(start(from, host.zone()), start(from.plusDays(DAYS), host.zone()));
        BusyTimes busy = BusyTimes.of(host, openings.around(List.of(host), range), now);
        List<HostWeek.Day> days = from.datesUntil(from.plusDays(DAYS))
                .map(date -> new HostWeek.Day(date, schedule.on(date), starts(schedule, date, busy, now)))
                .toList();
        List<Call> outside = calls.active(List.of(host.id()), new Interval(now, now.plus(AHEAD))).stream()
                .filter(call -> !call.isOver(now) && OpeningRules.isOutsideHours(schedule, call))
                .toList();
        return new HostWeek(schedule, days, outside);
    }

    private static List<HostWeek.Start> starts(HostSchedule schedule, LocalDate date, BusyTimes busy, Instant now) {
        ZoneId zone = schedule.host().zone();
        Interval day = new Interval(start(date, zone), start(date.plusDays(1), zone));
        return OpeningRules.startsAtWork(schedule, day).instants().stream()
                .map(at -> new HostWeek.Start(
                        at, OpeningRules.whyNot(schedule, at, busy, now).isEmpty()))
                .toList();
    }

    private static Instant start(LocalDate date, ZoneId zone) {
        return date.atStartOfDay(zone).toInstant();
    }
}
