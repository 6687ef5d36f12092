package org.rapport.booking.calls.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rapport.booking.calls.application.ClaimedSaves.Wanted;
import org.rapport.booking.calls.application.HoldBundle.TherapistTime;
import org.rapport.booking.calls.domain.Bundle;
import org.rapport.booking.calls.domain.BundleHold.Fault;
import org.rapport.booking.calls.domain.BundleHold;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallDecision.Changed;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.domain.HoldToken;
import org.rapport.booking.hosts.domain.CurrentPractice;
import org.rapport.booking.hosts.domain.HostDirectory;
import org.rapport.booking.hosts.domain.HostRole;
import org.rapport.booking.hosts.domain.HostSchedule;
import org.rapport.booking.hosts.domain.PracticeSettings;

/**
 * Holds two or three times with different therapists: all or none. There is no look before the write: the claims decide.
 *
 * <ol>
 *   <li>Each wish becomes a call of a therapist whose hours and terms allow the start; no two of one therapist or at once.
 *   <li>Insert them as one document; see {@link ClaimedSaves}.
 *   <li>If somebody rightly has one of the times, nothing is held, and the answer names it and the nearest that are open.
 * </ol>
 */
public final class HoldBundleHandler {

    private static final int ALTERNATIVES = 3;

    private final HostDirectory hosts;
    private final CurrentPractice practices;
    private final Calls calls;
    private final FindOpeningsHandler openings;
    private final ClaimedSaves claimedSaves;
    private final Clock clock;

    public HoldBundleHandler(
            HostDirectory hosts,
            CurrentPractice practices,
            Calls calls,
            FindOpeningsHandler openings,
            Clock clock) {
        this.hosts = hosts;
        this.practices = practices;
        this.calls = calls;
        this.openings = openings;
        this.claimedSaves = new ClaimedSaves(calls);
        this.clock = clock;
    }

    public BundleHold handle(HoldBundle command) {
        BundleHold decision = hold(command);
        // Sent again, a time may no longer be offered. Whoever got as far as a write was told by it of times of their own.
        return decision instanceof BundleHold.NotOffered
                ? own(command.token()).<BundleHold>map(BundleHold.Held::new).orElse(decision)
                : decision;
    }

    private BundleHold hold(HoldBundle command) {
        Optional<Fault> fault = Fault.ofNumber(command.wishes().size());
        if (fault.isPresent()) {
            return new BundleHold.Refused(Math.min(command.wishes().size(), Bundle.MOST), fault.get());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        PracticeSettings practice = practices.current();
        List<Wanted> together = new ArrayList<>();
        for (TherapistTime wish : command.wishes()) {
            int number = together.size();
            Tries tries = new Tries(openings, therapists(wish), practice, wish.start(), now);
            if (tries.open().isEmpty()) {
                return new BundleHold.NotOffered(number, tries.whyNot().orElseThrow());
            }
            HostSchedule schedule = tries.open().getFirst();
            Call call = call(command, number, schedule, now);
            Optional<Fault> beside = together.stream()
                    .map(Wanted::call)
                    .flatMap(other -> Fault.beside(other, call).stream())
                    .findFirst();
            if (beside.isPresent()) {
                return new BundleHold.Refused(number, beside.get());
            }
            together.add(new Wanted(new Changed(call, List.of()), schedule.host()));
        }
        return save(together, practice, command.token(), now);
    }

    /** The therapist, and whoever stands in. */
    private List<Candidate> therapists(TherapistTime wish) {
        return new HostChoice.One(wish.host())
                .among(hosts).stream()
                        .filter(candidate -> candidate.host().role() == HostRole.THERAPIST)
                        .toList();
    }

    private static Call call(HoldBundle command, int number, HostSchedule schedule, Instant now) {
        HoldToken token = command.token();
        HoldToken own = new HoldToken(token.callId().inBundle(number), token.secret());
        Instant start = command.wishes().get(number).start();
        return Call.hold(own, command.inquiryId(), schedule, start, command.clientZone(), now);
    }

    private BundleHold save(List<Wanted> together, PracticeSettings practice, HoldToken token, Instant now) {
        return switch (claimedSaves.save(together, now)) {
            case ClaimedSaves.Outcome.Written(List<Call> held) -> new BundleHold.Held(new Bundle(held, null));
            // The id is this request's own, so it is our own write: its answer was lost, or the request is sent again.
            case ClaimedSaves.Outcome.Stale() -> new BundleHold.Held(own(token).orElseThrow());
            case ClaimedSaves.Outcome.Taken(int number, List<Call> _) ->
                notHad(number, HostSchedule.offered(together.get(number).host(), practice), together);
        };
    }

    private BundleHold notHad(int number, HostSchedule schedule, List<Wanted> together) {
        Instant start = together.get(number).call().time().start();
        return openings.full(schedule, start, null)
                .<BundleHold>map(reason -> new BundleHold.NotOffered(number, reason))
                .orElseGet(() -> new BundleHold.Taken(
                        number, openings.nearest(List.of(Candidate.oneself(schedule.host())), start, ALTERNATIVES)));
    }

    private Optional<Bundle> own(HoldToken token) {
        return calls.bundle(token.callId()).filter(bundle -> bundle.lead().isHeldBy(token));
    }
}
