package org.rapport.booking.calls.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.application.NoteOutcome;
import org.rapport.booking.calls.application.NoteOutcomeHandler;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallOutcome;
import org.rapport.booking.inquiries.web.PersonTexts;
import org.rapport.web.FieldProblem;
import org.rapport.web.Staff;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OutcomeController {

    private final StaffCalls staffCalls;
    private final NoteOutcomeHandler noteOutcome;
    private final MessageSource messages;

    OutcomeController(StaffCalls staffCalls, NoteOutcomeHandler noteOutcome, MessageSource messages) {
        this.staffCalls = staffCalls;
        this.noteOutcome = noteOutcome;
        this.messages = messages;
    }

    @Operation(
            summary = "Note how a call went",
            description =
                    "By its host or a coordinator. The same again is harmless. Another outcome corrects it until the"
                            + " end of the next day, then 409 outcome-final. Before the start 409 too-early.")
    @PostMapping("/api/booking/calls/{id}/outcome")
    ResponseEntity<?> note(@PathVariable UUID id, @RequestBody OutcomeRequest request, Staff staff, Locale locale) {
        Call call = staffCalls.find(id, staff);
        Optional<CallOutcome> outcome = Optional.ofNullable(request.outcome()).flatMap(CallOutcome::ofCode);
        if (outcome.isEmpty()) {
            FieldProblem problem =
                    new FieldProblem("outcome", messages.getMessage("booking.request.outcome", null, locale));
            return PersonTexts.invalid(List.of(problem), messages, locale);
        }
        NoteOutcome command = new NoteOutcome(call.id(), outcome.get(), staff.id());
        return ResponseEntity.ok(CallController.CallView.of(CallRefusals.granted(noteOutcome.handle(command))));
    }

    record OutcomeRequest(
            @Schema(
                    allowableValues = {
                        "good-fit",
                        "not-a-fit",
                        "thinking",
                        "needs-higher-care",
                        "missed-by-client",
                        "missed-by-host"
                    })
            @Nullable
            String outcome) {}
}
