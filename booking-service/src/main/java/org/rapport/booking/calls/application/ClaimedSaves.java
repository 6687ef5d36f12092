package org.rapport.booking.calls.application;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rapport.booking.calls.domain.Bundle;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallDecision.Changed;
import org.rapport.booking.calls.domain.CallDecision.Unchanged;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.domain.Claim;
import org.rapport.booking.calls.domain.Places;
import org.rapport.booking.calls.domain.Saving;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.Interval;

/**
 * Writes a call, or all the calls of a new bundle, that wants claims others may have. The write decides; only when it was refused is there a look at who has
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
        return save(List.of(new Wanted(wanted, host)), now);
    }

    /** All or none of them. */
    Outcome save(List<Wanted> together, Instant now) {
        List<Wanted> fitted = new ArrayList<>();
        for (Wanted wanted : together) {
            Host host = wanted.host();
            if (host.terms().perDay() == null && host.terms().perWeek() == null) {
                fitted.add(wanted);
                continue;
            }
            List<Call> counted = counted(wanted.call(), host, now);
            Set<Claim> taken = new HashSet<>();
            counted.forEach(other -> taken.addAll(other.claims()));
            Optional<Host> room = Places.room(host, wanted.call().time().start(), counted);
            Optional<Call> beside = room.flatMap(left -> wanted.call().besides(taken, left));
            if (beside.isEmpty()) {
                return new Outcome.Taken(fitted.size(), counted);
            }
            fitted.add(new Wanted(wanted.change().of(beside.get()), room.orElseThrow()));
        }
        return write(fitted, now);
    }

    /** The others that count on its day and in its week. */
    private List<Call> counted(Call wanted, Host host, Instant now) {
        Instant start = wanted.time().start();
        return calls.active(List.of(host.id()), new Interval(start.minus(A_WEEK), start.plus(A_WEEK))).stream()
                .filter(other -> !other.id().equals(wanted.id()) && !other.isOver(now))
                .toList();
    }

    private Outcome write(List<Wanted> wanted, Instant now) {
        List<Wanted> trying = wanted;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            switch (write(trying)) {
                case SAVED -> {
                    return new Outcome.Written(trying.stream().map(Wanted::call).toList());
                }
                case STALE -> {
                    return new Outcome.Stale();
                }
                case TAKEN -> {
                    List<Wanted> again = new ArrayList<>();
                    for (Wanted one : trying) {
                        List<Call> others = others(one.call(), one.host(), now);
                        Set<Claim> taken = new HashSet<>();
                        others.forEach(other -> taken.addAll(other.claims()));
                        Optional<Call> next = next(one.call(), taken, one.host());
                        if (next.isEmpty()) {
                            return new Outcome.Taken(again.size(), others);
                        }
                        again.add(new Wanted(one.change().of(next.get()), one.host()));
                    }
                    trying = again;
                }
            }
        }
        return new Outcome.Taken(0, List.of());
    }

    /** A call that is in a bundle already is written with the others of it. */
    private Saving write(List<Wanted> together) {
        Changed first = together.getFirst().change();
        return together.size() == 1
                ? calls.save(first.call(), first.events())
                : calls.save(new Bundle(together.stream().map(Wanted::call).toList(), null), List.of());
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
        /** @param calls as they were wanted, but for their places */
        record Written(List<Call> calls) implements Outcome {

            Call call() {
                return calls.getFirst();
            }
        }

        record Stale() implements Outcome {}

        /**
         * @param number of the first call that cannot be had, beginning with 0
         * @param by whoever has one of its claims, and who else counts or has places that day and week
         */
        record Taken(int number, List<Call> by) implements Outcome {}
    }

    /** @param change without events where it is one of several calls: they are held */
    record Wanted(Changed change, Host host) {

        Call call() {
            return change.call();
        }
    }
}
