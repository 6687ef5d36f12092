package org.rapport.booking.calls.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.domain.BusyTimes;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.domain.NotOpen;
import org.rapport.booking.calls.domain.Opening;
import org.rapport.booking.calls.domain.OpeningRules;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostSchedule;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.booking.hosts.domain.Interval;
import org.rapport.booking.hosts.domain.PracticeSettings;
import org.rapport.booking.hosts.domain.Practices;

/** Lists openings; of several hosts who are free at the same time, the one whose turn it is. */
public final class FindOpeningsHandler {

    /** Longer than a call with its buffers: a call that starts this much outside a range cannot reach into it. */
    private static final Duration REACH = Duration.ofDays(1);

    /** Wherever in its week a start lies, the whole week is within this. */
    private static final Duration REACH_OF_A_WEEK = Duration.ofDays(8);

    private final Hosts hosts;
    private final Practices practices;
    private final Calls calls;
    private final Clock clock;
    private final PoolOrder pool;

    public FindOpeningsHandler(Hosts hosts, Practices practices, Calls calls, Clock clock) {
        this.hosts = hosts;
        this.practices = practices;
        this.calls = calls;
        this.clock = clock;
        this.pool = new PoolOrder(calls);
    }

    public List<Opening> handle(FindOpenings query) {
        return openings(query.hosts().among(hosts), query.range(), null);
    }

    /** As for anybody, but cut for the call that is to be moved, whose own time counts as free. */
    public List<Opening> handle(FindOpenings query, Call moving) {
        return openings(query.hosts().among(hosts), query.range(), moving);
    }

    /** The open times nearest to the one that was taken, in order of time. */
    List<Opening> nearest(List<Candidate> candidates, Instant start, int limit) {
        return nearest(candidates, start, limit, null);
    }

    List<Opening> nearest(List<Candidate> candidates, Instant start, int limit, @Nullable Call moving) {
        Interval around = new Interval(start.minus(Duration.ofDays(2)), start.plus(Duration.ofDays(7)));
        return openings(candidates, around, moving).stream()
                .sorted(Comparator.comparing(
                        opening -> Duration.between(start, opening.start()).abs()))
                .limit(limit)
                .sorted(Comparator.comparing(Opening::start))
                .toList();
    }

    /** Whether the host's day or week has no room for one call more, by the rules that list openings. */
    Optional<NotOpen> full(HostSchedule schedule, Instant start, @Nullable Call moving) {
        Host host = schedule.host();
        Instant now = clock.instant();
        BusyTimes busy = BusyTimes.of(host, others(List.of(host), schedule.time(start), moving), now);
        return OpeningRules.whyNot(schedule, start, busy, now)
                .filter(reason -> reason == NotOpen.DAY_FULL || reason == NotOpen.WEEK_FULL);
    }

    /** The calls that reach into {@code range} or count with those in it. */
    List<Call> around(List<Host> candidates, Interval range) {
        boolean byWeek = candidates.stream().anyMatch(host -> host.terms().perWeek() != null);
        Duration reach = byWeek ? REACH_OF_A_WEEK : REACH;
        return calls.active(
                candidates.stream().map(Host::id).toList(),
                new Interval(range.start().minus(reach), range.end().plus(reach)));
    }

    private List<Call> others(List<Host> candidates, Interval range, @Nullable Call moving) {
        return around(candidates, range).stream()
                .filter(call -> moving == null || !call.id().equals(moving.id()))
                .toList();
    }

    private List<Opening> openings(List<Candidate> candidates, Interval range, @Nullable Call moving) {
        List<Host> all = candidates.stream().map(Candidate::host).distinct().toList();
        List<Call> busy = others(all, range, moving);
        PracticeSettings practice = practices.current();
        Instant now = clock.instant();
        Map<Instant, Opening> byStart = new TreeMap<>();
        for (Host host : pool.inTurn(all, now)) {
            HostSchedule schedule =
                    moving == null ? HostSchedule.offered(host, practice) : moving.schedule(host, practice);
            BusyTimes taken = BusyTimes.of(host, callsOf(host, busy), now);
            for (Opening opening : OpeningRules.openings(schedule, range, taken, now)) {
                if (isTakenOnBy(host, candidates, opening.start())) {
                    byStart.putIfAbsent(opening.start(), opening);
                }
            }
        }
        return List.copyOf(byStart.values());
    }

    private static boolean isTakenOnBy(Host host, List<Candidate> candidates, Instant start) {
        return candidates.stream()
                .anyMatch(candidate -> candidate.host().equals(host) && candidate.takesCallsAt(start));
    }

    private static List<Call> callsOf(Host host, List<Call> calls) {
        return calls.stream().filter(call -> call.hostId().equals(host.id())).toList();
    }
}
