package org.rapport.booking.calls.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallDecision;
import org.rapport.booking.calls.domain.CallRefusal;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.domain.MoveDecision;
import org.rapport.booking.calls.domain.NotOpen;
import org.rapport.booking.calls.domain.Opening;
import org.rapport.booking.calls.domain.OpeningRules;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostSchedule;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.booking.hosts.domain.Practices;

/**
 * Gives a call another time of its host. There is no look before the write: the claims decide.
 *
 * <ol>
 *   <li>The call decides whether it may be moved, the host's hours and terms whether the time is offered.
 *   <li>One write puts the new claims in the place of the old: both times are the call's, or only the one it had.
 *   <li>If another call has the new claims, the person's own among them, the day or the week is full, or the time is taken,
 *       and the answer names the nearest that are open.
 * </ol>
 */
public final class MoveCallHandler {

    private static final int ALTERNATIVES = 3;
    private static final int ATTEMPTS = 20;

    private final Hosts hosts;
    private final Practices practices;
    private final Calls calls;
    private final FindOpeningsHandler openings;
    private final ClaimedSaves claimedSaves;
    private final Clock clock;

    public MoveCallHandler(Hosts hosts, Practices practices, Calls calls, FindOpeningsHandler openings, Clock clock) {
        this.hosts = hosts;
        this.practices = practices;
        this.calls = calls;
        this.openings = openings;
        this.claimedSaves = new ClaimedSaves(calls);
        this.clock = clock;
    }

    public MoveDecision handle(MoveCall command) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Call> found = calls.find(command.callId());
            if (found.isEmpty()) {
                return new MoveDecision.Refused(CallRefusal.UNKNOWN_LINK);
            }
            Host host = hosts.find(found.get().hostId()).orElseThrow();
            HostSchedule schedule = found.get().schedule(host, practices.current());
            Optional<MoveDecision> decision = move(found.get(), schedule, command, now);
            if (decision.isPresent()) {
                return decision.get();
            }
        }
        throw new IllegalStateException("a call is written by too many at once: " + command.callId());
    }

    /** Empty where it has to be decided again on what others wrote meanwhile. */
    private Optional<MoveDecision> move(Call call, HostSchedule schedule, MoveCall command, Instant now) {
        return switch (call.move(schedule, command.start(), command.by(), command.seen(), now)) {
            case CallDecision.Refused(CallRefusal reason) -> Optional.of(new MoveDecision.Refused(reason));
            case CallDecision.Unchanged(Call unmoved) -> Optional.of(new MoveDecision.Moved(unmoved));
            case CallDecision.Changed moved -> {
                Optional<NotOpen> reason =
                        OpeningRules.whyNot(schedule, command.start(), openings.busyBesideCalls(schedule.host()), now);
                yield reason.isPresent()
                        ? Optional.of(new MoveDecision.NotOffered(reason.get()))
                        : save(moved, schedule, now);
            }
        };
    }

    private Optional<MoveDecision> save(CallDecision.Changed moved, HostSchedule schedule, Instant now) {
        return switch (claimedSaves.save(moved, schedule.host(), now)) {
            case ClaimedSaves.Outcome.Written(Call call) -> Optional.of(new MoveDecision.Moved(call));
            case ClaimedSaves.Outcome.Stale() -> Optional.empty();
            case ClaimedSaves.Outcome.Taken(List<Call> by) -> Optional.of(notHad(moved.call(), schedule, by));
        };
    }

    private MoveDecision notHad(Call wanted, HostSchedule schedule, List<Call> by) {
        Instant start = wanted.time().start();
        return openings.full(schedule, start, wanted)
                .<MoveDecision>map(MoveDecision.NotOffered::new)
                .orElseGet(() -> new MoveDecision.Taken(openings.nearest(
                        List.of(Candidate.oneself(schedule.host())),
                        start,
                        ALTERNATIVES,
                        wanted,
                        opening -> isFreeFor(wanted, opening, by))));
    }

    /** Not what meets the person's own call there. */
    private static boolean isFreeFor(Call wanted, Opening opening, List<Call> by) {
        return by.stream()
                .filter(other -> other.client().stream().anyMatch(wanted.client()::contains))
                .noneMatch(other -> other.time().overlaps(opening.time()));
    }
}
