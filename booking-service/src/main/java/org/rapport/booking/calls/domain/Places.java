package org.rapport.booking.calls.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.hosts.domain.CallTerms;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.IsoWeek;

/**
 * Which of the numbered places of its host a call has on its day and in its week; 0 where the host has no cap.
 *
 * @param day 1 to {@link CallTerms#perDay()}
 * @param week 1 to {@link CallTerms#perWeek()}
 */
public record Places(int day, int week) {

    /** The first ones; whether they are free is for the store to say. */
    static Places first(CallTerms terms) {
        return new Places(terms.perDay() == null ? 0 : 1, terms.perWeek() == null ? 0 : 1);
    }

    /** Those of a call that moves: a day or a week it stays in keeps its number. */
    Places moved(CallTerms terms, LocalDate from, LocalDate to) {
        Places first = first(terms);
        boolean keepsDay = from.equals(to) && isWithin(terms.perDay(), day);
        boolean keepsWeek = IsoWeek.of(from).equals(IsoWeek.of(to)) && isWithin(terms.perWeek(), week);
        return new Places(keepsDay ? day : first.day, keepsWeek ? week : first.week);
    }

    /** The first numbers that nobody has; empty if the day or the week is full. */
    static Optional<Places> free(Host host, Instant start, Set<Claim> taken) {
        LocalDate date = host.dateOf(start);
        IsoWeek ownWeek = IsoWeek.of(date);
        OptionalInt day = firstFree(host.terms().perDay(), number -> Claim.onDay(host.id(), date, number), taken);
        OptionalInt week = firstFree(host.terms().perWeek(), number -> Claim.inWeek(host.id(), ownWeek, number), taken);
        return day.isPresent() && week.isPresent()
                ? Optional.of(new Places(day.getAsInt(), week.getAsInt()))
                : Optional.empty();
    }

    /**
     * The host with caps that leave room for those of {@code others} that have no number, or one too high: they were booked
     * under other caps, and each counts. Empty if they fill the day or the week.
     */
    public static Optional<Host> room(Host host, Instant start, List<Call> others) {
        LocalDate date = host.dateOf(start);
        IsoWeek ownWeek = IsoWeek.of(date);
        CallTerms terms = host.terms();
        Integer perDay = room(
                terms.perDay(),
                others.stream()
                        .filter(call -> host.dateOf(call.time().start()).equals(date))
                        .map(call -> call.places().day())
                        .toList());
        Integer perWeek = room(
                terms.perWeek(),
                others.stream()
                        .filter(call ->
                                IsoWeek.of(host.dateOf(call.time().start())).equals(ownWeek))
                        .map(call -> call.places().week())
                        .toList());
        boolean isFull = (perDay != null && perDay == 0) || (perWeek != null && perWeek == 0);
        return isFull
                ? Optional.empty()
                : Optional.of(host.with(host.version(), host.hours(), terms.capped(perDay, perWeek), host.hosting()));
    }

    /** The highest number up to which all may be given out; whoever has another one takes a place above it. */
    private static @Nullable Integer room(@Nullable Integer cap, List<Integer> taken) {
        if (cap == null) {
            return null;
        }
        for (int highest = cap; highest > 0; highest--) {
            int last = highest;
            long beyond = taken.stream()
                    .filter(number -> number == 0 || number > last)
                    .count();
            if (beyond + highest <= cap) {
                return highest;
            }
        }
        return 0;
    }

    /** Every place a host has on the day and in the week of a start. */
    public static List<Claim> all(Host host, Instant start) {
        LocalDate date = host.dateOf(start);
        List<Claim> all = new ArrayList<>();
        numbers(host.terms().perDay()).forEach(number -> all.add(Claim.onDay(host.id(), date, number)));
        numbers(host.terms().perWeek()).forEach(number -> all.add(Claim.inWeek(host.id(), IsoWeek.of(date), number)));
        return all;
    }

    List<Claim> claims(HostId host, ZoneId zone, Instant start) {
        LocalDate date = LocalDate.ofInstant(start, zone);
        List<Claim> claims = new ArrayList<>();
        if (day > 0) {
            claims.add(Claim.onDay(host, date, day));
        }
        if (week > 0) {
            claims.add(Claim.inWeek(host, IsoWeek.of(date), week));
        }
        return claims;
    }

    private static OptionalInt firstFree(@Nullable Integer cap, IntFunction<Claim> place, Set<Claim> taken) {
        return cap == null
                ? OptionalInt.of(0)
                : numbers(cap)
                        .filter(number -> !taken.contains(place.apply(number)))
                        .findFirst();
    }

    private static boolean isWithin(@Nullable Integer cap, int number) {
        return cap != null && number > 0 && number <= cap;
    }

    private static IntStream numbers(@Nullable Integer cap) {
        return cap == null ? IntStream.empty() : IntStream.rangeClosed(1, cap);
    }
}
