package org.rapport.booking.calls.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.domain.BusyTimes;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.domain.Diaries;
import org.rapport.booking.calls.domain.NotOpen;
import org.rapport.booking.calls.domain.Opening;
import org.rapport.booking.calls.domain.OpeningRules;
import org.rapport.booking.hosts.domain.CurrentPractice;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostDirectory;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.HostSchedule;
import org.rapport.booking.hosts.domain.Interval;
import org.rapport.booking.hosts.domain.PracticeSettings;

/**
 * Lists openings; of several hosts who are free at the same time, the one whose turn it is. They come from the
 * {@link OpeningsIndex}, or while that cannot be trusted from the store.
 */
public final class FindOpeningsHandler {

    /** Longer than a call with its buffers: a call that starts this much outside a range cannot reach into it. */
    private static final Duration REACH = Duration.ofDays(1);

    /** Wherever in its week a start lies, the whole week is within this. */
    private static final Duration REACH_OF_A_WEEK = Duration.ofDays(8);

    private final HostDirectory hosts;
    private final CurrentPractice practices;
    private final Calls calls;
    private final OpeningsIndex index;
    private final Diaries diaries;
    private final Clock clock;
    private final PoolOrder pool;

    /** From the store alone. */
    public FindOpeningsHandler(
            HostDirectory hosts, CurrentPractice practices, Calls calls, Diaries diaries, Clock clock) {
        this(hosts, practices, calls, new OpeningsIndex(), diaries, clock);
    }

    public FindOpeningsHandler(
            HostDirectory hosts,
            CurrentPractice practices,
            Calls calls,
            OpeningsIndex index,
            Diaries diaries,
            Clock clock) {
        this.hosts = hosts;
        this.practices = practices;
        this.calls = calls;
        this.index = index;
        this.diaries = diaries;
        this.clock = clock;
        this.pool = new PoolOrder(calls);
    }

    public List<Opening> handle(FindOpenings query) {
        return handle(query, null);
    }

    /** As for anybody, but cut for the call that is to be moved, if there is one, whose own time counts as free. */
    public List<Opening> handle(FindOpenings query, @Nullable Call moving) {
        return openings(query.hosts().among(hosts), query.range(), moving);
    }

    /** The open times nearest to the one that was taken, in order of time. */
    List<Opening> nearest(List<Candidate> candidates, Instant start, int limit) {
        return nearest(candidates, start, limit, null, _ -> true);
    }

    List<Opening> nearest(
            List<Candidate> candidates, Instant start, int limit, @Nullable Call moving, Predicate<Opening> suits) {
        Interval around = new Interval(start.minus(Duration.ofDays(2)), start.plus(Duration.ofDays(7)));
        return openings(candidates, around, moving).stream()
                .filter(suits)
                // Just refused; what other instances hold may not be known here yet.
                .filter(opening -> !opening.start().equals(start))
                .sorted(Comparator.comparing(
                        opening -> Duration.between(start, opening.start()).abs()))
                .limit(limit)
                .sorted(Comparator.comparing(Opening::start))
                .toList();
    }

    /** Whether the host's day or week has no room for one call more, by the rules that list openings. */
    Optional<NotOpen> full(HostSchedule schedule, Instant start, @Nullable Call moving) {
        Host host = schedule.host();
        if (host.terms().perDay() == null && host.terms().perWeek() == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        BusyTimes busy = busy(host, others(List.of(host), schedule.time(start), moving), now);
        return OpeningRules.whyNot(schedule, start, busy, now)
                .filter(reason -> reason == NotOpen.DAY_FULL || reason == NotOpen.WEEK_FULL);
    }

    /** As lists show them. */
    List<Host> inTurn(List<Host> all, Instant now) {
        return index.isTrusted(now)
                ? PoolOrder.inTurn(all, host -> index.tally(host, now))
                : pool.inTurn(all, Function.identity(), now);
    }

    /** What these calls and the host's own calendar leave no room for. */
    BusyTimes busy(Host host, List<Call> others, Instant now) {
        return BusyTimes.of(host, others, now).beside(diaries.of(host.id()));
    }

    /** Before any look at other calls: whoever writes next is told of them by the claims. */
    BusyTimes busyBesideCalls(Host host) {
        return BusyTimes.none().beside(diaries.of(host.id()));
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
        Instant now = clock.instant();
        return index.isTrusted(now)
                ? index.openings(candidates, range, moving, diaries, now)
                : fromStore(candidates, range, moving, now);
    }

    private List<Opening> fromStore(List<Candidate> candidates, Interval range, @Nullable Call moving, Instant now) {
        Map<HostId, List<Call>> busy = others(
                        candidates.stream().map(Candidate::host).toList(), range, moving)
                .stream()
                .collect(Collectors.groupingBy(Call::hostId));
        PracticeSettings practice = practices.current();
        Map<Instant, Opening> byStart = new TreeMap<>();
        for (Candidate candidate : pool.inTurn(candidates, Candidate::host, now)) {
            Host host = candidate.host();
            HostSchedule schedule =
                    moving == null ? HostSchedule.offered(host, practice) : moving.schedule(host, practice);
            BusyTimes taken = busy(host, busy.getOrDefault(host.id(), List.of()), now);
            for (Opening opening : OpeningRules.openings(schedule, range, taken, now)) {
                if (candidate.takesCallsAt(opening.start())) {
                    byStart.putIfAbsent(opening.start(), opening);
                }
            }
        }
        return List.copyOf(byStart.values());
    }
}
