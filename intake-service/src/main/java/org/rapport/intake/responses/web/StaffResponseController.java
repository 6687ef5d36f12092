package org.rapport.intake.responses.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.rapport.intake.responses.application.AcknowledgeConcern;
import org.rapport.intake.responses.application.AcknowledgeConcernHandler;
import org.rapport.intake.responses.application.EraseAnswers;
import org.rapport.intake.responses.application.EraseAnswersHandler;
import org.rapport.intake.responses.application.ReadResponse;
import org.rapport.intake.responses.application.ReadResponseHandler;
import org.rapport.intake.responses.domain.AcknowledgementAction;
import org.rapport.intake.responses.domain.ResponseDecision;
import org.rapport.intake.responses.domain.ResponseId;
import org.rapport.intake.responses.domain.ResponseState;
import org.rapport.intake.responses.domain.SafetyConcern;
import org.rapport.web.Problems;
import org.rapport.web.RefusedRequest;
import org.rapport.web.Staff;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Answers, scores and safety concerns for coordinators and for the services that show them. */
@RestController
class StaffResponseController {
    private final ReadResponseHandler read;
    private final AcknowledgeConcernHandler acknowledge;
    private final EraseAnswersHandler erase;
    private final AnswerProblems problems;

    StaffResponseController(
            ReadResponseHandler read,
            AcknowledgeConcernHandler acknowledge,
            EraseAnswersHandler erase,
            AnswerProblems problems) {
        this.read = read;
        this.erase = erase;
        this.acknowledge = acknowledge;
        this.problems = problems;
    }

    record AcknowledgementRequest(AcknowledgementAction action) {
        AcknowledgementRequest {
            Objects.requireNonNull(action);
        }
    }

    @GetMapping("/api/intake/inquiries/{inquiryId}/response")
    StaffResponseView read(@PathVariable UUID inquiryId) {
        return read.handle(new ReadResponse(inquiryId))
                .map(sheet -> StaffResponseView.of(sheet, PageLanguage.current()))
                .orElseThrow(RefusedRequest::notFound);
    }

    /**
     * @param standing {@code OPEN}, {@code LAPSED} or {@code SUBMITTED}
     * @param openConcerns ids of the safety concerns that nobody has acknowledged yet
     */
    record StandingView(String standing, List<UUID> openConcerns) {}

    /** Whether it still waits for the person and whether a concern waits for staff, and nothing of what was answered. */
    @GetMapping("/api/intake/inquiries/{inquiryId}/standing")
    StandingView standing(@PathVariable UUID inquiryId) {
        return read.handle(new ReadResponse(inquiryId))
                .map(sheet -> new StandingView(
                        switch (sheet.response().state()) {
                            case ResponseState.Sent(), ResponseState.InProgress() -> "OPEN";
                            case ResponseState.Lapsed _ -> "LAPSED";
                            case ResponseState.Submitted _, ResponseState.Amending _ -> "SUBMITTED";
                            case ResponseState.Erased() -> throw RefusedRequest.notFound();
                        },
                        sheet.response().concerns().all().stream()
                                .filter(SafetyConcern::isOpen)
                                .map(SafetyConcern::id)
                                .toList()))
                .orElseThrow(RefusedRequest::notFound);
    }

    /** From here on nobody can read what was answered; again is the same. */
    @PostMapping("/api/intake/inquiries/{inquiryId}/erasure")
    ResponseEntity<?> erase(@PathVariable UUID inquiryId) {
        return switch (erase.handle(new EraseAnswers(inquiryId)).orElseThrow(RefusedRequest::notFound)) {
            case ResponseDecision.Erased _ -> ResponseEntity.noContent().build();
            case ResponseDecision.ConcernStillOpen _ ->
                Problems.of(HttpStatus.CONFLICT, "concern-open", problems.text("intake.api.concern-open"));
        };
    }

    /** Again by the same person with the same action: the same answer. */
    @PostMapping("/api/intake/concerns/{responseId}/{concernId}/acknowledgement")
    ResponseEntity<?> acknowledge(
            @PathVariable UUID responseId,
            @PathVariable UUID concernId,
            @RequestBody AcknowledgementRequest body,
            Staff staff) {
        ResponseDecision.Acknowledging decision = acknowledge
                .handle(new AcknowledgeConcern(
                        new ResponseId(responseId), concernId, staff.id(), staff.name(), body.action()))
                .orElseThrow(RefusedRequest::notFound);
        return switch (decision) {
            case ResponseDecision.Acknowledged acknowledged ->
                ResponseEntity.ok(StaffResponseView.ConcernView.of(acknowledged.concern()));
            case ResponseDecision.AcknowledgedByOther _ ->
                Problems.of(
                        HttpStatus.CONFLICT, "already-acknowledged", problems.text("intake.api.already-acknowledged"));
            case ResponseDecision.NoSuchConcern _ -> throw RefusedRequest.notFound();
        };
    }
}
