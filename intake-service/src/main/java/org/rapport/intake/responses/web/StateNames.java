package org.rapport.intake.responses.web;

import org.rapport.intake.responses.domain.ResponseState;

/** Names of states on the wire. */
final class StateNames {
    private StateNames() {}

    static String of(ResponseState state) {
        return switch (state) {
            case ResponseState.Sent() -> "SENT";
            case ResponseState.InProgress() -> "IN_PROGRESS";
            case ResponseState.Lapsed _ -> "LAPSED";
            case ResponseState.Erased() -> "ERASED";
            case ResponseState.Submitted _ -> "SUBMITTED";
            case ResponseState.Amending _ -> "AMENDING";
        };
    }
}
