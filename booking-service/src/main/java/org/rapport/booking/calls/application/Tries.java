package org.rapport.booking.calls.application;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.rapport.booking.calls.domain.NotOpen;
import org.rapport.booking.calls.domain.Opening;
import org.rapport.booking.calls.domain.OpeningRules;
import org.rapport.booking.hosts.domain.HostSchedule;
import org.rapport.booking.hosts.domain.PracticeSettings;

/** The hosts with whom a time is wanted, tried in their turn ({@link PoolOrder}) until one has it. */
final class Tries {

    private static final int ALTERNATIVES = 3;

    private final FindOpeningsHandler openings;
    private final List<Candidate> candidates;
    private final Instant start;
    private final Set<NotOpen> reasons = EnumSet.noneOf(NotOpen.class);
    private final List<HostSchedule> open;
    private boolean someoneIsTaken;

    Tries(
            FindOpeningsHandler openings,
            List<Candidate> candidates,
            PracticeSettings practice,
            Instant start,
            Instant now) {
        this.openings = openings;
        this.candidates = candidates;
        this.start = start;
        this.open = openings
                .inTurn(
                        candidates.stream()
                                .filter(candidate -> candidate.takesCallsAt(start))
                                .map(Candidate::host)
                                .toList(),
                        now)
                .stream()
                .map(host -> HostSchedule.offered(host, practice))
                .filter(schedule -> isOpen(schedule, now))
                .toList();
    }

    private boolean isOpen(HostSchedule schedule, Instant now) {
        Optional<NotOpen> reason = OpeningRules.whyNot(schedule, start, openings.busyBesideCalls(schedule.host()), now);
        reason.ifPresent(reasons::add);
        return reason.isEmpty();
    }

    /** Those of whom the start can be had as far as hours and terms say, in the order they are tried. */
    List<HostSchedule> open() {
        return open;
    }

    /** @param write empty where the host has no room and another may have */
    <T> Optional<T> first(Function<HostSchedule, Optional<T>> write) {
        for (HostSchedule schedule : open) {
            Optional<T> written = write.apply(schedule);
            if (written.isPresent()) {
                return written;
            }
            Optional<NotOpen> full = openings.full(schedule, start, null);
            full.ifPresent(reasons::add);
            someoneIsTaken |= full.isEmpty();
        }
        return Optional.empty();
    }

    /**
     * Sent again, a time may no longer be offered. Whoever got as far as a write was told by it of a call of their own; only
     * else there may be one that nobody has met.
     */
    boolean wroteForAll() {
        return !open.isEmpty() && reasons.isEmpty();
    }

    /** Empty where somebody else has the time of one of them, so that others may be near. */
    Optional<NotOpen> whyNot() {
        if (someoneIsTaken) {
            return Optional.empty();
        }
        return Optional.of(reasons.isEmpty() ? NotOpen.UNKNOWN_HOST : NotOpen.nearest(reasons));
    }

    /** The nearest that are open. */
    List<Opening> alternatives() {
        return openings.nearest(candidates, start, ALTERNATIVES);
    }
}
