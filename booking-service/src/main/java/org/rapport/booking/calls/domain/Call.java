package org.rapport.booking.calls.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.rapport.booking.calls.domain.CallDecision.Changed;
import org.rapport.booking.calls.domain.CallDecision.Refused;
import org.rapport.booking.calls.domain.CallDecision.Unchanged;
import org.rapport.booking.calls.domain.CallEvent.CallBooked;
import org.rapport.booking.calls.domain.CallEvent.CallCancelled;
import org.rapport.booking.calls.domain.CallState.Booked;
import org.rapport.booking.calls.domain.CallState.Cancelled;
import org.rapport.booking.calls.domain.CallState.Held;
import org.rapport.booking.calls.domain.CallState.Released;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.HostRole;
import org.rapport.booking.hosts.domain.Interval;
import org.rapport.booking.inquiries.domain.InquiryId;
import org.rapport.booking.inquiries.domain.PersonAnswers;
import org.rapport.booking.inquiries.domain.PersonRules;

/**
 * A host's time for one person: held, then booked, perhaps cancelled.
 *
 * <pre>
 *            | extend           | draft          | book             | release        | lapse (due) | cancel
 * Held       | Held, once       | Held           | Booked           | Released       | Released    | NOT_BOOKED
 * Held, over | HOLD_EXPIRED     | HOLD_EXPIRED   | HOLD_EXPIRED     | Released       | Released    | NOT_BOOKED
 * Booked     | ALREADY_BOOKED   | ALREADY_BOOKED | unchanged        | ALREADY_BOOKED | unchanged   | Cancelled; TOO_LATE from its start on
 * Cancelled  | CALL_CANCELLED   | CALL_CANCELLED | CALL_CANCELLED   | CALL_CANCELLED | unchanged   | unchanged
 * Released   | HOLD_EXPIRED     | HOLD_EXPIRED   | HOLD_EXPIRED     | unchanged      | unchanged   | NOT_BOOKED
 * </pre>
 *
 * Held and Booked claim {@link #blocked()}; Cancelled and Released claim nothing. Extend, draft, book and release need the
 * hold's token, else UNKNOWN_LINK. That a time has run out frees nothing by itself: whoever meets the claims of such a
 * hold lapses it first.
 *
 * @param version of the stored document this was read from; 0 for a new one
 * @param inquiryId fixed when the time is held, so that booking again after a crash finds the same inquiry
 * @param blocked the call with the buffers around it
 * @param clientZone in which the person looked for times, then the one they say they are in
 * @param revision 0 as booked, one more for each change a calendar must know of
 */
public record Call(
        CallId id,
        long version,
        InquiryId inquiryId,
        HostId hostId,
        HostRole hostRole,
        Interval time,
        Interval blocked,
        ZoneId hostZone,
        ZoneId clientZone,
        String tokenHash,
        int revision,
        CallState state) {

    public static final Duration HOLD = Duration.ofMinutes(10);

    public Call {
        if (!blocked.encloses(time)) {
            throw new IllegalArgumentException("a call lies within its blocked time");
        }
    }

    public static Call hold(
            HoldToken token, InquiryId inquiryId, Host host, Instant start, ZoneId clientZone, Instant now) {
        return new Call(
                token.callId(),
                0,
                inquiryId,
                host.id(),
                host.role(),
                OpeningRules.time(host, start),
                OpeningRules.blocked(host, start),
                host.zone(),
                clientZone,
                token.hash(),
                0,
                new Held(now.plus(HOLD), false, null));
    }

    public CallDecision extend(HoldToken token, Instant now) {
        return withHold(
                token,
                now,
                held -> held.extended()
                        ? new Refused(CallRefusal.ALREADY_EXTENDED)
                        : changed(new Held(held.expiresAt().plus(HOLD), true, held.draft())));
    }

    public CallDecision draft(HoldToken token, PersonAnswers draft, Instant now) {
        ZoneId zone = PersonRules.zone(draft.zone()).orElse(clientZone);
        return withHold(
                token,
                now,
                held -> new Changed(in(new Held(held.expiresAt(), held.extended(), draft), zone, revision), List.of()));
    }

    /** Turns the hold into the call in one write; the same token again gets the same call. */
    public CallDecision book(HoldToken token, ZoneId zone, Instant now) {
        if (isHeldBy(token) && state instanceof Booked) {
            return new Unchanged(this);
        }
        return withHold(token, now, _ -> {
            Call booked = in(new Booked(now), zone, revision);
            return new Changed(booked, List.of(new CallBooked(booked, now)));
        });
    }

    public CallDecision release(HoldToken token, Instant now) {
        if (!isHeldBy(token)) {
            return new Refused(CallRefusal.UNKNOWN_LINK);
        }
        return switch (state) {
            case Held _ -> changed(new Released(now));
            case Booked _ -> new Refused(CallRefusal.ALREADY_BOOKED);
            case Cancelled _ -> new Refused(CallRefusal.CALL_CANCELLED);
            case Released _ -> new Unchanged(this);
        };
    }

    /** Frees the claims of a hold whose time has run out; anything else stays as it is. */
    public CallDecision lapse(Instant now) {
        return isOver(now) ? changed(new Released(now)) : new Unchanged(this);
    }

    public CallDecision cancel(CancelReason reason, Instant now) {
        return switch (state) {
            case Held _, Released _ -> new Refused(CallRefusal.NOT_BOOKED);
            case Cancelled _ -> new Unchanged(this);
            case Booked _ when !now.isBefore(time.start()) -> new Refused(CallRefusal.TOO_LATE);
            case Booked _ -> {
                Call cancelled = in(new Cancelled(reason, now), clientZone, revision + 1);
                yield new Changed(cancelled, List.of(new CallCancelled(cancelled, reason, now)));
            }
        };
    }

    public boolean isHeldBy(HoldToken token) {
        return id.equals(token.callId())
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

    /** Whether this is a hold whose time has run out. */
    public boolean isOver(Instant now) {
        return state instanceof Held held && !now.isBefore(held.expiresAt());
    }

    public List<Claim> claims() {
        return switch (state) {
            case Held _, Booked _ -> Claim.covering(hostId, blocked);
            case Cancelled _, Released _ -> List.of();
        };
    }

    private CallDecision withHold(HoldToken token, Instant now, HoldRule rule) {
        if (!isHeldBy(token)) {
            return new Refused(CallRefusal.UNKNOWN_LINK);
        }
        return switch (state) {
            case Held _ when isOver(now) -> new Refused(CallRefusal.HOLD_EXPIRED);
            case Held held -> rule.decide(held);
            case Booked _ -> new Refused(CallRefusal.ALREADY_BOOKED);
            case Cancelled _ -> new Refused(CallRefusal.CALL_CANCELLED);
            case Released _ -> new Refused(CallRefusal.HOLD_EXPIRED);
        };
    }

    private Changed changed(CallState next) {
        return new Changed(in(next, clientZone, revision), List.of());
    }

    private Call in(CallState next, ZoneId zone, int nextRevision) {
        return new Call(
                id, version, inquiryId, hostId, hostRole, time, blocked, hostZone, zone, tokenHash, nextRevision, next);
    }

    private interface HoldRule {
        CallDecision decide(Held held);
    }
}
