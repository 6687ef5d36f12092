package org.rapport.matching.referrals.domain;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * When the practice works, as wall times of its zone. Clocks of the queue count only then.
 *
 * @param holidays days on which nobody works
 */
public record PracticeHours(ZoneId zone, Set<DayOfWeek> days, LocalTime opens, LocalTime closes, Holidays holidays) {
    public PracticeHours {
        days = Set.copyOf(days);
        if (days.isEmpty() || !opens.isBefore(closes)) {
            throw new IllegalArgumentException("a practice works on some day, and opens before it closes");
        }
    }

    /** How long the practice worked between two moments; nothing if the second is not later. */
    public Duration between(Instant from, Instant to) {
        Duration worked = Duration.ZERO;
        for (LocalDate day = day(from); !day.isAfter(day(to)); day = day.plusDays(1)) {
            Instant start = later(from, opening(day));
            Instant end = earlier(to, closing(day));
            if (isOpenOn(day) && start.isBefore(end)) {
                worked = worked.plus(Duration.between(start, end));
            }
        }
        return worked;
    }

    /** The moment at which the practice has worked so long since then. */
    public Instant after(Instant from, Duration work) {
        Duration left = work;
        LocalDate day = day(from);
        while (true) {
            Instant start = later(from, opening(day));
            Instant end = closing(day);
            if (isOpenOn(day) && start.isBefore(end)) {
                Duration today = Duration.between(start, end);
                if (left.compareTo(today) <= 0) {
                    return start.plus(left);
                }
                left = left.minus(today);
            }
            day = day.plusDays(1);
        }
    }

    private boolean isOpenOn(LocalDate day) {
        return days.contains(day.getDayOfWeek()) && !holidays.include(day);
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    private Instant opening(LocalDate day) {
        return day.atTime(opens).atZone(zone).toInstant();
    }

    private Instant closing(LocalDate day) {
        return day.atTime(closes).atZone(zone).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
