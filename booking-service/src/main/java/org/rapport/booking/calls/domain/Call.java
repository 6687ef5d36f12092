package org.rapport.booking.calls.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.domain.CallDecision.Changed;
import org.rapport.booking.calls.domain.CallDecision.Refused;
import org.rapport.booking.calls.domain.CallDecision.Unchanged;
import org.rapport.booking.calls.domain.CallEvent.CallBooked;
import org.rapport.booking.calls.domain.CallEvent.CallCancelled;
import org.rapport.booking.calls.domain.CallEvent.CallDoubled;
import org.rapport.booking.calls.domain.CallEvent.CallMoved;
import org.rapport.booking.calls.domain.CallState.Booked;
import org.rapport.booking.calls.domain.CallState.Cancelled;
import org.rapport.booking.calls.domain.CallState.Doubled;
import org.rapport.booking.calls.domain.CallState.Ended;
import org.rapport.booking.calls.domain.CallState.Held;
import org.rapport.booking.calls.domain.CallState.Released;
import org.rapport.booking.calls.domain.CallState.Unconfirmed;
import org.rapport.booking.hosts.domain.CallType;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.HostRole;
import org.rapport.booking.hosts.domain.HostSchedule;
import org.rapport.booking.hosts.domain.Interval;
import org.rapport.booking.hosts.domain.PracticeSettings;
import org.rapport.booking.inquiries.domain.InquiryId;
import org.rapport.booking.inquiries.domain.PersonAnswers;
import org.rapport.booking.inquiries.domain.PersonRules;

/**
 * A host's time for one person: held, then booked, perhaps moved or cancelled; at last it is noted how it went.
 *
 * <pre>
 *            | extend           | draft          | book             | release        | lapse (due) | move             | cancel
 * Held       | Held, once       | Held           | Booked           | Released       | Released    | NOT_BOOKED       | NOT_BOOKED
 * Held, over | HOLD_EXPIRED     | HOLD_EXPIRED   | HOLD_EXPIRED     | Released       | Released    | NOT_BOOKED       | NOT_BOOKED
 * Booked     | ALREADY_BOOKED   | ALREADY_BOOKED | unchanged        | ALREADY_BOOKED | unchanged   | Booked; TOO_LATE | Cancelled; TOO_LATE
 * Doubled    | ALREADY_BOOKED   | ALREADY_BOOKED | unchanged        | ALREADY_BOOKED | freed, once | NOT_BOOKED       | NOT_BOOKED
 * Unconfirmed| ALREADY_BOOKED   | ALREADY_BOOKED | unchanged        | ALREADY_BOOKED | freed, once | NOT_BOOKED       | NOT_BOOKED
 * Cancelled  | CALL_CANCELLED   | CALL_CANCELLED | CALL_CANCELLED   | CALL_CANCELLED | unchanged   | CALL_CANCELLED   | unchanged
 * Released   | HOLD_EXPIRED     | HOLD_EXPIRED   | HOLD_EXPIRED     | unchanged      | unchanged   | NOT_BOOKED       | NOT_BOOKED
 * Ended      | ALREADY_BOOKED   | ALREADY_BOOKED | unchanged        | ALREADY_BOOKED | unchanged   | TOO_LATE         | TOO_LATE
 * </pre>
 *
 * How it went is noted by {@link OutcomeRules}, what is Unconfirmed by {@link ConfirmationRules}.
 *
 * TOO_LATE for a person from {@link #changeableUntil()} on, for the host from the start on. A move to the time it has is
 * unchanged; one by somebody who saw another revision is CALL_CHANGED.
 *
 * What each claims is in {@link Claims}. A hold whose person is in another call then is not
 * booked but {@link #doubled}. Extend, draft, book and release need the hold's token, else UNKNOWN_LINK. That a time has run
 * out frees nothing by itself: whoever meets the claims of such a hold lapses it first.
 *
 * @param version of the stored document this was read from; 0 for a new one
 * @param inquiryId fixed with the call's own id, so that booking again after a crash finds the same inquiry
 * @param callType code of the {@link org.rapport.booking.hosts.domain.CallType} it was held as
 * @param blocked the call with the buffers around it
 * @param tokenHash absent if it was never held but {@link Arrangement arranged}
 * @param clientZone in which the person looked for times, then the one they say they are in
 * @param client whose time it is, once it is booked
 * @param places of the host's caps
 * @param changeableUntil when a person can no longer move or cancel it, by the terms it was booked or moved under
 * @param revision 0 as booked, one more for each change a calendar must know of
 */
