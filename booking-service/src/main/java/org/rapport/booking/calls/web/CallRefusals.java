package org.rapport.booking.calls.web;

import java.util.Set;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallDecision;
import org.rapport.booking.calls.domain.CallRefusal;
import org.rapport.booking.calls.domain.NotOpen;
import org.rapport.web.RefusedRequest;
import org.springframework.http.HttpStatus;

/** Refusals of the domain as answers over HTTP; pages and API give the same. */
final class CallRefusals {

    /** What a host does beside the calls is nobody else's business: to clients it is a time without hours. */
    private static final Set<NotOpen> HOSTS_OWN = Set.of(NotOpen.CALENDAR_UNREADABLE, NotOpen.BUSY_IN_OWN_CALENDAR);

    private CallRefusals() {}

    /** The call as decided, or the refusal as an answer. */
    static Call granted(CallDecision decision) {
        return switch (decision) {
            case CallDecision.Changed changed -> changed.call();
            case CallDecision.Unchanged(Call call) -> call;
            case CallDecision.Refused(CallRefusal reason) -> throw of(reason);
        };
    }

    static RefusedRequest of(CallRefusal reason) {
        HttpStatus status = switch (reason) {
            case UNKNOWN_LINK -> HttpStatus.NOT_FOUND;
            case HOLD_EXPIRED -> HttpStatus.GONE;
            case PERSON_BUSY,
                    ALREADY_EXTENDED,
                    ALREADY_BOOKED,
                    NOT_BOOKED,
                    CALL_CANCELLED,
                    ALREADY_CHOSEN,
                    CALL_CHANGED,
                    TOO_LATE,
                    TOO_EARLY,
                    OUTCOME_FINAL -> HttpStatus.CONFLICT;
        };
        return new RefusedRequest(status, reason.code());
    }

    static RefusedRequest of(NotOpen reason) {
        HttpStatus status = reason == NotOpen.UNKNOWN_HOST ? HttpStatus.NOT_FOUND : HttpStatus.UNPROCESSABLE_CONTENT;
        return new RefusedRequest(status, (HOSTS_OWN.contains(reason) ? NotOpen.OUTSIDE_HOURS : reason).code());
    }
}
