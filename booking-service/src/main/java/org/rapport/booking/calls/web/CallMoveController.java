package org.rapport.booking.calls.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.application.MoveCall;
import org.rapport.booking.calls.application.MoveCallHandler;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallRefusal;
import org.rapport.booking.calls.domain.MoveDecision;
import org.rapport.booking.calls.domain.Mover;
import org.rapport.booking.calls.domain.NotOpen;
import org.rapport.booking.calls.domain.Opening;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.booking.inquiries.web.PersonTexts;
import org.rapport.booking.requests.web.RequestSeed;
import org.rapport.web.FieldProblem;
import org.rapport.web.Practice;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/booking/calls/by-link/{token}")
class CallMoveController {

    private final CallLinks links;
    private final Hosts hosts;
    private final MoveCallHandler moveCall;
    private final MoveTimes times;
    private final TakenTimes takenTimes;
    private final Practice practice;
    private final MessageSource messages;

    CallMoveController(
            CallLinks links,
            Hosts hosts,
            MoveCallHandler moveCall,
            MoveTimes times,
            TakenTimes takenTimes,
            Practice practice,
            MessageSource messages) {
        this.links = links;
        this.hosts = hosts;
        this.moveCall = moveCall;
        this.times = times;
        this.takenTimes = takenTimes;
        this.practice = practice;
        this.messages = messages;
    }

    @Operation(
            summary = "The times to which the call can be moved",
            description = "Those of its host, in the zone of the person. The call's own time counts as free.")
    @GetMapping("/openings")
    List<OpeningView> openings(@PathVariable String token) {
        Call call = links.call(token);
        return times.of(call, call.clientZone()).stream()
                .map(opening -> OpeningView.of(opening, call.clientZone(), practice.zone()))
                .toList();
    }

    @Operation(
            summary = "Move by signed link",
            description = "The id of the call stays, the revision rises by one. Again is harmless and gets the same"
                    + " answer. 409 slot-taken lists the nearest alternatives, the call keeps its time. 409 too-late from"
                    + " the cut-off on, call-changed if it has another revision than the one given. 422 as for a hold."
                    + " With an Idempotency-Key the revision is required: sent again late, the move must not undo a later"
                    + " one.")
    @PostMapping("/move")
    ResponseEntity<?> move(
            @PathVariable String token,
            @RequestBody MoveRequest request,
            @RequestAttribute(name = RequestSeed.ATTRIBUTE, required = false) @Nullable RequestSeed seed,
            Locale locale) {
        Call call = links.call(token);
        Optional<Instant> start = Asked.instant(request.start());
        List<FieldProblem> problems = new ArrayList<>();
        if (start.isEmpty()) {
            problems.add(problem("start", locale));
        }
        if (seed != null && request.revision() == null) {
            problems.add(problem("revision", locale));
        }
        if (start.isEmpty() || !problems.isEmpty()) {
            return PersonTexts.invalid(problems, messages, locale);
        }
        MoveCall command = new MoveCall(call.id(), start.get(), Mover.CLIENT, request.revision());
        return switch (moveCall.handle(command)) {
            case MoveDecision.Moved(Call moved) ->
                ResponseEntity.ok(LinkedCallView.of(moved, hosts.name(moved.hostId())));
            case MoveDecision.Taken(List<Opening> alternatives) ->
                takenTimes.problem(alternatives, call.clientZone(), locale);
            case MoveDecision.NotOffered(NotOpen reason) -> throw CallRefusals.of(reason);
            case MoveDecision.Refused(CallRefusal reason) -> throw CallRefusals.of(reason);
        };
    }

    private FieldProblem problem(String field, Locale locale) {
        return new FieldProblem(field, messages.getMessage("booking.request." + field, null, locale));
    }

    /** @param revision of the call as the caller saw it; absent to move it whatever it is, which a command with a key cannot */
    record MoveRequest(
            @Schema(description = "ISO 8601 with an offset", example = "2027-01-12T15:00:00Z") @Nullable
            String start,

            @Nullable Integer revision) {}
}
