package org.rapport.booking.calls.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.application.CancelCall;
import org.rapport.booking.calls.application.CancelCallHandler;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.CallState;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.domain.CancelReason;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.booking.inquiries.web.PersonTexts;
import org.rapport.web.FieldProblem;
import org.rapport.web.RefusedRequest;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/booking/calls")
class CallController {

    private final Calls calls;
    private final Hosts hosts;
    private final CancelCallHandler cancelCall;
    private final CallLinks links;
    private final MessageSource messages;

    CallController(Calls calls, Hosts hosts, CancelCallHandler cancelCall, CallLinks links, MessageSource messages) {
        this.calls = calls;
        this.hosts = hosts;
        this.cancelCall = cancelCall;
        this.links = links;
        this.messages = messages;
    }

    @Operation(summary = "A call as it stands", description = "For services and coordinators. Holds are not calls yet.")
    @GetMapping("/{id}")
    CallView call(@PathVariable UUID id) {
        return calls.find(new CallId(id))
                .filter(call -> call.state().isCall())
                .map(CallView::of)
                .orElseThrow(RefusedRequest::notFound);
    }

    @Operation(summary = "A call by its signed link; only shows")
    @GetMapping("/by-link/{token}")
    LinkedCallView byLink(@PathVariable String token) {
        return view(links.call(token));
    }

    @Operation(
            summary = "Cancel by signed link",
            description = "Again is harmless and gets the same answer. From the cut-off on: 409 too-late.")
    @PostMapping("/by-link/{token}/cancellation")
    ResponseEntity<?> cancel(@PathVariable String token, @RequestBody CancelRequest request, Locale locale) {
        Call call = links.call(token);
        Optional<CancelReason> reason = Optional.ofNullable(request.reason()).flatMap(CancelReason::ofCode);
        if (reason.isEmpty()) {
            FieldProblem problem =
                    new FieldProblem("reason", messages.getMessage("booking.request.reason", null, locale));
            return PersonTexts.invalid(List.of(problem), messages, locale);
        }
        return ResponseEntity.ok(
                view(CallRefusals.granted(cancelCall.handle(new CancelCall(call.id(), reason.get())))));
    }

    private LinkedCallView view(Call call) {
        return LinkedCallView.of(call, hosts.name(call.hostId()));
    }

    record CancelRequest(
            @Schema(
                    allowableValues = {
                        "time-does-not-fit",
                        "no-longer-needed",
                        "found-somebody-else",
                        "prefer-not-to-say"
                    })
            @Nullable
            String reason) {}

    /** @param correction 0 as first noted */
    record OutcomeView(String code, int correction) {}

    enum Shown {
        BOOKED,
        CANCELLED
    }

    /** @param changeableUntil when a person can no longer move or cancel it */
    record CallView(
            UUID id,
            UUID inquiryId,
            UUID hostId,
            Shown state,
            Instant start,
            Instant end,
            int revision,
            String hostZone,
            String clientZone,
            Instant changeableUntil,
            @Nullable OutcomeView outcome) {

        static CallView of(Call call) {
            return new CallView(
                    call.id().value(),
                    call.inquiryId().value(),
                    call.hostId().value(),
                    call.state() instanceof CallState.Cancelled ? Shown.CANCELLED : Shown.BOOKED,
                    call.time().start(),
                    call.time().end(),
                    call.revision(),
                    call.hostZone().getId(),
                    call.clientZone().getId(),
                    call.changeableUntil(),
                    call.state() instanceof CallState.Ended ended
                            ? new OutcomeView(ended.outcome().code(), ended.correction())
                            : null);
        }
    }
}