public record Call(
        CallId id,
        long version,
        InquiryId inquiryId,
        HostId hostId,
        HostRole hostRole,
        String callType,
        Interval time,
        Interval blocked,
        ZoneId hostZone,
        ZoneId clientZone,
        @Nullable String tokenHash,
        List<ClientKey> client,
        Places places,
        Instant changeableUntil,
        int revision,
        CallState state) {

    public static final Duration HOLD = Duration.ofMinutes(10);

    public Call {
        client = List.copyOf(client);
        if (!blocked.encloses(time)) {
            throw new IllegalArgumentException("a call lies within its blocked time");
        }
    }

    public static Call hold(
            HoldToken token,
            InquiryId inquiryId,
            HostSchedule schedule,
            Instant start,
            ZoneId clientZone,
            Instant now) {
        Host host = schedule.host();
        return new Call(
                token.callId(),
                0,
                inquiryId,
                host.id(),
                host.role(),
                schedule.type().code(),
                schedule.time(start),
                schedule.blocked(start),
                host.zone(),
                clientZone,
                token.hash(),
                List.of(),
                Places.first(host.terms()),
                start.minus(host.terms().cutOff()),
                0,
                new Held(now.plus(HOLD), false, null, null));
    }

    /** @param request the same one again extends nothing twice */
    public CallDecision extend(HoldToken token, @Nullable UUID request, Instant now) {
        return withHold(token, now, held -> {
            if (!held.extended()) {
                return changed(new Held(held.expiresAt().plus(HOLD), true, request, held.draft()));
            }
            return request != null && request.equals(held.extendedFor())
                    ? new Unchanged(this)
                    : new Refused(CallRefusal.ALREADY_EXTENDED);
        });
    }

    public CallDecision draft(HoldToken token, PersonAnswers draft, Instant now) {
        ZoneId zone = PersonRules.zone(draft.zone()).orElse(clientZone);
        return withHold(
                token,
                now,
                held -> new Changed(
                        in(new Held(held.expiresAt(), held.extended(), held.extendedFor(), draft), zone, revision),
                        List.of()));
    }

    /** Turns the hold into the call of a person in one write; the same token again gets the same call. */
    public CallDecision book(HoldToken token, ZoneId zone, List<ClientKey> person, Instant now) {
        return book(token, zone, person, null, now);
    }

    /** @param unproven the address that nobody has shown to be theirs; absent where that does not matter */
    public CallDecision book(
            HoldToken token, ZoneId zone, List<ClientKey> person, @Nullable ClientKey unproven, Instant now) {
        if (isHeldBy(token) && state.wasAskedFor()) {
            return new Unchanged(this);
        }
        return withHold(token, now, _ -> {
            Call booked = in(new Booked(now, unproven), zone, revision).of(person, places);
            return new Changed(booked, List.of(new CallBooked(booked, now)));
        });
    }

    /** Instead of {@link #book}, when the person is in other calls then. */
    public CallDecision doubled(
            HoldToken token, ZoneId zone, @Nullable CallId byEmail, @Nullable CallId byPhone, Instant now) {
        return withHold(token, now, held -> {
            Call doubled = in(new Doubled(now, held.expiresAt(), false), zone, revision);
            return new Changed(doubled, List.of(new CallDoubled(doubled, byEmail, byPhone, now)));
        });
    }

    /** This call with the first free places of its host; empty if there are none left on its day or in its week. */
    public Optional<Call> besides(Set<Claim> taken, Host host) {
        return Places.free(host, time.start(), taken).map(free -> of(client, free));
    }

    public CallDecision release(HoldToken token, Instant now) {
        if (!isHeldBy(token)) {
            return new Refused(CallRefusal.UNKNOWN_LINK);
        }
        return switch (state) {
            case Held _ -> changed(new Released(now));
            case Booked _, Doubled _, Unconfirmed _, Ended _ -> new Refused(CallRefusal.ALREADY_BOOKED);
            case Cancelled _ -> new Refused(CallRefusal.CALL_CANCELLED);
            case Released _ -> new Unchanged(this);
        };
    }

    /** Frees the claims of a hold whose time has run out; anything else stays as it is. */
    public CallDecision lapse(Instant now) {
        return switch (state) {
            case Held _ when isOver(now) -> changed(new Released(now));
            case Doubled(Instant at, Instant until, boolean _)
            when isOver(now) -> changed(new Doubled(at, until, true));
            case Unconfirmed _ when isOver(now) -> ConfirmationRules.lapse(this);
            case Booked booked when booked.unproven() != null && !now.isBefore(time.end()) -> changed(booked.proven());
            case Held _, Doubled _, Unconfirmed _, Booked _, Ended _, Cancelled _, Released _ -> new Unchanged(this);
        };
    }

    /**
     * Another time of the same host. Whether that is open is for {@link OpeningRules} and the claims to say.
     *
     * @param seen the revision the mover saw, if they say so
     */
    public CallDecision move(HostSchedule schedule, Instant start, Mover by, @Nullable Integer seen, Instant now) {
        return switch (state) {
            case Held _, Released _, Doubled _, Unconfirmed _ -> new Refused(CallRefusal.NOT_BOOKED);
            case Cancelled _ -> new Refused(CallRefusal.CALL_CANCELLED);
            case Ended _ -> new Refused(CallRefusal.TOO_LATE);
            case Booked _ when start.equals(time.start()) -> new Unchanged(this);
            case Booked _ when !isChangeable(by, now) -> new Refused(CallRefusal.TOO_LATE);
            case Booked _ when seen != null && seen != revision -> new Refused(CallRefusal.CALL_CHANGED);
            case Booked booked -> {
                Call moved = at(schedule, start).in(booked.moved(now), clientZone, revision + 1);
                yield new Changed(moved, List.of(new CallMoved(moved, time, by, now)));
            }
        };
    }

    /** What another time of this call is cut from: its type as it is now, or its own length where the type has gone. */
    public HostSchedule schedule(Host host, PracticeSettings practice) {
        CallType type = practice.callType(callType)
                .orElseGet(() -> new CallType(callType, Duration.between(time.start(), time.end()), hostRole, false));
        return new HostSchedule(host, type, practice);
    }

    /** Whether the call can still be moved or cancelled. */
    public boolean isChangeable(Mover by, Instant now) {
        return state instanceof Booked
                && now.isBefore(
                        switch (by) {
                            case CLIENT -> changeableUntil;
                            case HOST -> time.start();
                        });
    }

    public CallDecision cancel(CancelReason reason, Instant now) {
        return switch (state) {
            case Held _, Released _, Doubled _, Unconfirmed _ -> new Refused(CallRefusal.NOT_BOOKED);
            case Cancelled _ -> new Unchanged(this);
            case Ended _ -> new Refused(CallRefusal.TOO_LATE);
            case Booked _
            when !isChangeable(reason.isByChoice() ? Mover.HOST : Mover.CLIENT, now) ->
                new Refused(CallRefusal.TOO_LATE);
            case Booked _ -> {
                Call cancelled = in(new Cancelled(reason, now), clientZone, revision + 1);
                yield new Changed(cancelled, List.of(new CallCancelled(cancelled, reason, now)));
            }
        };
    }

    public boolean isHeldBy(HoldToken token) {
        return tokenHash != null
                && id.equals(token.callId())
                && MessageDigest.isEqual(
                        tokenHash.getBytes(StandardCharsets.US_ASCII),
                        token.hash().getBytes(StandardCharsets.US_ASCII));
    }

    /** Whether a call cut like this one would meet it if it began at {@code start}. */
    public boolean isInTheWayOf(Instant start) {
        Duration later = Duration.between(time.start(), start);
        return blocked.overlaps(
                new Interval(blocked.start().plus(later), blocked.end().plus(later)));
    }

    /** Whether this is a hold whose time has run out, or what is left of one. */
    public boolean isOver(Instant now) {
        return state.isOver(now);
    }

    public List<Claim> claims() {
        return Claims.of(this);
    }

    CallDecision withHold(HoldToken token, Instant now, Function<Held, CallDecision> rule) {
        if (!isHeldBy(token)) {
            return new Refused(CallRefusal.UNKNOWN_LINK);
        }
        return switch (state) {
            case Held _ when isOver(now) -> new Refused(CallRefusal.HOLD_EXPIRED);
            case Held held -> rule.apply(held);
            case Booked _, Doubled _, Unconfirmed _, Ended _ -> new Refused(CallRefusal.ALREADY_BOOKED);
            case Cancelled _ -> new Refused(CallRefusal.CALL_CANCELLED);
            case Released _ -> new Refused(CallRefusal.HOLD_EXPIRED);
        };
    }

    private Changed changed(CallState next) {
        return new Changed(in(next, clientZone, revision), List.of());
    }

    Call in(CallState next, ZoneId zone, int nextRevision) {
        return with(time, blocked, hostZone, zone, client, places, changeableUntil, nextRevision, next);
    }

    Call of(List<ClientKey> person, Places free) {
        return with(time, blocked, hostZone, clientZone, person, free, changeableUntil, revision, state);
    }

    Call at(HostSchedule schedule, Instant start) {
        Host host = schedule.host();
        return with(
                schedule.time(start),
                schedule.blocked(start),
                host.zone(),
                clientZone,
                client,
                places.moved(host.terms(), LocalDate.ofInstant(time.start(), hostZone), host.dateOf(start)),
                start.minus(host.terms().cutOff()),
                revision + 1,
                state);
    }

    private Call with(
            Interval nextTime,
            Interval nextBlocked,
            ZoneId nextHostZone,
            ZoneId zone,
            List<ClientKey> person,
            Places nextPlaces,
            Instant until,
            int nextRevision,
            CallState next) {
        return new Call(
                id,
                version,
                inquiryId,
                hostId,
                hostRole,
                callType,
                nextTime,
                nextBlocked,
                nextHostZone,
                zone,
                tokenHash,
                person,
                nextPlaces,
                until,
                nextRevision,
                next);
    }
}
