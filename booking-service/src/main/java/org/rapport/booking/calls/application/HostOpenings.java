package org.rapport.booking.calls.application;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.domain.BusyTimes;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.OpeningRules;
import org.rapport.booking.calls.domain.Starts;
import org.rapport.booking.calls.domain.TakenTime;
import org.rapport.booking.calls.domain.Tally;
import org.rapport.booking.calls.domain.Turns;
import org.rapport.booking.hosts.domain.HostSchedule;
import org.rapport.booking.hosts.domain.Interval;

/**
 * The open starts of one host, in memory. {@link OpeningRules} says which they are; here they are only kept:
 *
 * <ol>
 *   <li>The hours are cut into starts once, for the horizon and some days more, and again when hours or terms change or
 *       those days are used up.
 *   <li>From them is taken what calls leave no room for, again when a call changes or a hold runs out.
 *   <li>Notice and horizon move with the clock; whoever asks keeps to {@link OpeningRules#bounds}.
 * </ol>
 */
final class HostOpenings {

    private static final Duration BEYOND_HORIZON = Duration.ofDays(3);
    private static final Duration CUT_AGAIN = Duration.ofDays(1);

    private HostSchedule schedule;
    private Map<CallId, TakenTime> taken = new HashMap<>();

    /** What was put by a single write or event, and when: a reading that began before must not undo it. */
    private final Map<CallId, Long> news = new HashMap<>();

    private @Nullable Cut cut;
    private @Nullable Open open;
    private @Nullable Lately lately;

    HostOpenings(HostSchedule schedule) {
        this.schedule = schedule;
    }

    /** Starts at work within a stretch of time. */
    private record Cut(Interval stretch, Starts starts) {

        boolean reaches(Instant now, Duration ahead) {
            return !now.isBefore(stretch.start()) && now.plus(ahead).isBefore(stretch.end());
        }
    }

    /** @param until when the first hold runs out */
    private record Open(Starts starts, Instant from, Instant until) {

        boolean holds(Instant now) {
            return !now.isBefore(from) && now.isBefore(until);
        }
    }

    /** @param until when one of the calls counts no longer */
    private record Lately(Tally tally, Instant from, Instant until) {

        boolean holds(Instant now) {
            return !now.isBefore(from) && now.isBefore(until);
        }
    }

    /** What the host took lately, for the pool. */
    synchronized Tally tally(Instant now) {
        if (lately == null || !lately.holds(now)) {
            Instant since = now.minus(Turns.LATELY);
            Tally tally = new Tally(
                    schedule.host(),
                    taken.values().stream()
                            .filter(time -> time.counts(now))
                            .flatMap(time -> Stream.ofNullable(time.takenAt()))
                            .filter(at -> !at.isBefore(since))
                            .toList());
            Instant forgets = tally.takenAt().isEmpty()
                    ? Instant.MAX
                    : tally.takenAt().getFirst().plus(Turns.LATELY).plusNanos(1);
            Instant lapses = firstLapse(now);
            lately = new Lately(tally, now, forgets.isBefore(lapses) ? forgets : lapses);
        }
        return lately.tally();
    }

    synchronized HostSchedule schedule() {
        return schedule;
    }

    synchronized void set(HostSchedule now) {
        boolean newer = now.host().version() > schedule.host().version()
                || now.practice().version() > schedule.practice().version();
        boolean older = now.host().version() < schedule.host().version()
                || now.practice().version() < schedule.practice().version();
        if (newer && !older) {
            schedule = now;
            cut = null;
            open = null;
            lately = null;
        }
    }

    /** Older news than what is known change nothing. */
    synchronized void put(TakenTime time, long at) {
        TakenTime known = taken.get(time.id());
        if (known == null || known.version() < time.version()) {
            taken.put(time.id(), time);
            news.put(time.id(), at);
            open = null;
            lately = null;
        }
    }

    synchronized boolean knows(CallId call, long version) {
        TakenTime known = taken.get(call);
        return known != null && known.version() >= version;
    }

    /** @param readFrom when the reading of {@code all} began; what was put later stays */
    synchronized void replace(Collection<TakenTime> all, long readFrom) {
        Map<CallId, TakenTime> next = HashMap.newHashMap(all.size());
        all.forEach(time -> next.put(time.id(), time));
        news.values().removeIf(at -> at <= readFrom);
        for (CallId call : news.keySet()) {
            TakenTime known = taken.get(call);
            if (known != null) {
                next.merge(call, known, (read, put) -> read.version() > put.version() ? read : put);
            }
        }
        if (!next.equals(taken)) {
            taken = next;
            open = null;
            lately = null;
        }
    }

    /** Cuts the days to come before anybody has to wait for it. */
    synchronized void cutAhead(Instant now) {
        if (cut == null || !cut.reaches(now, horizon().plus(CUT_AGAIN))) {
            cut = cut(schedule, now);
            open = null;
        }
    }

    /** Not to be changed. */
    synchronized Starts open(Instant now) {
        if (cut == null || !cut.reaches(now, horizon())) {
            cut = cut(schedule, now);
            open = null;
        }
        if (open == null || !open.holds(now)) {
            BusyTimes busy = BusyTimes.ofTaken(schedule.host(), taken.values(), now);
            open = new Open(OpeningRules.openStarts(schedule, cut.starts(), busy), now, firstLapse(now));
        }
        return open.starts();
    }

    /** As cut for one call that is to be moved: of its own type, its own time counting as free. */
    synchronized Starts open(HostSchedule wanted, CallId moving, Instant now) {
        List<TakenTime> others = taken.values().stream()
                .filter(time -> !time.id().equals(moving))
                .toList();
        return OpeningRules.openStarts(
                wanted, cut(wanted, now).starts(), BusyTimes.ofTaken(wanted.host(), others, now));
    }

    synchronized List<CallId> holds(Instant now) {
        return taken.values().stream()
                .filter(time -> time.lapsesAt() != null && time.counts(now))
                .map(TakenTime::id)
                .toList();
    }

    private Duration horizon() {
        return schedule.host().terms().horizon();
    }

    private static Cut cut(HostSchedule schedule, Instant now) {
        Instant end = now.plus(schedule.host().terms().horizon()).plus(BEYOND_HORIZON);
        Interval stretch = new Interval(now, end);
        return new Cut(stretch, OpeningRules.startsAtWork(schedule, stretch));
    }

    private Instant firstLapse(Instant now) {
        return taken.values().stream()
                .filter(time -> time.counts(now))
                .flatMap(time -> Stream.ofNullable(time.lapsesAt()))
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }
}
