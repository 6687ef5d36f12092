package org.rapport.booking.waiting.mongo;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.waiting.domain.FreedTime;
import org.rapport.booking.waiting.domain.FreedTimeId;
import org.rapport.booking.waiting.domain.FreedTimeState;
import org.rapport.booking.waiting.domain.WaiterId;

/**
 * A freed time as stored.
 *
 * @param at from when a waiter is sought, until when the offer is open, or when it ended; absent while one is chosen
 * @param waiter who is chosen or has the offer
 * @param hold of that offer
 * @param end how it ended
 */
public record FreedTimeDocument(
        UUID hostId,
        Instant start,
        Instant freedAt,
        List<UUID> asked,
        int offers,
        Kind kind,
        @Nullable Instant at,
        @Nullable UUID waiter,
        @Nullable UUID hold,
        FreedTimeState.@Nullable End end) {

    public enum Kind {
        SEEKING,
        CHOOSING,
        OFFERED,
        ENDED
    }

    static FreedTimeDocument of(FreedTime freed) {
        return switch (freed.state()) {
            case FreedTimeState.Seeking(Instant from) -> of(freed, Kind.SEEKING, from, null, null, null);
            case FreedTimeState.Choosing(WaiterId waiter, CallId hold) ->
                of(freed, Kind.CHOOSING, null, waiter, hold, null);
            case FreedTimeState.Offered(WaiterId waiter, CallId hold, Instant until) ->
                of(freed, Kind.OFFERED, until, waiter, hold, null);
            case FreedTimeState.Ended(FreedTimeState.End how, Instant at) -> of(freed, Kind.ENDED, at, null, null, how);
        };
    }

    private static FreedTimeDocument of(
            FreedTime freed,
            Kind kind,
            @Nullable Instant at,
            @Nullable WaiterId waiter,
            @Nullable CallId hold,
            FreedTimeState.@Nullable End end) {
        return new FreedTimeDocument(
                freed.host().value(),
                freed.start(),
                freed.freedAt(),
                freed.asked().stream().map(WaiterId::value).toList(),
                freed.offers(),
                kind,
                at,
                waiter == null ? null : waiter.value(),
                hold == null ? null : hold.value(),
                end);
    }

    FreedTime toFreedTime(String id, long version) {
        return new FreedTime(
                FreedTimeId.parse(id),
                version,
                new HostId(hostId),
                start,
                freedAt,
                asked.stream().map(WaiterId::new).toList(),
                offers,
                state());
    }

    private FreedTimeState state() {
        return switch (kind) {
            case SEEKING -> new FreedTimeState.Seeking(needed(at));
            case CHOOSING -> new FreedTimeState.Choosing(new WaiterId(needed(waiter)), new CallId(needed(hold)));
            case OFFERED ->
                new FreedTimeState.Offered(new WaiterId(needed(waiter)), new CallId(needed(hold)), needed(at));
            case ENDED -> new FreedTimeState.Ended(needed(end), needed(at));
        };
    }

    private static <T> T needed(@Nullable T stored) {
        return Objects.requireNonNull(stored, "a freed time lacks what its state needs");
    }
}
