package org.rapport.booking.calls.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.rapport.booking.hosts.domain.Host;

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

    public static List<Turn> of(List<Tally> pool) {
        List<Turn> turns = new ArrayList<>(pool.size());
        pool.forEach(tally -> turns.add(new Turn(tally.host(), tally.takenAt().size(), tally.last(), false)));
        turns.sort(Comparator.comparingDouble(Turn::share)
                .thenComparing(turn -> Objects.requireNonNullElse(turn.last(), Instant.MIN))
                .thenComparing(turn -> turn.host().id().value()));
        if (turns.size() > 1 && hadARow(turns.getFirst().host(), pool)) {
            Turn first = turns.removeFirst();
            turns.add(new Turn(first.host(), first.calls(), first.last(), true));
        }
        return List.copyOf(turns);
    }

    /** Twice what the weight gives a host between two calls of the others. */
    static int inARow(int weight, int others) {
        return others == 0 ? Integer.MAX_VALUE : Math.max(1, Math.ceilDiv(2 * weight, others));
    }

    private static boolean hadARow(Host host, List<Tally> pool) {
        Instant lastOfOthers = Instant.MIN;
        Tally own = pool.getFirst();
        int others = 0;
        for (Tally tally : pool) {
            Instant last = tally.last();
            if (tally.host().id().equals(host.id())) {
                own = tally;
            } else {
                others += tally.host().weight();
                lastOfOthers = last != null && last.isAfter(lastOfOthers) ? last : lastOfOthers;
            }
        }
        return own.after(lastOfOthers) >= inARow(host.weight(), others);
    }
}
