package org.rapport.booking.calls.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallState;

/** A call as pages show it. */
record ShownCall(
        String hostName,
        String hostId,
        Instant start,
        long minutes,
        ZoneId zone,
        ZoneId practiceZone,
        boolean cancelled) {

    static ShownCall of(Call call, String hostName, ZoneId practiceZone) {
        return new ShownCall(
                hostName,
                call.hostId().toString(),
                call.time().start(),
                Duration.between(call.time().start(), call.time().end()).toMinutes(),
                call.clientZone(),
                practiceZone,
                call.state() instanceof CallState.Cancelled);
    }
}
