package org.rapport.booking.calls.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.rapport.booking.calls.domain.Opening;

record OpeningView(
        UUID hostId,
        String hostName,
        Instant start,
        Instant end,

        @Schema(description = "Wall time in the zone asked for")
        LocalDateTime local,

        @Schema(description = "Wall time of the practice") LocalDateTime practiceLocal) {

    static OpeningView of(Opening opening, ZoneId zone, ZoneId practiceZone) {
        return new OpeningView(
                opening.hostId().value(),
                opening.hostName(),
                opening.time().start(),
                opening.time().end(),
                LocalDateTime.ofInstant(opening.start(), zone),
                LocalDateTime.ofInstant(opening.start(), practiceZone));
    }
}
