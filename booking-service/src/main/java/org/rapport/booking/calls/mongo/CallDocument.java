package org.rapport.booking.calls.mongo;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.domain.Bundle;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.CallOutcome;
import org.rapport.booking.calls.domain.CallState;
import org.rapport.booking.calls.domain.CancelReason;
import org.rapport.booking.calls.domain.ClientKey;
import org.rapport.booking.calls.domain.Places;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.HostRole;
import org.rapport.booking.hosts.domain.Interval;
import org.rapport.booking.hosts.domain.PracticeSettings;
import org.rapport.booking.inquiries.domain.InquiryId;
import org.rapport.booking.inquiries.domain.PersonAnswers;

/**
 * A call as stored.
 *
 * @param callType absent if it was stored before calls had types: it is the one everybody could book
 * @param tokenHash absent if it was never held
 * @param client absent while nobody has booked
 * @param dayPlace absent where the host has no cap
 * @param weekPlace absent where the host has no cap
 * @param changeableUntil absent where it is the start
 * @param since when the call came into its state; for a hold, when it runs out
 * @param keptUntil of a doubled call that still claims its time
 * @param extended of a hold
 * @param extendedFor the request that extended a hold, if it had a key
 * @param draft of a hold
 * @param cancelReason of a cancelled call
 * @param noted of a call that has ended
 * @param unproven of a booked call under an address that nobody has shown to be theirs
 * @param movedAt of a booked call that was moved
 * @param companions the other calls of a bundle, in the order of their numbers; absent for a call on its own
 * @param chosen number of the call of a bundle that was chosen
 */
