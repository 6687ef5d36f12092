package org.rapport.booking.calls.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.rapport.booking.calls.domain.CallDecision.Changed;
import org.rapport.booking.calls.domain.CallDecision.Refused;
import org.rapport.booking.calls.domain.CallDecision.Unchanged;
import org.rapport.booking.calls.domain.CallEvent.CallHeld;
import org.rapport.booking.calls.domain.CallEvent.CallMissed;
import org.rapport.booking.calls.domain.CallState.Booked;
import org.rapport.booking.calls.domain.CallState.Cancelled;
import org.rapport.booking.calls.domain.CallState.Doubled;
import org.rapport.booking.calls.domain.CallState.Ended;
import org.rapport.booking.calls.domain.CallState.Held;
import org.rapport.booking.calls.domain.CallState.Released;
import org.rapport.booking.calls.domain.CallState.Unconfirmed;

/**
 * How a call went. Booked, once it has begun, and Ended, until {@link #correctableUntil}, become Ended; TOO_EARLY,
 * OUTCOME_FINAL; Cancelled is CALL_CANCELLED, the others NOT_BOOKED.
 */
public final class OutcomeRules {

    private OutcomeRules() {}

    /** @param by the member of the staff who notes it */
    public static CallDecision note(Call call, CallOutcome outcome, UUID by, Instant now) {
        return switch (call.state()) {
            case Held _, Released _, Doubled _, Unconfirmed _ -> new Refused(CallRefusal.NOT_BOOKED);
            case Cancelled _ -> new Refused(CallRefusal.CALL_CANCELLED);
            case Booked _ when now.isBefore(call.time().start()) -> new Refused(CallRefusal.TOO_EARLY);
            case Booked booked -> ended(call, new Ended(booked.bookedAt(), outcome, 0, by, now));
            case Ended ended when ended.outcome() == outcome -> new Unchanged(call);
            case Ended _ when !now.isBefore(correctableUntil(call)) -> new Refused(CallRefusal.OUTCOME_FINAL);
            case Ended ended -> ended(call, new Ended(ended.bookedAt(), outcome, ended.correction() + 1, by, now));
        };
    }

    /** The end of the day after the call, on the host's calendar. */
    public static Instant correctableUntil(Call call) {
        return LocalDate.ofInstant(call.time().start(), call.hostZone())
                .plusDays(2)
                .atStartOfDay(call.hostZone())
                .toInstant();
    }

    private static Changed ended(Call call, Ended end) {
        Call ended = call.in(end, call.clientZone(), call.revision());
        CallEvent told = switch (end.outcome()) {
            case GOOD_FIT, NOT_A_FIT, THINKING, NEEDS_HIGHER_CARE ->
                new CallHeld(ended, end.outcome(), end.correction(), end.notedBy(), end.notedAt());
            case MISSED_BY_CLIENT ->
                new CallMissed(ended, Mover.CLIENT, end.correction(), end.notedBy(), end.notedAt());
            case MISSED_BY_HOST -> new CallMissed(ended, Mover.HOST, end.correction(), end.notedBy(), end.notedAt());
        };
        return new Changed(ended, List.of(told));
    }
}
