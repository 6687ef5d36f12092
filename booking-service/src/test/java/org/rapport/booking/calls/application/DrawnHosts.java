package org.rapport.booking.calls.application;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.rapport.booking.Examples;
import org.rapport.booking.hosts.domain.CallTerms;
import org.rapport.booking.hosts.domain.DateHours;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostHours;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.Leave;
import org.rapport.booking.hosts.domain.LocalSpan;
import org.rapport.booking.hosts.domain.WorkingSpan;

/** Hosts with any hours, dates, leaves and terms, drawn by a seed. */
final class DrawnHosts {

    private static final List<String> ZONES = List.of(
            "America/Chicago", "Asia/Kolkata", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Auckland", "UTC");

    /** Most of them shortly before a night on which some clocks change. */
    private static final List<String> DATES =
            List.of("2027-03-12", "2027-04-02", "2027-10-01", "2027-11-05", "2027-06-10");

    private DrawnHosts() {}

    static ZoneId anyZone(SplittableRandom random) {
        return ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
    }

    static LocalDate anyDate(SplittableRandom random) {
        return LocalDate.parse(DATES.get(random.nextInt(DATES.size())));
    }

    /** @param from dates and leaves of the host lie within five days from here */
    static Host host(HostId id, String name, ZoneId zone, LocalDate from, SplittableRandom random) {
        return Examples.host(id, name, zone, anyTerms(random), anyHours(from, random));
    }

    static CallTerms anyTerms(SplittableRandom random) {
        return new CallTerms(
                Duration.ofMinutes(random.nextInt(20)),
                Duration.ofMinutes(random.nextInt(20)),
                Duration.ofMinutes(5L * random.nextInt(1, 13)),
                Duration.ofMinutes(random.nextInt(600)),
                Duration.ofHours(random.nextInt(24, 24 * 10)),
                Duration.ZERO,
                random.nextInt(3) == 0 ? random.nextInt(1, 4) : null,
                random.nextInt(3) == 0 ? random.nextInt(1, 6) : null);
    }

    static HostHours anyHours(LocalDate from, SplittableRandom random) {
        List<WorkingSpan> week = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            anySpans(random).forEach(span -> week.add(new WorkingSpan(day, span)));
        }
        List<DateHours> dates = random.nextInt(2) == 0
                ? List.of()
                : List.of(new DateHours(from.plusDays(random.nextInt(5)), anySpans(random)));
        LocalDate away = from.plusDays(random.nextInt(5));
        List<Leave> leaves = random.nextInt(3) > 0 ? List.of() : List.of(new Leave(away, away.plusDays(1), null));
        return new HostHours(week, dates, leaves);
    }

    private static List<LocalSpan> anySpans(SplittableRandom random) {
        List<LocalSpan> spans = new ArrayList<>();
        for (int count = random.nextInt(3); count > 0; count--) {
            int from = random.nextInt(0, 1_380);
            int until = random.nextInt(from + 1, 1_441);
            spans.add(new LocalSpan(time(from), time(until)));
        }
        return spans;
    }

    private static LocalTime time(int minute) {
        return LocalTime.MIDNIGHT.plusMinutes(minute % 1_440);
    }
}
