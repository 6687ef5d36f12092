package org.rapport.booking.calls.application;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.domain.TakenCall;
import org.rapport.booking.calls.domain.Turn;
import org.rapport.booking.calls.domain.Turns;
import org.rapport.booking.hosts.domain.Host;
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

    List<Host> inTurn(List<Host> hosts, Instant now) {
        return hosts.size() < 2
                ? hosts
                : turns(hosts, now).stream().map(Turn::host).toList();
    }

    List<Turn> turns(List<Host> hosts, Instant now) {
        return Turns.of(hosts, lately(hosts, now));
    }

    /** Whatever was taken since then starts after then, and within the furthest horizon. */
    private List<TakenCall> lately(List<Host> hosts, Instant now) {
        Instant since = now.minus(Turns.LATELY);
        return calls.active(hosts.stream().map(Host::id).toList(), new Interval(since, now.plus(AHEAD))).stream()
                .flatMap(call -> TakenCall.of(call, now).stream())
                .filter(taken -> !taken.at().isBefore(since))
                .toList();
    }
}