public record CallDocument(
        UUID inquiryId,
        UUID hostId,
        HostRole hostRole,
        @Nullable String callType,
        Instant start,
        Instant end,
        Instant blockedFrom,
        Instant blockedUntil,
        String hostZone,
        String clientZone,
        @Nullable String tokenHash,
        @Nullable List<String> client,
        @Nullable Integer dayPlace,
        @Nullable Integer weekPlace,
        @Nullable Instant changeableUntil,
        int revision,
        Kind kind,
        Instant since,
        @Nullable Instant keptUntil,
        boolean extended,
        @Nullable UUID extendedFor,
        @Nullable DraftDocument draft,
        @Nullable CancelReason cancelReason,
        @Nullable Noted noted,
        @Nullable String unproven,
        @Nullable Instant movedAt,
        @Nullable List<CallDocument> companions,
        @Nullable Integer chosen) {

    /** How a call went, since it was noted; the rest of its {@link CallState.Ended}. */
    public record Noted(CallOutcome outcome, int correction, UUID notedBy, Instant bookedAt) {}

    public enum Kind {
        HELD,
        BOOKED,
        DOUBLED,
        UNCONFIRMED,
        ENDED,
        CANCELLED,
        RELEASED;

        static Kind of(CallState state) {
            return switch (state) {
                case CallState.Held _ -> HELD;
                case CallState.Booked _ -> BOOKED;
                case CallState.Doubled _ -> DOUBLED;
                case CallState.Unconfirmed _ -> UNCONFIRMED;
                case CallState.Ended _ -> ENDED;
                case CallState.Cancelled _ -> CANCELLED;
                case CallState.Released _ -> RELEASED;
            };
        }
    }

    static CallDocument of(Bundle bundle) {
        return of(bundle.lead(), bundle);
    }

    /** @param whole absent for a call that is one of the companions */
    private static CallDocument of(Call call, @Nullable Bundle whole) {
        return switch (call.state()) {
            case CallState.Held(Instant expiresAt, boolean extended, UUID extendedFor, PersonAnswers draft) ->
                of(
                        call,
                        whole,
                        expiresAt,
                        null,
                        extended,
                        extendedFor,
                        draft == null ? null : DraftDocument.of(draft),
                        null,
                        null);
            case CallState.Booked booked -> of(call, whole, booked.bookedAt(), null, false, null, null, null, null);
            case CallState.Doubled(Instant at, Instant keptUntil, boolean freed) ->
                of(call, whole, at, freed ? null : keptUntil, false, null, null, null, null);
            case CallState.Unconfirmed(Instant at, Instant keptUntil, boolean freed) ->
                of(call, whole, at, freed ? null : keptUntil, false, null, null, null, null);
            case CallState.Ended(Instant bookedAt, CallOutcome outcome, int correction, UUID by, Instant at) ->
                of(call, whole, at, null, false, null, null, null, new Noted(outcome, correction, by, bookedAt));
            case CallState.Cancelled(CancelReason reason, Instant at) ->
                of(call, whole, at, null, false, null, null, reason, null);
            case CallState.Released(Instant at) -> of(call, whole, at, null, false, null, null, null, null);
        };
    }

    private static CallDocument of(
            Call call,
            @Nullable Bundle whole,
            Instant since,
            @Nullable Instant keptUntil,
            boolean extended,
            @Nullable UUID extendedFor,
            @Nullable DraftDocument draft,
            @Nullable CancelReason cancelReason,
            @Nullable Noted noted) {
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
                call.client().isEmpty()
                        ? null
                        : call.client().stream().map(ClientKey::toString).toList(),
                call.places().day() == 0 ? null : call.places().day(),
                call.places().week() == 0 ? null : call.places().week(),
                call.changeableUntil(),
                call.revision(),
                Kind.of(call.state()),
                since,
                keptUntil,
                extended,
                extendedFor,
                draft,
                cancelReason,
                noted,
                call.state() instanceof CallState.Booked(Instant _, ClientKey unproven, var _) && unproven != null
                        ? unproven.toString()
                        : null,
                call.state() instanceof CallState.Booked(Instant _, var _, Instant movedAt) ? movedAt : null,
                whole == null || whole.isAlone()
                        ? null
                        : whole.calls().stream()
                                .skip(1)
                                .map(companion -> of(companion, null))
                                .toList(),
                whole == null || whole.chosen() == null ? null : whole.chosen().number());
    }

    Bundle toBundle(String id, long version) {
        CallId lead = new CallId(UUID.fromString(id));
        List<Call> calls = new ArrayList<>();
        calls.add(toCall(lead, version));
        if (companions != null) {
            companions.forEach(companion -> calls.add(companion.toCall(lead.inBundle(calls.size()), version)));
        }
        return new Bundle(calls, chosen == null ? null : lead.inBundle(chosen));
    }

    private Call toCall(CallId id, long version) {
        return new Call(
                id,
                version,
                new InquiryId(inquiryId),
                new HostId(hostId),
                hostRole,
                callType == null
                        ? PracticeSettings.initial().offeredBy(hostRole).code()
                        : callType,
                new Interval(start, end),
                new Interval(blockedFrom, blockedUntil),
                ZoneId.of(hostZone),
                ZoneId.of(clientZone),
                tokenHash,
                client == null
                        ? List.of()
                        : client.stream().map(ClientKey::parse).toList(),
                new Places(dayPlace == null ? 0 : dayPlace, weekPlace == null ? 0 : weekPlace),
                changeableUntil == null ? start : changeableUntil,
                revision,
                state());
    }

    private CallState state() {
        return switch (kind) {
            case HELD -> new CallState.Held(since, extended, extendedFor, draft == null ? null : draft.toAnswers());
            case BOOKED -> new CallState.Booked(since, unproven == null ? null : ClientKey.parse(unproven), movedAt);
            case DOUBLED -> new CallState.Doubled(since, keptUntil == null ? since : keptUntil, keptUntil == null);
            case UNCONFIRMED ->
                new CallState.Unconfirmed(since, keptUntil == null ? since : keptUntil, keptUntil == null);
            case ENDED -> ended();
            case CANCELLED ->
                new CallState.Cancelled(cancelReason == null ? CancelReason.PREFER_NOT_TO_SAY : cancelReason, since);
            case RELEASED -> new CallState.Released(since);
        };
    }

    private CallState ended() {
        if (noted == null) {
            throw new IllegalStateException("a call that has ended says how");
        }
        return new CallState.Ended(noted.bookedAt(), noted.outcome(), noted.correction(), noted.notedBy(), since);
    }
}
