package org.rapport.booking.calls.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallDecision.Changed;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.domain.HoldDecision;
import org.rapport.booking.calls.domain.NotOpen;
import org.rapport.booking.calls.domain.OpeningRules;
import org.rapport.booking.hosts.domain.CurrentPractice;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostDirectory;
import org.rapport.booking.hosts.domain.HostSchedule;
import org.rapport.booking.hosts.domain.PracticeSettings;

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

    private static final int ALTERNATIVES = 3;

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
        List<Candidate> candidates = command.hosts().among(hosts);
        if (candidates.isEmpty()) {
            return new HoldDecision.Refused(NotOpen.UNKNOWN_HOST);
        }
        PracticeSettings practice = practices.current();
        Set<NotOpen> reasons = EnumSet.noneOf(NotOpen.class);
        boolean someoneIsTaken = false;
        List<Host> open = openHosts(candidates, practice, command.start(), now, reasons);
        for (Host host : open) {
            HostSchedule schedule = HostSchedule.offered(host, practice);
            Optional<Call> held = hold(command, schedule, now);
            if (held.isPresent()) {
                return granted(held.get(), host);
            }
            Optional<NotOpen> full = openings.full(schedule, command.start(), null);
            full.ifPresent(reasons::add);
            someoneIsTaken |= full.isEmpty();
        }
        // Sent again, the time may no longer be offered. Whoever got as far as a write was told by it of a call of
        // their own.
        boolean wroteForAll = !open.isEmpty() && reasons.isEmpty();
        Optional<Call> own = wroteForAll ? Optional.empty() : calls.heldBy(command.token());
        if (own.isPresent()) {
            return granted(own.get(), candidates.getFirst().host());
        }
        return someoneIsTaken
                ? new HoldDecision.Taken(openings.nearest(candidates, command.start(), ALTERNATIVES))
                : new HoldDecision.Refused(NotOpen.nearest(reasons));
    }

    /** @param tried mostly the host who has it: only a hold made before may be another's */
    private HoldDecision granted(Call held, Host tried) {
        boolean isTried = tried.id().equals(held.hostId());
        return new HoldDecision.Held(held, isTried ? tried.name() : hosts.name(held.hostId()));
    }

    /** Those of whom the start can be had as far as hours and terms say, in the order they are tried. */
    List<Host> openHosts(
            List<Candidate> candidates, PracticeSettings practice, Instant start, Instant now, Set<NotOpen> reasons) {
        List<Host> there = candidates.stream()
                .filter(candidate -> candidate.takesCallsAt(start))
                .map(Candidate::host)
                .toList();
        return openings.inTurn(there, now).stream()
                .filter(host -> {
                    HostSchedule schedule = HostSchedule.offered(host, practice);
                    Optional<NotOpen> reason =
                            OpeningRules.whyNot(schedule, start, openings.busyBesideCalls(host), now);
                    reason.ifPresent(reasons::add);
                    return reason.isEmpty();
                })
                .toList();
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
