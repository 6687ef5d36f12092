package org.rapport.booking.calls.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.rapport.booking.calls.application.ClaimedSaves.Wanted;
import org.rapport.booking.calls.application.HoldBundle.TherapistTime;
import org.rapport.booking.calls.domain.Bundle;
import org.rapport.booking.calls.domain.BundleHold;
import org.rapport.booking.calls.domain.BundleHold.Fault;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallDecision.Changed;
import org.rapport.booking.calls.domain.CallState;
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
            HostDirectory hosts, CurrentPractice practices, Calls calls, FindOpeningsHandler openings, Clock clock) {
        this.hosts = hosts;
        this.practices = practices;
        this.calls = calls;
        this.openings = openings;
        this.claimedSaves = new ClaimedSaves(calls);
        this.clock = clock;
    }

    public BundleHold handle(HoldBundle command) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        // The id is this request's own, so what was written under it is our own write: its answer was lost, or the
        // request is sent again.
        BundleHold decision = write(command.wishes(), (number, schedule) -> call(command, number, schedule, now), now)
                .orElseGet(() -> new BundleHold.Held(own(command.token()).orElseThrow()));
        // Sent again, a time may no longer be offered. Whoever got as far as a write was told by it of times of their
        // own.
        return decision instanceof BundleHold.NotOffered
                ? own(command.token()).<BundleHold>map(BundleHold.Held::new).orElse(decision)
                : decision;
    }

    /**
     * In one write, as a call moves: who does not get the new times keeps those they have, and what they typed.
     *
     * @return empty if nothing is held so, or if one of the times would be with another therapist
     */
    public Optional<BundleHold> handle(ChangeBundle command) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        for (int attempt = 0; attempt < Calls.ATTEMPTS; attempt++) {
            Optional<Bundle> held = own(command.token())
                    .filter(bundle -> bundle.lead().state() instanceof CallState.Held
                            && !bundle.lead().isOver(now)
                            && isWithTheSame(bundle, command.times(), now));
            if (held.isEmpty()) {
                return Optional.empty();
            }
            Optional<BundleHold> changed = write(
                    command.times(),
                    (number, schedule) -> held.get()
                            .heldAt(
                                    number,
                                    schedule,
                                    command.times().get(number).start(),
                                    command.clientZone(),
                                    now),
                    now);
            if (changed.isPresent()) {
                return changed;
            }
        }
        throw new IllegalStateException(
                "a bundle is written by too many at once: " + command.token().callId());
    }

    /** Whether each time would be with whom the call of that number is; where nobody can have it, nobody else does. */
    private boolean isWithTheSame(Bundle held, List<TherapistTime> times, Instant now) {
        PracticeSettings practice = practices.current();
        return held.calls().size() == times.size()
                && IntStream.range(0, times.size()).allMatch(number -> {
                    TherapistTime time = times.get(number);
                    return new Tries(openings, therapists(time), practice, time.start(), now)
                            .open().stream()
                                    .limit(1)
                                    .allMatch(schedule -> schedule.host()
                                            .id()
                                            .equals(held.calls().get(number).hostId()));
                });
    }

    /** Empty where somebody wrote the calls first. */
    private Optional<BundleHold> write(
            List<TherapistTime> wishes, BiFunction<Integer, HostSchedule, Call> calls, Instant now) {
        Optional<Fault> fault = Fault.ofNumber(wishes.size());
        if (fault.isPresent()) {
            return Optional.of(new BundleHold.Refused(Math.min(wishes.size(), Bundle.MOST), fault.get()));
        }
        PracticeSettings practice = practices.current();
        List<Wanted> together = new ArrayList<>();
        for (TherapistTime wish : wishes) {
            int number = together.size();
            Tries tries = new Tries(openings, therapists(wish), practice, wish.start(), now);
            if (tries.open().isEmpty()) {
                return Optional.of(
                        new BundleHold.NotOffered(number, tries.whyNot().orElseThrow()));
            }
            HostSchedule schedule = tries.open().getFirst();
            Call call = calls.apply(number, schedule);
            Optional<Fault> beside = together.stream()
                    .map(Wanted::call)
                    .flatMap(other -> Fault.beside(other, call).stream())
                    .findFirst();
            if (beside.isPresent()) {
                return Optional.of(new BundleHold.Refused(number, beside.get()));
            }
            together.add(new Wanted(new Changed(call, List.of()), schedule.host()));
        }
        return save(together, practice, now);
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

    private Optional<BundleHold> save(List<Wanted> together, PracticeSettings practice, Instant now) {
        return switch (claimedSaves.save(together, now)) {
            case ClaimedSaves.Outcome.Written(List<Call> held) ->
                Optional.of(new BundleHold.Held(new Bundle(held, null)));
            case ClaimedSaves.Outcome.Stale() -> Optional.empty();
            case ClaimedSaves.Outcome.Taken(int number, List<Call> _) ->
                Optional.of(
                        notHad(number, HostSchedule.offered(together.get(number).host(), practice), together));
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
