package org.rapport.booking.calls.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.application.PoolView;
import org.rapport.booking.calls.application.ShowPool;
import org.rapport.booking.calls.application.ShowPoolHandler;
import org.rapport.booking.calls.domain.Turn;
import org.rapport.booking.calls.domain.Turns;
import org.rapport.booking.hosts.domain.Host;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PoolController {

    private final ShowPoolHandler showPool;

    PoolController(ShowPoolHandler showPool) {
        this.showPool = showPool;
    }

    @Operation(
            summary = "Whom \"any coordinator\" means next",
            description = "For coordinators and administrators. The first who can take a time gets it.")
    @GetMapping("/api/booking/pool")
    PoolBody pool() {
        PoolView pool = showPool.handle(new ShowPool());
        return new PoolBody(
                Math.toIntExact(Turns.LATELY.toDays()),
                pool.inTurn().stream().map(TurnBody::of).toList(),
                pool.byName().stream()
                        .map(host -> new HostBody(host.id().value(), host.name()))
                        .toList());
    }

    /** @param days for which a call counts */
    record PoolBody(int days, List<TurnBody> inTurn, List<HostBody> byName) {}

    /** @param waits had their calls in a row, so all others come first */
    record TurnBody(
            UUID hostId,
            String hostName,
            int weight,
            int calls,
            @Nullable Instant last,
            boolean waits) {

        static TurnBody of(Turn turn) {
            Host host = turn.host();
            return new TurnBody(host.id().value(), host.name(), host.weight(), turn.calls(), turn.last(), turn.waits());
        }
    }

    record HostBody(UUID hostId, String hostName) {}
}
