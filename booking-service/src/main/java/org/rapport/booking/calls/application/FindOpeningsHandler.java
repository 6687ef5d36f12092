package org.rapport.booking.calls.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.domain.Opening;
import org.rapport.booking.calls.domain.OpeningRules;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.booking.hosts.domain.Interval;

/** Lists openings; of several hosts who are free at the same time, the one with fewest calls around then. */
public final class FindOpeningsHandler {

    /** Longer than a call with its buffers: a call that starts this much outside a range cannot reach into it. */
    private static final Duration REACH = Duration.ofDays(1);

    /** As far as the places of a week can be, whatever the zone. */
    private static final Duration WEEK = Duration.ofDays(8);

    private final Hosts hosts;
    private final Calls calls;
    private final Clock clock;

    public FindOpeningsHandler(Hosts hosts, Calls calls, Clock clock) {
        this.hosts = hosts;
        this.calls = calls;
        this.clock = clock;
    }

    public List<Opening> handle(FindOpenings query) {
        return openings(query.hosts().among(hosts), query.range(), null);
    }

    /** As for anybody, but the time of the call that is to be moved counts as free. */
    public List<Opening> handle(FindOpenings query, CallId moving) {
        return openings(query.hosts().among(hosts), query.range(), moving);
    }

    /** The open times nearest to the one that was taken, in order of time. */
    List<Opening> nearest(List<Host> candidates, Instant start, int limit) {
        return nearest(candidates, start, limit, null);
    }

    List<Opening> nearest(List<Host> candidates, Instant start, int limit, @Nullable CallId moving) {
        Interval around = new Interval(start.minus(Duration.ofDays(2)), start.plus(Duration.ofDays(7)));
        return openings(candidates, around, moving).stream()
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
        List<Call> busy = active(candidates, new Interval(start.minus(REACH), start.plus(REACH)));
        return sortedByLoad(candidates, busy);
    }

    private List<Opening> openings(List<Host> candidates, Interval range, @Nullable CallId moving) {
        Duration reach = candidates.stream().anyMatch(host -> host.terms().perWeek() > 0) ? WEEK : REACH;
        Interval around = new Interval(range.start().minus(reach), range.end().plus(reach));
        List<Call> busy = active(candidates, around).stream()
                .filter(call -> !call.id().equals(moving))
                .toList();
        Instant now = clock.instant();
        Map<Instant, Opening> byStart = new TreeMap<>();
        for (Host host : sortedByLoad(candidates, busy)) {
            for (Opening opening : OpeningRules.openings(host, range, callsOf(host, busy), now)) {
                byStart.putIfAbsent(opening.start(), opening);
            }
        }
        return List.copyOf(byStart.values());
    }

    private List<Call> active(List<Host> candidates, Interval range) {
        return calls.active(candidates.stream().map(Host::id).toList(), range);
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
