package org.rapport.booking.inquiries.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.inquiries.application.ReceiveInquiry;
import org.rapport.booking.inquiries.application.ReceiveInquiryHandler;
import org.rapport.booking.inquiries.domain.Channel;
import org.rapport.booking.inquiries.domain.Inquiries;
import org.rapport.booking.inquiries.domain.Inquiry;
import org.rapport.booking.inquiries.domain.InquiryId;
import org.rapport.booking.inquiries.domain.InquiryPath;
import org.rapport.booking.inquiries.domain.Person;
import org.rapport.booking.inquiries.domain.PersonCheck;
import org.rapport.booking.inquiries.domain.PersonRules;
import org.rapport.booking.inquiries.domain.ReceiptDecision;
import org.rapport.web.FieldProblem;
import org.rapport.web.RefusedRequest;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/booking/inquiries")
class InquiryController {

    private final Inquiries inquiries;
    private final ReceiveInquiryHandler receiveInquiry;
    private final PersonRules rules;
    private final IntakeLinks intakeLinks;
    private final MessageSource messages;

    InquiryController(
            Inquiries inquiries,
            ReceiveInquiryHandler receiveInquiry,
            PersonRules rules,
            IntakeLinks intakeLinks,
            MessageSource messages) {
        this.inquiries = inquiries;
        this.receiveInquiry = receiveInquiry;
        this.rules = rules;
        this.intakeLinks = intakeLinks;
        this.messages = messages;
    }

    @Operation(
            summary = "Ask to be called, or begin with the questionnaire",
            description =
                    "The same requestId with the same body gets the same answer; with another body it is refused"
                            + " (422 request-id-reused). CALL_ME_BACK needs a phone number. Faults in the person are named field by field (422 invalid).")
    @PostMapping
    ResponseEntity<?> receive(@RequestBody InquiryRequest request, Locale locale) {
        List<FieldProblem> problems = new ArrayList<>();
        Optional<InquiryPath> path = request.askedPath();
        if (path.isEmpty()) {
            problems.add(problem("path", locale));
        }
        Optional<UUID> requestId = request.askedId();
        if (requestId.isEmpty()) {
            problems.add(problem("requestId", locale));
        }
        if (request.person() == null) {
            problems.add(problem("person", locale));
        }
        if (!problems.isEmpty() || request.person() == null) {
            return PersonTexts.invalid(problems, messages, locale);
        }
        return switch (rules.check(request.person().answers(), path.orElseThrow())) {
            case PersonCheck.Rejected(var faults) -> PersonTexts.problem("person.", faults, messages, locale);
            case PersonCheck.Accepted(Person person) ->
                answer(receiveInquiry.handle(
                        new ReceiveInquiry(InquiryId.ofRequest(requestId.orElseThrow()), path.orElseThrow(), person)));
        };
    }

    @Operation(summary = "Who somebody is and how they may be reached", description = "For services and coordinators.")
    @GetMapping("/{id}")
    InquiryView inquiry(@PathVariable UUID id) {
        return inquiries.find(new InquiryId(id)).map(InquiryView::of).orElseThrow(RefusedRequest::notFound);
    }

    private ResponseEntity<?> answer(ReceiptDecision decision) {
        return switch (decision) {
            case ReceiptDecision.Received(Inquiry inquiry) ->
                ResponseEntity.status(HttpStatus.CREATED)
                        .body(new ReceivedView(
                                inquiry.id().value(), intakeLinks.url(inquiry.id(), inquiry.receivedAt())));
            case ReceiptDecision.Refused _ ->
                throw new RefusedRequest(HttpStatus.UNPROCESSABLE_CONTENT, "request-id-reused");
        };
    }

    private FieldProblem problem(String field, Locale locale) {
        return new FieldProblem(field, messages.getMessage("booking.request." + field, null, locale));
    }

    record InquiryRequest(
            @Schema(allowableValues = {"CALL_ME_BACK", "QUESTIONNAIRE_FIRST"}) @Nullable
            String path,

            @Nullable PersonRequest person,

            @Schema(description = "A random UUID of the caller; makes sending again harmless", format = "uuid")
            @Nullable
            String requestId) {

        Optional<InquiryPath> askedPath() {
            return List.of(InquiryPath.CALL_ME_BACK, InquiryPath.QUESTIONNAIRE_FIRST).stream()
                    .filter(asked -> asked.name().equals(path))
                    .findFirst();
        }

        Optional<UUID> askedId() {
            return RequestIds.parse(requestId);
        }
    }

    record ReceivedView(UUID inquiryId, String intakeUrl) {}

    record InquiryView(
            UUID id,
            InquiryPath path,
            String name,
            @Nullable String email,
            @Nullable String phone,
            List<Channel> channels,
            String language,
            String zone,
            String state,
            boolean mayLeaveMessage,
            Instant receivedAt) {

        static InquiryView of(Inquiry inquiry) {
            Person person = inquiry.person();
            return new InquiryView(
                    inquiry.id().value(),
                    inquiry.path(),
                    person.name(),
                    person.email(),
                    person.phone(),
                    person.channels().stream().sorted().toList(),
                    person.language().code(),
                    person.zone().getId(),
                    person.state(),
                    person.mayLeaveMessage(),
                    inquiry.receivedAt());
        }
    }
}
