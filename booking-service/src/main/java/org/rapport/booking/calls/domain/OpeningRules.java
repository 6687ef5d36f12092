package org.rapport.booking.calls.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.rapport.booking.calls.domain.AskedRule.Answer;
import org.rapport.booking.hosts.domain.DayPlan;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostSchedule;
import org.rapport.booking.hosts.domain.Interval;

/**
 * When a host can be called: the hours, cut by the host's terms, minus what is claimed. Listing, holding and explaining
 * ask the same rules in the same order, so that what is shown can be held, and what is not shown has its reason.
 */
public final class OpeningRules {

    /** The bounds come first: dates far outside them cannot even be turned into the host's calendar. */
    private static final List<Rule> RULES = List.of(
            new Rule(NotOpen.NOT_HOSTING, asked -> !asked.host().hosting()),
            new Rule(NotOpen.IN_THE_PAST, asked -> asked.start().isBefore(asked.now())),
            new Rule(NotOpen.TOO_SOON, asked -> asked.start().isBefore(earliest(asked.host(), asked.now()))),
            new Rule(NotOpen.TOO_FAR_AHEAD, asked -> asked.start().isAfter(latest(asked.host(), asked.now()))),
            new Rule(NotOpen.OFF_GRID, asked -> !asked.host().startsOnGrid(asked.start())),
            new Rule(NotOpen.ON_LEAVE, asked -> asked.offWorkBy(DayPlan.Away.class)),
            new Rule(NotOpen.OUTSIDE_HOURS_OF_DATE, asked -> asked.offWorkBy(DayPlan.Otherwise.class)),
            new Rule(NotOpen.HOLIDAY, asked -> asked.offWorkBy(DayPlan.OnHoliday.class)),
            new Rule(NotOpen.OUTSIDE_HOURS, asked -> asked.offWorkBy(DayPlan.AsInWeek.class)),
            new Rule(NotOpen.DAY_FULL, asked -> asked.busy().fillsDay(asked.host(), asked.date())),
            new Rule(NotOpen.WEEK_FULL, asked -> asked.busy().fillsWeek(asked.host(), asked.date())),
            new Rule(NotOpen.TAKEN, asked -> asked.busy().takes(asked.schedule(), asked.start())));

    private OpeningRules() {}

    /** The first rule that keeps a start from being offered; empty if it is open. */
    public static Optional<NotOpen> whyNot(HostSchedule schedule, Instant start, BusyTimes busy, Instant now) {
        Asked asked = new Asked(schedule, start, busy, now);
        return RULES.stream()
                .filter(rule -> rule.breaks().test(asked))
                .map(Rule::reason)
                .findFirst();
    }

    /** All the rules in order, up to the one that {@link #whyNot} names. */
    public static List<AskedRule> explain(HostSchedule schedule, Instant start, BusyTimes busy, Instant now) {
        Optional<NotOpen> broken = whyNot(schedule, start, busy, now);
        List<AskedRule> rules = new ArrayList<>();
        Answer answer = Answer.KEPT;
        for (Rule rule : RULES) {
            boolean first = broken.filter(rule.reason()::equals).isPresent();
            rules.add(new AskedRule(rule.reason(), first ? Answer.BROKEN : answer));
            answer = first ? Answer.NOT_ASKED : answer;
        }
        return rules;
    }

    /** The openings of a host that start within {@code range}, in order. */
    public static List<Opening> openings(HostSchedule schedule, Interval range, BusyTimes busy, Instant now) {
        Host host = schedule.host();
        return bounds(host, range, now).stream()
                .flatMap(bounded -> starts(schedule, bounded))
                .filter(start -> whyNot(schedule, start, busy, now).isEmpty())
                .map(start -> new Opening(host.id(), host.name(), schedule.time(start)))
                .toList();
    }

    /** Every start on the host's grid within the hours worked, open or not. */
    public static Starts startsAtWork(HostSchedule schedule, Interval range) {
        Starts starts = Starts.none(range);
        Interval reached =
                new Interval(range.start(), range.end().plus(schedule.type().length()));
        for (Interval hours : schedule.hoursWithin(reached)) {
            Instant last = hours.end().minus(schedule.type().length());
            startsIn(hours, range)
                    .takeWhile(start -> !start.isAfter(last))
                    .filter(schedule.host()::startsOnGrid)
                    .forEach(start -> starts.add(Quantum.of(start)));
        }
        return starts;
    }

    /** Those of the starts at work that {@code busy} leaves room for; which of them are near enough, {@link #bounds} says. */
    public static Starts openStarts(HostSchedule schedule, Starts atWork, BusyTimes busy) {
        Starts open = atWork.copy();
        busy.close(schedule, open);
        return open;
    }

    /** Between the host's notice and horizon: the part of a range in which calls can start now, if there is one. */
    public static Optional<Interval> bounds(Host host, Interval range, Instant now) {
        Instant behindLast = latest(host, now).plusNanos(1);
        Instant from = range.start().isAfter(earliest(host, now)) ? range.start() : earliest(host, now);
        Instant until = range.end().isBefore(behindLast) ? range.end() : behindLast;
        return host.hosting() && from.isBefore(until) ? Optional.of(new Interval(from, until)) : Optional.empty();
    }

    /** Whether a call that is already held or booked lies outside what is worked now. */
    public static boolean isOutsideHours(HostSchedule schedule, Call call) {
        return schedule.hoursWithin(call.time()).stream().noneMatch(hours -> hours.encloses(call.time()));
    }

    private static boolean isAtWork(HostSchedule schedule, Instant start) {
        Interval time = schedule.time(start);
        return schedule.hoursWithin(time).stream().anyMatch(hours -> hours.encloses(time));
    }

    private static Stream<Instant> starts(HostSchedule schedule, Interval range) {
        return schedule.hoursWithin(range).stream().flatMap(hours -> startsIn(hours, range));
    }

    /** Every multiple of five minutes; which of them are starts is for the rules to say. */
    private static Stream<Instant> startsIn(Interval hours, Interval bounds) {
        Instant from = hours.start().isAfter(bounds.start()) ? hours.start() : bounds.start();
        Instant until = hours.end().isBefore(bounds.end()) ? hours.end() : bounds.end();
        return LongStream.range(Quantum.from(from), Quantum.from(until)).mapToObj(Quantum::start);
    }

    private static Instant earliest(Host host, Instant now) {
        return now.plus(host.terms().minimumNotice());
    }

    private static Instant latest(Host host, Instant now) {
        return now.plus(host.terms().horizon());
    }

    private record Rule(NotOpen reason, Predicate<Asked> breaks) {}

    private record Asked(HostSchedule schedule, Instant start, BusyTimes busy, Instant now) {

        Host host() {
            return schedule.host();
        }

        LocalDate date() {
            return host().dateOf(start);
        }

        boolean offWorkBy(Class<? extends DayPlan> plan) {
            return plan.isInstance(schedule.on(date())) && !isAtWork(schedule, start);
        }
    }
}
