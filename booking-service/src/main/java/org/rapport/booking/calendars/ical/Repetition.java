package org.rapport.booking.calendars.ical;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.transform.recurrence.Frequency;
import org.jspecify.annotations.Nullable;

/**
 * A rule by which something repeats, on the clock of its zone: nine o'clock stays nine o'clock when the clock changes.
 *
 * @param until the last moment it repeats, on the same clock; absent for ever
 */
record Repetition(
        Recur<LocalDateTime> rule,
        LocalDateTime first,
        @Nullable LocalDateTime until) {

    private static final Pattern UNTIL = Pattern.compile("(?i)(^|;)UNTIL=[^;]*");

    /** Going on to the next start without looking at it costs so much less than looking. */
    private static final long STEPS_LIKE_ONE_LOOK = 50;

    /** So many periods without a start, and ical4j gives up. */
    private static final long LOOKS_FOR_NONE = 1_000;

    static Repetition of(String text, LocalDateTime first, UntilClock clock) {
        String rule = text.strip();
        LocalDateTime last = switch (until(rule)) {
            case null -> null;
            case LocalDate date -> date.atTime(LocalTime.MAX);
            case LocalDateTime local -> local;
            case OffsetDateTime utc -> clock.show(utc.toInstant());
            case Temporal other -> clock.show(Instant.from(other));
        };
        // Its kind of time need not be that of the start, which ical4j does not compare.
        return new Repetition(new Recur<>(UNTIL.matcher(rule).replaceAll("").replaceFirst("^;", "")), first, last);
    }

    private static @Nullable Temporal until(String rule) {
        return new Recur<Temporal>(rule).getUntil();
    }

    /** The starts between two moments, and perhaps some around. */
    List<LocalDateTime> between(LocalDateTime from, LocalDateTime end, Work work) {
        LocalDateTime last = until != null && until.isBefore(end) ? until : end;
        // A whole step earlier: ical4j begins with the period in which the first start lies, and skips those before.
        LocalDateTime earliest = from.minus(period());
        if (last.isBefore(from) || last.isBefore(first)) {
            return List.of();
        }
        work.take(costOrTooMuch(earliest.isBefore(first) ? first : earliest, last));
        return rule.getDates(first, earliest.isBefore(first) ? first : earliest, last);
    }

    /**
     * The starts of the years before it ends, or before {@code end}: what a clock shows after its last change, it goes on to
     * show.
     */
    List<LocalDateTime> latest(int years, LocalDateTime end, Work work) {
        LocalDateTime last = until != null && until.isBefore(end) ? until : end;
        return between(rule.getCount() > 0 ? first : last.minusYears(years), last, work);
    }

    /**
     * How many starts ical4j looks at, at most: rules can ask for each second of a year. It counts from the first start, and
     * only what the lists let through; where they let nothing through it goes on behind the end.
     */
    private long cost(LocalDateTime from, LocalDateTime last) {
        long looked = startsInPeriod();
        if (rule.getCount() > 0) {
            long periods = periods(first, last);
            return Math.multiplyExact(hasLists() ? periods : Math.min(periods, rule.getCount()), looked);
        }
        long periods = periods(from, last) + (mayFindNone() ? LOOKS_FOR_NONE : 0);
        return Math.addExact(Math.multiplyExact(periods, looked), periods(first, from) / STEPS_LIKE_ONE_LOOK);
    }

    private long costOrTooMuch(LocalDateTime from, LocalDateTime last) {
        try {
            return cost(from, last);
        } catch (ArithmeticException moreThanCanBeCounted) {
            throw new TooMuch();
        }
    }

    private long periods(LocalDateTime from, LocalDateTime end) {
        return Math.max(0, Duration.between(from, end).dividedBy(period())) + 1;
    }

    private Duration period() {
        int interval = Math.max(1, rule.getInterval());
        return switch (rule.getFrequency()) {
            case SECONDLY -> Duration.ofSeconds(interval);
            case MINUTELY -> Duration.ofMinutes(interval);
            case HOURLY -> Duration.ofHours(interval);
            case DAILY -> Duration.ofDays(interval);
            case WEEKLY -> Duration.ofDays(7L * interval);
            case MONTHLY -> Duration.ofDays(31L * interval);
            case YEARLY -> Duration.ofDays(366L * interval);
        };
    }

    /** Each list may be let through by each of the others, and lists may be long and say the same again and again. */
    private long startsInPeriod() {
        boolean onlyLeavesOut =
                !rule.getMonthDayList().isEmpty() || !rule.getYearDayList().isEmpty();
        long ofOneWeekday = switch (rule.getFrequency()) {
            case SECONDLY, MINUTELY, HOURLY, DAILY, WEEKLY -> 1;
            case MONTHLY -> 5;
            case YEARLY -> 53;
        };
        long weekdays = Math.max(1, rule.getDayList().size());
        long starts =
                onlyLeavesOut || rule.getDayList().isEmpty() ? weekdays : Math.multiplyExact(weekdays, ofOneWeekday);
        for (List<?> list : lists()) {
            starts = Math.multiplyExact(starts, Math.max(1, list.size()));
        }
        return starts;
    }

    /** There are months without a 31st, years without a 53rd week, and positions beyond any list. */
    private boolean mayFindNone() {
        boolean leavesMonthsOut =
                rule.getFrequency() != Frequency.YEARLY && !rule.getMonthList().isEmpty();
        return leavesMonthsOut
                || Stream.of(rule.getMonthDayList(), rule.getYearDayList(), rule.getWeekNoList(), rule.getSetPosList())
                        .anyMatch(list -> !list.isEmpty());
    }

    private boolean hasLists() {
        return !rule.getDayList().isEmpty() || lists().stream().anyMatch(list -> !list.isEmpty());
    }

    private List<List<?>> lists() {
        return List.of(
                rule.getMonthList(),
                rule.getMonthDayList(),
                rule.getYearDayList(),
                rule.getWeekNoList(),
                rule.getHourList(),
                rule.getMinuteList(),
                rule.getSecondList(),
                rule.getSetPosList());
    }
}
