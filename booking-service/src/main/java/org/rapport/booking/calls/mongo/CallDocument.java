package org.rapport.booking.calls.mongo;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.CallState;
import org.rapport.booking.calls.domain.CancelReason;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.HostRole;
import org.rapport.booking.hosts.domain.Interval;
import org.rapport.booking.inquiries.domain.InquiryId;

/**
 * A call as stored.
 *
 * @param since when the call came into its state; for a hold, when it runs out
 * @param extended of a hold
 * @param draft of a hold
 * @param cancelReason of a cancelled call
 */
public record CallDocument(
        UUID inquiryId,
        UUID hostId,
        HostRole hostRole,
        String callType,
        Instant start,
        Instant end,
        Instant blockedFrom,
        Instant blockedUntil,
        String hostZone,
        String clientZone,
        String tokenHash,
        int revision,
        Kind kind,
        Instant since,
        boolean extended,
        @Nullable DraftDocument draft,
        @Nullable CancelReason cancelReason) {

    public enum Kind {
        HELD,
        BOOKED,
        CANCELLED,
        RELEASED
    }

    static CallDocument of(Call call) {
        return switch (call.state()) {
            case CallState.Held held ->
                of(
                        call,
                        Kind.HELD,
                        held.expiresAt(),
                        held.extended(),
                        held.draft() == null ? null : DraftDocument.of(held.draft()),
                        null);
            case CallState.Booked booked -> of(call, Kind.BOOKED, booked.bookedAt(), false, null, null);
            case CallState.Cancelled cancelled ->
                of(call, Kind.CANCELLED, cancelled.cancelledAt(), false, null, cancelled.reason());
            case CallState.Released released -> of(call, Kind.RELEASED, released.releasedAt(), false, null, null);
        };
    }

    private static CallDocument of(
            Call call,
            Kind kind,
            Instant since,
            boolean extended,
            @Nullable DraftDocument draft,
            @Nullable CancelReason cancelReason) {
        return new CallDocument(
                call.inquiryId().value(),
                call.hostId().value(),
                call.hostRole(),
                call.callType(),
                call.time().start(),
                call.time().end(),
                call.blocked().start(),
                call.blocked().end(),
                call.hostZone().getId(),
                call.clientZone().getId(),
                call.tokenHash(),
                call.revision(),
                kind,
                since,
                extended,
                draft,
                cancelReason);
    }

    Call toCall(String id, long version) {
        return new Call(
                new CallId(UUID.fromString(id)),
                version,
                new InquiryId(inquiryId),
                new HostId(hostId),
                hostRole,
                callType,
                new Interval(start, end),
                new Interval(blockedFrom, blockedUntil),
                ZoneId.of(hostZone),
                ZoneId.of(clientZone),
                tokenHash,
                revision,
                state());
    }

    private CallState state() {
        return switch (kind) {
            case HELD -> new CallState.Held(since, extended, draft == null ? null : draft.toAnswers());
            case BOOKED -> new CallState.Booked(since);
            case CANCELLED ->
                new CallState.Cancelled(cancelReason == null ? CancelReason.PREFER_NOT_TO_SAY : cancelReason, since);
            case RELEASED -> new CallState.Released(since);
        };
    }
}
