package org.rapport.booking.calls.application;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.Diaries;
import org.rapport.booking.calls.domain.Opening;
import org.rapport.booking.calls.domain.OpeningRules;
import org.rapport.booking.calls.domain.Quantum;
import org.rapport.booking.calls.domain.Starts;
import org.rapport.booking.calls.domain.TakenTime;
import org.rapport.booking.calls.domain.Tally;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostDirectory;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.HostSchedule;
import org.rapport.booking.hosts.domain.Interval;
import org.rapport.booking.hosts.domain.PracticeSettings;

/**
 * What is open with every host, in the memory of one instance of the service. It is advice like every list of openings:
 * the claims decide. {@link IndexUpkeep} keeps it true; while it does not, nobody may ask.
 */
public final class OpeningsIndex {

    /** Longer than any pause of the upkeep. */
    private static final Duration TRUSTED = Duration.ofMinutes(2);

    private final Map<HostId, HostOpenings> byHost = new ConcurrentHashMap<>();
    private final AtomicLong news = new AtomicLong();
    private volatile KnownHosts hosts = new KnownHosts(List.of());
    private volatile PracticeSettings practice = PracticeSettings.initial();
    private volatile @Nullable Instant compared;

    /** Whether it was compared with the store lately. Before that, and while the store is away, it must not be asked. */
    public boolean isTrusted(Instant now) {
        Instant last = compared;
        return last != null && Duration.between(last, now).abs().compareTo(TRUSTED) < 0;
    }

    void comparedAt(Instant now) {
        compared = now;
    }

    /** As last read. */
    HostDirectory hosts() {
        return hosts;
    }

    PracticeSettings practice() {
        return practice;
    }

    void know(List<Host> all, PracticeSettings settings) {
        for (Host host : all) {
            HostSchedule schedule = HostSchedule.offered(host, settings);
            byHost.computeIfAbsent(host.id(), _ -> new HostOpenings(schedule)).set(schedule);
        }
        Set<HostId> known = all.stream().map(Host::id).collect(Collectors.toCollection(HashSet::new));
        byHost.keySet().retainAll(known);
        hosts = new KnownHosts(all);
        practice = settings;
    }

    /** @param version the call was read or saved as */
    void put(Call call, long version) {
        HostOpenings host = byHost.get(call.hostId());
        // Of a host nobody has heard of yet, the whole is read with the host.
        if (host != null) {
            host.put(TakenTime.of(call, version), news.incrementAndGet());
        }
    }

    public boolean knows(HostId host, CallId call, long version) {
        HostOpenings openings = byHost.get(host);
        return openings != null && openings.knows(call, version);
    }

    /** What {@link #replace} must be told of a reading that begins now. */
    long readFrom() {
        return news.get();
    }

    /** Puts what was read of some hosts in the place of what is known of them. */
    void replace(Collection<HostId> read, List<Call> calls, long readFrom, Instant now) {
        Map<HostId, List<TakenTime>> taken = calls.stream()
                .collect(Collectors.groupingBy(Call::hostId, Collectors.mapping(TakenTime::of, Collectors.toList())));
        for (HostId id : read) {
            HostOpenings host = byHost.get(id);
            if (host != null) {
                host.replace(taken.getOrDefault(id, List.of()), readFrom);
                host.cutAhead(now);
            }
        }
    }

    /** The holds it believes in. */
    List<CallId> holds(Instant now) {
        return byHost.values().stream()
                .flatMap(host -> host.holds(now).stream())
                .toList();
    }

    /** The starts of one host within {@code range} that calls leave open; none of one it does not know. */
    public Starts openStarts(HostId id, Interval range, Instant now) {
        HostOpenings host = byHost.get(id);
        return Optional.ofNullable(host)
                .flatMap(known -> OpeningRules.bounds(known.schedule().host(), range, now)
                        .map(bounds -> known.open(now).within(bounds)))
                .orElseGet(() -> Starts.none(range));
    }

    /**
     * Each open start of any of the candidates once, in order, with the first of them, in turn, who has it.
     */
    List<Opening> openings(
            List<Candidate> candidates, Interval range, @Nullable Call moving, Diaries diaries, Instant now) {
        Starts all = Starts.none(range);
        HostSchedule[] first = new HostSchedule[all.room()];
        for (Asked asked : inTurn(candidates, now)) {
            HostSchedule schedule = moving == null
                    ? asked.openings.schedule()
                    : moving.schedule(asked.openings.schedule().host(), practice);
            OpeningRules.bounds(schedule.host(), range, now).ifPresent(bounds -> {
                Starts open =
                        moving == null ? asked.openings.open(now) : asked.openings.open(schedule, moving.id(), now);
                Starts free = OpeningRules.openStarts(
                        schedule, open, diaries.of(schedule.host().id()));
                all.addNew(asked.takenOn(free, bounds), bounds, start -> first[all.place(start)] = schedule);
            });
        }
        List<Opening> openings = new ArrayList<>(all.count());
        all.forEach(start -> openings.add(opening(first[all.place(start)], Quantum.start(start))));
        return openings;
    }

    private static Opening opening(HostSchedule schedule, Instant start) {
        return new Opening(schedule.host().id(), schedule.host().name(), schedule.time(start));
    }

    /** What a host took lately. */
    Tally tally(Host host, Instant now) {
        HostOpenings known = byHost.get(host.id());
        return known == null ? new Tally(host, List.of()) : known.tally(now);
    }

    private List<Asked> inTurn(List<Candidate> candidates, Instant now) {
        List<Asked> asked = new ArrayList<>(candidates.size());
        for (Candidate candidate : candidates) {
            HostOpenings openings = byHost.get(candidate.host().id());
            if (openings != null) {
                asked.add(new Asked(candidate, openings));
            }
        }
        return PoolOrder.inTurn(asked, one -> one.openings.tally(now));
    }

    private record Asked(Candidate candidate, HostOpenings openings) {

        Starts takenOn(Starts open, Interval range) {
            return candidate.away() == null ? open : open.only(range, candidate::takesCallsAt);
        }
    }
}
