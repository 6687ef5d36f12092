package org.rapport.booking.calls.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.rapport.booking.calls.domain.CallDecision.Changed;
import org.rapport.booking.calls.domain.CallDecision.Refused;
import org.rapport.booking.calls.domain.CallDecision.Unchanged;
import org.rapport.booking.calls.domain.CallEvent.CallBooked;
import org.rapport.booking.calls.domain.CallEvent.CallUnconfirmed;
import org.rapport.booking.calls.domain.CallState.Booked;
import org.rapport.booking.calls.domain.CallState.Cancelled;
import org.rapport.booking.calls.domain.CallState.Doubled;
import org.rapport.booking.calls.domain.CallState.Ended;
import org.rapport.booking.calls.domain.CallState.Held;
import org.rapport.booking.calls.domain.CallState.Released;
import org.rapport.booking.calls.domain.CallState.Unconfirmed;

/**
 * A second call under one address is booked when somebody shows that the address is theirs.
 *
 * <pre>
 *             | ask         | confirm
 * Held        | Unconfirmed | NOT_BOOKED
 * Unconfirmed | as book     | Booked; HOLD_EXPIRED when its time is over; PERSON_BUSY if the person is in another call then
 * Booked      | as book     | unchanged
 * Ended       | as book     | unchanged
 * Doubled     | as book     | NOT_BOOKED
 * Cancelled   | as book     | CALL_CANCELLED
 * Released    | as book     | NOT_BOOKED
 * </pre>
 *
 * Until then it claims nothing of the person's: whoever typed the address could otherwise keep its owner out of a time.
 */
public final class ConfirmationRules {

    /** Counted from when it was asked for, however long the hold had left. */
    public static final Duration KEPT = Duration.ofMinutes(30);

    private ConfirmationRules() {}

    /** Instead of {@link Call#book}, when an unproven call stands under the address already. */
    public static CallDecision ask(Call call, HoldToken token, ZoneId zone, List<ClientKey> person, Instant now) {
        return call.withHold(token, now, _ -> {
            Instant until = now.plus(KEPT);
            Call asked = call.in(new Unconfirmed(now, until, false), zone, call.revision())
                    .of(person, call.places());
            return new Changed(asked, List.of(new CallUnconfirmed(asked, until, now)));
        });
    }

    /** By whoever follows the link. What the holder's page shows stays as it was, so the moment of asking stays too. */
    public static CallDecision confirm(Call call, Instant now) {
        return switch (call.state()) {
            case Unconfirmed _ when !isOpen(call, now) -> new Refused(CallRefusal.HOLD_EXPIRED);
            case Unconfirmed asked -> {
                Call booked = call.in(new Booked(asked.askedAt()), call.clientZone(), call.revision());
                yield new Changed(booked, List.of(new CallBooked(booked, now)));
            }
            case Booked _, Ended _ -> new Unchanged(call);
            case Cancelled _ -> new Refused(CallRefusal.CALL_CANCELLED);
            case Held _, Doubled _, Released _ -> new Refused(CallRefusal.NOT_BOOKED);
        };
    }

    /** Whether it waits to be confirmed and still can be. */
    public static boolean isOpen(Call call, Instant now) {
        return call.state() instanceof Unconfirmed asked && !asked.freed() && !call.isOver(now);
    }

    static CallDecision lapse(Call call) {
        return call.state() instanceof Unconfirmed(Instant askedAt, Instant keptUntil, boolean _)
                ? new Changed(
                        call.in(new Unconfirmed(askedAt, keptUntil, true), call.clientZone(), call.revision()),
                        List.of())
                : new Unchanged(call);
    }
}
