package org.rapport.booking.calls.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.Interval;

/**
 * When a host can be called: the hours, cut by the host's terms, minus what is claimed. Listing and holding ask the same
 * rule, so that what is shown can be held and what is not shown cannot.
 */
public final class OpeningRules {

    private static final Duration STEP = Duration.ofMinutes(5);

    private OpeningRules() {}

    /** The first rule that keeps a start from being offered; empty if it is open but for other calls. */
    public static Optional<NotOpen> whyNot(Host host, Instant start, Instant now) {
        // The bounds come first: dates far outside them cannot even be turned into the host's calendar.
        if (!host.hosting()) {
            return Optional.of(NotOpen.NOT_HOSTING);
        }
        if (start.isBefore(now)) {
            return Optional.of(NotOpen.IN_THE_PAST);
        }
        if (start.isBefore(now.plus(host.terms().minimumNotice()))) {
            return Optional.of(NotOpen.TOO_SOON);
        }
        if (start.isAfter(now.plus(host.terms().horizon()))) {
            return Optional.of(NotOpen.TOO_FAR_AHEAD);
        }
        if (!host.startsOnGrid(start)) {
            return Optional.of(NotOpen.OFF_GRID);
        }
        Interval time = time(host, start);
        boolean atWork = host.hoursWithin(time).stream().anyMatch(hours -> hours.encloses(time));
        return atWork ? Optional.empty() : Optional.of(NotOpen.OUTSIDE_HOURS);
    }

    /** The openings of a host that start within {@code range}, in order. */
    public static List<Opening> openings(Host host, Interval range, List<Call> calls, Instant now) {
        Set<Claim> taken = new HashSet<>();
        calls.stream().filter(call -> !call.isOver(now)).forEach(call -> taken.addAll(call.claims()));
        return possible(host, range, now)
                .flatMap(bounded -> host.hoursWithin(bounded).stream()
                        .flatMap(hours -> startsIn(hours, bounded))
                        .distinct())
                .filter(start -> whyNot(host, start, now).isEmpty())
                .filter(start ->
                        Claim.covering(host.id(), blocked(host, start)).stream().noneMatch(taken::contains))
                .filter(start -> Places.free(host, start, taken).isPresent())
                .map(start -> new Opening(host.id(), host.name(), time(host, start)))
                .toList();
    }

    static Interval time(Host host, Instant start) {
        return new Interval(start, start.plus(host.terms().length()));
    }

    static Interval blocked(Host host, Instant start) {
        return new Interval(
                start.minus(host.terms().bufferBefore()),
                start.plus(host.terms().length()).plus(host.terms().bufferAfter()));
    }

    private static Stream<Interval> possible(Host host, Interval range, Instant now) {
        Instant earliest = now.plus(host.terms().minimumNotice());
        Instant behindLast = now.plus(host.terms().horizon()).plus(STEP);
        Instant from = range.start().isAfter(earliest) ? range.start() : earliest;
        Instant until = range.end().isBefore(behindLast) ? range.end() : behindLast;
        return from.isBefore(until) ? Stream.of(new Interval(from, until)) : Stream.empty();
    }

    /** Every multiple of five minutes; which of them are starts is for {@link #whyNot} to say. */
    private static Stream<Instant> startsIn(Interval hours, Interval bounds) {
        Instant from = hours.start().isAfter(bounds.start()) ? hours.start() : bounds.start();
        Instant until = hours.end().isBefore(bounds.end()) ? hours.end() : bounds.end();
        long firstStep = Math.ceilDiv(from.getEpochSecond() + (from.getNano() > 0 ? 1 : 0), STEP.toSeconds());
        return Stream.iterate(
                Instant.ofEpochSecond(firstStep * STEP.toSeconds()),
                start -> start.isBefore(until),
                start -> start.plus(STEP));
    }
}
