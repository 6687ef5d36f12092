package org.rapport.booking.calls.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.rapport.booking.hosts.domain.CallTerms;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostId;

/**
 * Which of the numbered places of its host a call has on its day and in its week; 0 where the host has no cap.
 *
 * @param day 1 to {@link CallTerms#perDay()}
 * @param week 1 to {@link CallTerms#perWeek()}
 */
public record Places(int day, int week) {

    /** The first ones; whether they are free is for the store to say. */
    static Places first(CallTerms terms) {
        return new Places(Math.min(1, terms.perDay()), Math.min(1, terms.perWeek()));
    }

    /** Those of a call that moves: a day or a week it stays in keeps its number. */
    Places moved(CallTerms terms, LocalDate from, LocalDate to) {
        Places first = first(terms);
        boolean keepsDay = from.equals(to) && day > 0 && day <= terms.perDay();
        boolean keepsWeek = isSameWeek(from, to) && week > 0 && week <= terms.perWeek();
        return new Places(keepsDay ? day : first.day, keepsWeek ? week : first.week);
    }

    /** The first numbers that nobody has; empty if the day or the week is full. */
    static Optional<Places> free(Host host, Instant start, Set<Claim> taken) {
        LocalDate date = LocalDate.ofInstant(start, host.zone());
        OptionalInt day = firstFree(host.terms().perDay(), number -> Claim.onDay(host.id(), date, number), taken);
        OptionalInt week = firstFree(host.terms().perWeek(), number -> Claim.inWeek(host.id(), date, number), taken);
        return day.isPresent() && week.isPresent()
                ? Optional.of(new Places(day.getAsInt(), week.getAsInt()))
                : Optional.empty();
    }

    /** Every place a host has on the day and in the week of a start. */
    public static List<Claim> all(Host host, Instant start) {
        LocalDate date = LocalDate.ofInstant(start, host.zone());
        List<Claim> all = new ArrayList<>();
        IntStream.rangeClosed(1, host.terms().perDay())
                .forEach(number -> all.add(Claim.onDay(host.id(), date, number)));
        IntStream.rangeClosed(1, host.terms().perWeek())
                .forEach(number -> all.add(Claim.inWeek(host.id(), date, number)));
        return all;
    }

    List<Claim> claims(HostId host, ZoneId zone, Instant start) {
        LocalDate date = LocalDate.ofInstant(start, zone);
        List<Claim> claims = new ArrayList<>();
        if (day > 0) {
            claims.add(Claim.onDay(host, date, day));
        }
        if (week > 0) {
            claims.add(Claim.inWeek(host, date, week));
        }
        return claims;
    }

    private static OptionalInt firstFree(int cap, IntFunction<Claim> place, Set<Claim> taken) {
        return cap == 0
                ? OptionalInt.of(0)
                : IntStream.rangeClosed(1, cap)
                        .filter(number -> !taken.contains(place.apply(number)))
                        .findFirst();
    }

    private static boolean isSameWeek(LocalDate one, LocalDate other) {
        return one.get(IsoFields.WEEK_BASED_YEAR) == other.get(IsoFields.WEEK_BASED_YEAR)
                && one.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) == other.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }
}
