package org.rapport.booking.calls.web;

import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallDecision;
import org.rapport.booking.calls.domain.CallRefusal;
import org.rapport.booking.calls.domain.NotOpen;
import org.rapport.web.RefusedRequest;
import org.springframework.http.HttpStatus;

/** Refusals of the domain as answers over HTTP; pages and API give the same. */
final class CallRefusals {

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
            case ALREADY_EXTENDED,
                    ALREADY_BOOKED,
                    NOT_BOOKED,
                    CALL_CANCELLED,
                    CALL_CHANGED,
                    TOO_LATE,
                    TOO_EARLY,
                    OUTCOME_FINAL -> HttpStatus.CONFLICT;
        };
        return new RefusedRequest(status, reason.code());
    }

    static RefusedRequest of(NotOpen reason) {
        HttpStatus status = reason == NotOpen.UNKNOWN_HOST ? HttpStatus.NOT_FOUND : HttpStatus.UNPROCESSABLE_CONTENT;
        return new RefusedRequest(status, reason.code());
    }
}
