package org.rapport.booking.calls.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.application.ConfirmCall;
import org.rapport.booking.calls.application.ConfirmCallHandler;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallRefusal;
import org.rapport.booking.calls.domain.CallState;
import org.rapport.booking.calls.domain.ConfirmationRules;
import org.rapport.booking.hosts.domain.Hosts;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A further call by the link in our message to the address it was asked for under; the pages are {@link ConfirmPages}. */
@RestController
@RequestMapping("/api/booking/calls/to-confirm/{token}")
class ConfirmController {

    private final CallLinks links;
    private final Hosts hosts;
    private final ConfirmCallHandler confirmCall;
    private final Companions companions;
    private final Clock clock;

    ConfirmController(
            CallLinks links, Hosts hosts, ConfirmCallHandler confirmCall, Companions companions, Clock clock) {
        this.links = links;
        this.hosts = hosts;
        this.confirmCall = confirmCall;
        this.companions = companions;
        this.clock = clock;
    }

    @Operation(
            summary = "A call to be confirmed, by its signed link; only shows",
            description = "410 hold-expired once its time to be confirmed is over, 404 unknown-link.")
    @GetMapping
    ConfirmView show(@PathVariable String token) {
        Call call = links.toConfirm(token);
        return switch (call.state()) {
            case CallState.Unconfirmed asked
            when ConfirmationRules.isOpen(call, clock.instant()) -> view(call, asked.keptUntil(), null);
            case CallState.Unconfirmed _ -> throw CallRefusals.of(CallRefusal.HOLD_EXPIRED);
            case CallState.Booked _, CallState.Ended _, CallState.Cancelled _ -> view(call, null, links.url(call));
            case CallState.Held _, CallState.Doubled _, CallState.Released _ ->
                throw CallRefusals.of(CallRefusal.NOT_BOOKED);
        };
    }

    @Operation(
            summary = "Confirm by signed link: books the call and those asked for together with it",
            description =
                    "Again is harmless and gets the same answer. 409 person-busy while the person is in another call"
                            + " then, 409 call-cancelled, 410 hold-expired once its time to be confirmed is over.")
    @PostMapping("/confirmation")
    ConfirmView confirm(@PathVariable String token) {
        Call call = links.toConfirm(token);
        Call booked = CallRefusals.granted(confirmCall.handle(new ConfirmCall(call.id())));
        return view(booked, null, links.url(booked));
    }

    private ConfirmView view(Call call, @Nullable Instant confirmUntil, @Nullable String manageUrl) {
        return new ConfirmView(
                call.id().value(),
                switch (call.state()) {
                    case CallState.Unconfirmed _ -> Shown.UNCONFIRMED;
                    case CallState.Cancelled _ -> Shown.CANCELLED;
                    case CallState.Booked _, CallState.Ended _ -> Shown.BOOKED;
                    case CallState.Held _, CallState.Doubled _, CallState.Released _ ->
                        throw CallRefusals.of(CallRefusal.NOT_BOOKED);
                },
                hosts.name(call.hostId()),
                call.time().start(),
                call.time().end(),
                call.hostZone().getId(),
                call.clientZone().getId(),
                confirmUntil,
                manageUrl,
                companions.calls(call).stream()
                        .map(other -> new OtherView(
                                other.id().value(),
                                hosts.name(other.hostId()),
                                other.time().start(),
                                other.time().end()))
                        .toList());
    }

    enum Shown {
        UNCONFIRMED,
        BOOKED,
        CANCELLED
    }

    /**
     * @param confirmUntil absent once it is booked
     * @param manageUrl absent until it is booked
     * @param others that were asked for together with it and are confirmed with it
     */
    record ConfirmView(
            UUID callId,
            Shown state,
            String hostName,
            Instant start,
            Instant end,
            String hostZone,
            String clientZone,
            @Nullable Instant confirmUntil,
            @Nullable String manageUrl,
            List<OtherView> others) {}

    record OtherView(UUID callId, String hostName, Instant start, Instant end) {}
}
