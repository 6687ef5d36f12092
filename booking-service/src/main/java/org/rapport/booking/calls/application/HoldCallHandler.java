package org.rapport.booking.calls.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallDecision.Changed;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.domain.HoldDecision;
import org.rapport.booking.hosts.domain.CurrentPractice;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostDirectory;
import org.rapport.booking.hosts.domain.HostSchedule;

/**
 * Holds a time. There is no look before the write: the claims decide.
 *
 * <ol>
 *   <li>Of the hosts wished for, those whose hours and terms allow the start, in their turn ({@link PoolOrder}).
 *   <li>Insert the hold. If its claims are free, it is done; see {@link ClaimedSaves}.
 *   <li>If a call that still counts has them, go on with the next host.
 *   <li>No host left: the day or the week of all of them is full, or the time is taken, and the answer names the nearest
 *       that are open.
 * </ol>
 */
public final class HoldCallHandler {

    private final HostDirectory hosts;
    private final CurrentPractice practices;
    private final Calls calls;
    private final FindOpeningsHandler openings;
    private final ClaimedSaves claimedSaves;
    private final Clock clock;

    public HoldCallHandler(
            HostDirectory hosts, CurrentPractice practices, Calls calls, FindOpeningsHandler openings, Clock clock) {
        this.hosts = hosts;
        this.practices = practices;
        this.calls = calls;
        this.openings = openings;
        this.claimedSaves = new ClaimedSaves(calls);
        this.clock = clock;
    }

    public HoldDecision handle(HoldCall command) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Tries tries = new Tries(openings, command.hosts().among(hosts), practices.current(), command.start(), now);
        return tries.first(schedule -> hold(command, schedule, now).map(held -> granted(held, schedule.host())))
                .or(() -> tries.wroteForAll()
                        ? Optional.empty()
                        : calls.heldBy(command.token()).map(this::granted))
                .orElseGet(() -> tries.whyNot()
                        .<HoldDecision>map(HoldDecision.Refused::new)
                        .orElseGet(() -> new HoldDecision.Taken(tries.alternatives())));
    }

    private HoldDecision granted(Call held, Host tried) {
        // Only a hold made before may be another's.
        return tried.id().equals(held.hostId()) ? new HoldDecision.Held(held, tried.name()) : granted(held);
    }

    private HoldDecision granted(Call held) {
        return new HoldDecision.Held(held, hosts.name(held.hostId()));
    }

    private Optional<Call> hold(HoldCall command, HostSchedule schedule, Instant now) {
        Call call =
                Call.hold(command.token(), command.inquiryId(), schedule, command.start(), command.clientZone(), now);
        Changed kept = new Changed(command.kind().of(call, now), List.of());
        return switch (claimedSaves.save(kept, schedule.host(), now)) {
            case ClaimedSaves.Outcome.Written written -> Optional.of(written.call());
            // The id is this request's own, so it is our own write: its answer was lost, or the request is sent again.
            case ClaimedSaves.Outcome.Stale() -> calls.heldBy(command.token());
            case ClaimedSaves.Outcome.Taken _ -> Optional.empty();
        };
    }
}
