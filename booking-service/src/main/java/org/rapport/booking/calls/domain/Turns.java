package org.rapport.booking.calls.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostId;

/**
 * Whose turn it is, when anybody of the pool will do.
 *
 * <ol>
 *   <li>The one with the fewest calls of the last days for their weight.
 *   <li>Of those who are level, the one whose last call was taken longest ago.
 *   <li>Except that nobody gets more calls in a row than {@link #inARow}: then all others come first. Who was away, or is
 *       new, catches up, but does not get everything.
 * </ol>
 *
 * It is advice: whether the host can take the call is for the hours, the caps and the claims to say.
 */
public final class Turns {

    /** For how long a call counts. */
    public static final Duration LATELY = Duration.ofDays(7);

    /**
     * How many calls for their weight nobody gets ahead of a colleague who works the same hours. Calls asked for at the very
     * same moment are given by the same view of things: each such rival adds one, and one more when they are forgotten
     * together.
     */
    public static final int FAIRNESS_BOUND = 3;

    private Turns() {}

    /** @param lately in any order; what others than {@code pool} took does not count */
    public static List<Turn> of(List<Host> pool, List<TakenCall> lately) {
        Map<HostId, Integer> calls = new HashMap<>();
        Map<HostId, Instant> last = new HashMap<>();
        for (TakenCall taken : lately) {
            calls.merge(taken.host(), 1, Integer::sum);
            last.merge(taken.host(), taken.at(), (one, other) -> one.isAfter(other) ? one : other);
        }
        List<Turn> turns = new ArrayList<>(pool.stream()
                .map(host -> new Turn(host, calls.getOrDefault(host.id(), 0), last.get(host.id()), false))
                .sorted(Comparator.comparingDouble(Turn::share)
                        .thenComparing(turn -> Objects.requireNonNullElse(turn.last(), Instant.MIN))
                        .thenComparing(turn -> turn.host().id().value()))
                .toList());
        if (turns.size() > 1
                && rowOf(turns.getFirst().host(), pool, lately)
                        >= inARow(turns.getFirst().host(), pool)) {
            Turn first = turns.removeFirst();
            turns.add(new Turn(first.host(), first.calls(), first.last(), true));
        }
        return List.copyOf(turns);
    }

    /** Twice what the weight gives a host between two calls of the others. */
    public static int inARow(Host host, List<Host> pool) {
        int others = pool.stream().mapToInt(Host::weight).sum() - host.weight();
        return others == 0 ? Integer.MAX_VALUE : Math.max(1, Math.ceilDiv(2 * host.weight(), others));
    }

    private static long rowOf(Host host, List<Host> pool, List<TakenCall> lately) {
        List<HostId> members = pool.stream().map(Host::id).toList();
        return lately.stream()
                .filter(taken -> members.contains(taken.host()))
                .sorted(Comparator.comparing(TakenCall::at).reversed())
                .takeWhile(taken -> taken.host().equals(host.id()))
                .count();
    }
}
