package org.rapport.booking.calls.web;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallState;

/**
 * A call as its signed link shows it.
 *
 * @param reason of a cancelled call
 */
record LinkedCallView(
        UUID callId,
        CallController.Shown state,
        String hostName,
        Instant start,
        Instant end,
        int revision,
        String hostZone,
        String clientZone,
        @Nullable String reason) {

    static LinkedCallView of(Call call, String hostName) {
        CallController.CallView shown = CallController.CallView.of(call);
        return new LinkedCallView(
                shown.id(),
                shown.state(),
                hostName,
                shown.start(),
                shown.end(),
                shown.revision(),
                shown.hostZone(),
                shown.clientZone(),
                call.state() instanceof CallState.Cancelled cancelled
                        ? cancelled.reason().code()
                        : null);
    }
}
