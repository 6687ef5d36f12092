package org.rapport.booking.calls.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rapport.booking.calls.domain.BusyTimes;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallDecision;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.domain.HoldDecision;
import org.rapport.booking.calls.domain.NotOpen;
import org.rapport.booking.calls.domain.OpeningRules;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostSchedule;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.booking.hosts.domain.PracticeSettings;
import org.rapport.booking.hosts.domain.Practices;

/**
 * Holds a time. There is no look before the write: the claims decide.
 *
 * <ol>
 *   <li>Of the hosts wished for, those whose hours and terms allow the start, least busy first.
 *   <li>Insert the hold. If its claims are free, it is done.
 *   <li>Else lapse whatever hold beyond its time has them, and insert again.
 *   <li>If a call that still counts has them, go on with the next host.
 *   <li>No host left: the time is taken, and the answer names the nearest that are open.
 * </ol>
 */
public final class HoldCallHandler {

    private static final int ALTERNATIVES = 3;

    private final Hosts hosts;
    private final Practices practices;
    private final Calls calls;
    private final FindOpeningsHandler openings;
    private final Clock clock;

    public HoldCallHandler(Hosts hosts, Practices practices, Calls calls, FindOpeningsHandler openings, Clock clock) {
        this.hosts = hosts;
        this.practices = practices;
        this.calls = calls;
        this.openings = openings;
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
        for (Host host : openHosts(candidates, practice, command.start(), now, reasons)) {
            Optional<Call> held = hold(command, HostSchedule.offered(host, practice), now);
            if (held.isPresent()) {
                return new HoldDecision.Held(held.get(), host.name());
            }
            someoneIsTaken = true;
        }
        return someoneIsTaken
                ? new HoldDecision.Taken(openings.nearest(candidates, command.start(), ALTERNATIVES))
                : new HoldDecision.Refused(reasons.iterator().next());
    }

    private List<Host> openHosts(
            List<Candidate> candidates, PracticeSettings practice, Instant start, Instant now, Set<NotOpen> reasons) {
        List<Host> open = candidates.stream()
                .filter(candidate -> candidate.takesCallsAt(start))
                .map(Candidate::host)
                .filter(host -> {
                    HostSchedule schedule = HostSchedule.offered(host, practice);
                    Optional<NotOpen> reason = OpeningRules.whyNot(schedule, start, BusyTimes.none(), now);
                    reason.ifPresent(reasons::add);
                    return reason.isEmpty();
                })
                .toList();
        return openings.leastBusyFirst(open, start);
    }

    private Optional<Call> hold(HoldCall command, HostSchedule schedule, Instant now) {
        Call call =
                Call.hold(command.token(), command.inquiryId(), schedule, command.start(), command.clientZone(), now);
        // Twice is not enough: between freeing and inserting, somebody else's new hold may run in and be released.
        for (int attempt = 0; attempt < 5; attempt++) {
            switch (calls.save(call, List.of())) {
                case SAVED -> {
                    return Optional.of(call);
                }
                case STALE -> {
                    // The id is new, so it can only be our own write whose answer was lost.
                    return calls.heldBy(command.token());
                }
                case TAKEN -> {
                    if (!freed(calls.claiming(call.claims()), now)) {
                        return Optional.empty();
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Frees what holds beyond their time still claim; false if a claim is rightly somebody else's. */
    private boolean freed(List<Call> claiming, Instant now) {
        return claiming.stream().allMatch(other -> switch (calls.decide(other.id(), again -> again.lapse(now))) {
            case CallDecision.Changed _ -> true;
            case CallDecision.Unchanged(Call as) -> as.claims().isEmpty();
            case CallDecision.Refused _ -> false;
        });
    }
}
