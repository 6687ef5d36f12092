package org.rapport.booking.calls.application;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallDecision.Changed;
import org.rapport.booking.calls.domain.CallDecision.Unchanged;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.domain.Claim;
import org.rapport.booking.calls.domain.Places;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.Interval;

/**
 * Writes a call that wants claims others may have. The write decides; only when it was refused is there a look at who has
 * them. Only calls booked under other caps are looked at before: they have no number, or one too high, and never get one.
 *
 * <ol>
 *   <li>Where the host has caps, leave room for those ({@link Places#room}). None left: taken.
 *   <li>Write. If its claims are free, it is done.
 *   <li>Else lapse whatever hold beyond its time has one of them.
 *   <li>If others rightly have a time it wants, that is the answer.
 *   <li>If they have its place on the day or in the week, take the first free number and write again; none left: taken.
 * </ol>
 */
final class ClaimedSaves {

    /** Each try loses only to somebody who gets something; a day's places bound how often. */
    private static final int ATTEMPTS = 50;

    /** Wherever in its week a start lies, the whole week is within this; an hour for the clock's jumps. */
    private static final Duration A_WEEK = Duration.ofDays(7).plusHours(1);

    private final Calls calls;

    ClaimedSaves(Calls calls) {
        this.calls = calls;
    }

    Outcome save(Changed wanted, Host host, Instant now) {
        if (host.terms().perDay() == null && host.terms().perWeek() == null) {
            return write(wanted, host, now);
        }
        List<Call> counted = counted(wanted.call(), host, now);
        Set<Claim> taken = new HashSet<>();
        counted.forEach(other -> taken.addAll(other.claims()));
        Optional<Host> room = Places.room(host, wanted.call().time().start(), counted);
        return room.flatMap(left -> wanted.call().besides(taken, left))
                .map(call -> write(wanted.of(call), room.orElseThrow(), now))
                .orElseGet(() -> new Outcome.Taken(counted));
    }

    /** The others that count on its day and in its week. */
    private List<Call> counted(Call wanted, Host host, Instant now) {
        Instant start = wanted.time().start();
        return calls.active(List.of(host.id()), new Interval(start.minus(A_WEEK), start.plus(A_WEEK))).stream()
                .filter(other -> !other.id().equals(wanted.id()) && !other.isOver(now))
                .toList();
    }

    private Outcome write(Changed wanted, Host host, Instant now) {
        Changed change = wanted;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            switch (calls.save(change.call(), change.events())) {
                case SAVED -> {
                    return new Outcome.Written(change.call());
                }
                case STALE -> {
                    return new Outcome.Stale();
                }
                case TAKEN -> {
                    List<Call> others = others(change.call(), host, now);
                    Set<Claim> taken = new HashSet<>();
                    others.forEach(other -> taken.addAll(other.claims()));
                    Optional<Call> next = next(change.call(), taken, host);
                    if (next.isEmpty()) {
                        return new Outcome.Taken(others);
                    }
                    change = change.of(next.get());
                }
            }
        }
        return new Outcome.Taken(List.of());
    }

    /** The same again where what stood in the way has gone, with another number where only places stand in it. */
    private static Optional<Call> next(Call call, Set<Claim> taken, Host host) {
        List<Claim> lost = call.claims().stream().filter(taken::contains).toList();
        boolean timeIsLost = lost.stream()
                .anyMatch(claim -> claim.kind() == Claim.Kind.HOST_TIME || claim.kind() == Claim.Kind.CLIENT_TIME);
        if (timeIsLost) {
            return Optional.empty();
        }
        return lost.isEmpty() ? Optional.of(call) : call.besides(taken, host);
    }

    /** Who has what {@code wanted} claims, or any place on its day and in its week; holds beyond their time are let go first. */
    private List<Call> others(Call wanted, Host host, Instant now) {
        List<Claim> looked = new ArrayList<>(wanted.claims());
        looked.addAll(Places.all(host, wanted.time().start()));
        List<Call> others = new ArrayList<>();
        for (Call other : calls.claiming(looked)) {
            if (other.id().equals(wanted.id())) {
                continue;
            }
            if (!other.isOver(now)) {
                others.add(other);
            } else if (calls.decide(other.id(), again -> again.lapse(now)) instanceof Unchanged(Call as)) {
                others.add(as);
            }
        }
        return others;
    }

    sealed interface Outcome {
        record Written(Call call) implements Outcome {}

        record Stale() implements Outcome {}

        /** @param by whoever has one of the claims, and who else counts or has places that day and week */
        record Taken(List<Call> by) implements Outcome {}
    }
}
