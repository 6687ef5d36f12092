package org.rapport.booking.calls.application;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.domain.TakenCall;
import org.rapport.booking.calls.domain.Tally;
import org.rapport.booking.calls.domain.Turn;
import org.rapport.booking.calls.domain.Turns;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.HoursRules;
import org.rapport.booking.hosts.domain.Interval;

/**
 * In whose turn hosts are shown and tried. All it needs stands in the calls themselves: nothing is counted beside them that
 * could differ from them, or that a second instance would have to hear of.
 */
final class PoolOrder {

    private static final Duration AHEAD = Duration.ofDays(HoursRules.MOST_DAYS_AHEAD + 1);

    private final Calls calls;

    PoolOrder(Calls calls) {
        this.calls = calls;
    }

    <T> List<T> inTurn(List<T> all, Function<T, Host> host, Instant now) {
        if (all.size() < 2) {
            return all;
        }
        Map<HostId, List<Instant>> lately =
                lately(all.stream().map(host).distinct().toList(), now);
        return inTurn(all, one -> {
            Host of = host.apply(one);
            return new Tally(of, lately.getOrDefault(of.id(), List.of()));
        });
    }

    /** Of those who are the same host the first comes first. */
    static <T> List<T> inTurn(List<T> all, Function<T, Tally> tally) {
        if (all.size() < 2) {
            return all;
        }
        Map<HostId, Tally> tallies = new LinkedHashMap<>();
        Map<HostId, List<T>> byHost = new HashMap<>();
        for (T one : all) {
            Tally of = tally.apply(one);
            tallies.putIfAbsent(of.host().id(), of);
            byHost.computeIfAbsent(of.host().id(), _ -> new ArrayList<>(1)).add(one);
        }
        List<T> sorted = new ArrayList<>(all.size());
        for (Turn turn : Turns.of(List.copyOf(tallies.values()))) {
            sorted.addAll(byHost.getOrDefault(turn.host().id(), List.of()));
        }
        return sorted;
    }

    List<Turn> turns(List<Host> hosts, Instant now) {
        Map<HostId, List<Instant>> lately = lately(hosts, now);
        return Turns.of(hosts.stream()
                .map(host -> new Tally(host, lately.getOrDefault(host.id(), List.of())))
                .toList());
    }

    /** Whatever was taken since then starts after then, and within the furthest horizon. */
    private Map<HostId, List<Instant>> lately(List<Host> hosts, Instant now) {
        Instant since = now.minus(Turns.LATELY);
        return calls.active(hosts.stream().map(Host::id).toList(), new Interval(since, now.plus(AHEAD))).stream()
                .flatMap(call -> TakenCall.of(call, now).stream())
                .filter(taken -> !taken.at().isBefore(since))
                .collect(
                        Collectors.groupingBy(TakenCall::host, Collectors.mapping(TakenCall::at, Collectors.toList())));
    }
}
