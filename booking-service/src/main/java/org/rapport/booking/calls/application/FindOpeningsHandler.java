package org.rapport.booking.calls.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rapport.booking.calls.domain.BusyTimes;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.domain.Opening;
import org.rapport.booking.calls.domain.OpeningRules;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostSchedule;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.booking.hosts.domain.Interval;
import org.rapport.booking.hosts.domain.PracticeSettings;
import org.rapport.booking.hosts.domain.Practices;

/** Lists openings; of several hosts who are free at the same time, the one with fewest calls around then. */
public final class FindOpeningsHandler {

    /** Longer than a call with its buffers: a call that starts this much outside a range cannot reach into it. */
    private static final Duration REACH = Duration.ofDays(1);

    /** Wherever in its week a start lies, the whole week is within this. */
    private static final Duration REACH_OF_A_WEEK = Duration.ofDays(8);

    private final Hosts hosts;
    private final Practices practices;
    private final Calls calls;
    private final Clock clock;

    public FindOpeningsHandler(Hosts hosts, Practices practices, Calls calls, Clock clock) {
        this.hosts = hosts;
        this.practices = practices;
        this.calls = calls;
        this.clock = clock;
    }

    public List<Opening> handle(FindOpenings query) {
        return openings(query.hosts().among(hosts), query.range());
    }

    /** The open times nearest to the one that was taken, in order of time. */
    List<Opening> nearest(List<Candidate> candidates, Instant start, int limit) {
        Interval around = new Interval(start.minus(Duration.ofDays(2)), start.plus(Duration.ofDays(7)));
        return openings(candidates, around).stream()
                .sorted(Comparator.comparing(
                        opening -> Duration.between(start, opening.start()).abs()))
                .limit(limit)
                .sorted(Comparator.comparing(Opening::start))
                .toList();
    }

    /** The hosts with the fewest calls around a time first. */
    List<Host> leastBusyFirst(List<Host> candidates, Instant start) {
        if (candidates.size() < 2) {
            return candidates;
        }
        return sortedByLoad(candidates, around(candidates, new Interval(start, start.plusMillis(1))));
    }

    /** The calls that reach into {@code range} or count with those in it. */
    List<Call> around(List<Host> candidates, Interval range) {
        boolean byWeek = candidates.stream().anyMatch(host -> host.terms().perWeek() != null);
        Duration reach = byWeek ? REACH_OF_A_WEEK : REACH;
        return calls.active(
                candidates.stream().map(Host::id).toList(),
                new Interval(range.start().minus(reach), range.end().plus(reach)));
    }

    private List<Opening> openings(List<Candidate> candidates, Interval range) {
        List<Host> all = candidates.stream().map(Candidate::host).distinct().toList();
        List<Call> busy = around(all, range);
        PracticeSettings practice = practices.current();
        Instant now = clock.instant();
        Map<Instant, Opening> byStart = new TreeMap<>();
        for (Host host : sortedByLoad(all, busy)) {
            HostSchedule schedule = HostSchedule.offered(host, practice);
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

    private static List<Host> sortedByLoad(List<Host> candidates, List<Call> busy) {
        return candidates.stream()
                .sorted(Comparator.<Host>comparingInt(
                                host -> callsOf(host, busy).size())
                        .thenComparing(host -> host.id().value()))
                .toList();
    }

    private static List<Call> callsOf(Host host, List<Call> calls) {
        return calls.stream().filter(call -> call.hostId().equals(host.id())).toList();
    }
}
