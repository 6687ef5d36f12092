package org.rapport.booking.inquiries.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.rapport.booking.inquiries.domain.PersonAnswers;
import org.rapport.booking.inquiries.domain.PersonCheck;
import org.rapport.booking.inquiries.domain.PersonRules;
import org.rapport.booking.inquiries.domain.PhoneEntry;
import org.rapport.booking.inquiries.domain.ReceiptDecision;
import org.rapport.booking.inquiries.domain.Wish;
import org.rapport.web.FieldProblem;
import org.rapport.web.RefusedRequest;
import org.rapport.web.Staff;
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
    private final EnteredInquiries entered;
    private final IntakeLinks intakeLinks;
    private final MessageSource messages;
    private final Clock clock;

    InquiryController(
            Inquiries inquiries,
            ReceiveInquiryHandler receiveInquiry,
            PersonRules rules,
            EnteredInquiries entered,
            IntakeLinks intakeLinks,
            MessageSource messages,
            Clock clock) {
        this.inquiries = inquiries;
        this.receiveInquiry = receiveInquiry;
        this.rules = rules;
        this.entered = entered;
        this.intakeLinks = intakeLinks;
        this.messages = messages;
        this.clock = clock;
    }

    @Operation(
            summary = "Ask to be called, or begin with the questionnaire",
            description = "The same requestId with the same body gets the same answer; with another body it is refused"
                    + " (422 request-id-reused). CALL_ME_BACK needs a phone number. Faults in the person are named field by field (422 invalid)."
                    + " BY_PHONE is for coordinators and administrators, who heard the person agree to the consent text; it needs a wish,"
                    + " and an e-mail address or a phone number.")
    @PostMapping
    ResponseEntity<?> receive(@RequestBody InquiryRequest request, @Nullable Staff staff, Locale locale) {
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
        boolean byPhone = path.filter(InquiryPath.BY_PHONE::equals).isPresent();
        Optional<Wish> wish = request.asked();
        if (byPhone != (request.wish() != null) || (byPhone && wish.isEmpty())) {
            problems.add(problem("wish", locale));
        }
        if (!problems.isEmpty() || request.person() == null) {
            return PersonTexts.invalid(problems, messages, locale);
        }
        PersonAnswers answers = request.person().answers();
        PhoneEntry entry =
                wish.map(wanted -> EnteredInquiries.entry(staff, wanted)).orElse(null);
        return switch (wish.map(wanted -> rules.check(answers, wanted))
                .orElseGet(() -> rules.check(answers, path.orElseThrow()))) {
            case PersonCheck.Rejected(var faults) -> PersonTexts.problem("person.", faults, messages, locale);
            case PersonCheck.Accepted(Person person) ->
                answer(receiveInquiry.handle(new ReceiveInquiry(
                        InquiryId.ofRequest(requestId.orElseThrow()), path.orElseThrow(), person, entry)));
        };
    }

    @Operation(
            summary = "Send the questionnaire to somebody who phoned and wanted it no earlier",
            description =
                    "Again, or to who gets it anyway, is harmless. An administrator finds only whom they entered.")
    @PostMapping("/{id}/questionnaire")
    ResponseEntity<Void> sendQuestionnaire(@PathVariable UUID id, Staff staff) {
        inquiries.wantQuestionnaire(
                entered.find(id, staff).id(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return ResponseEntity.noContent().build();
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
            @Schema(allowableValues = {"CALL_ME_BACK", "QUESTIONNAIRE_FIRST", "BY_PHONE"}) @Nullable
            String path,

            @Schema(
                    description = "What a person who phoned wants next; with BY_PHONE only",
                    allowableValues = {"CALL", "CALL_BACK", "QUESTIONNAIRE", "NOTHING_YET"})
            @Nullable
            String wish,

            @Nullable PersonRequest person,

            @Schema(description = "A random UUID of the caller; makes sending again harmless", format = "uuid")
            @Nullable
            String requestId) {

        Optional<InquiryPath> askedPath() {
            return List.of(InquiryPath.CALL_ME_BACK, InquiryPath.QUESTIONNAIRE_FIRST, InquiryPath.BY_PHONE).stream()
                    .filter(asked -> asked.name().equals(path))
                    .findFirst();
        }

        Optional<Wish> asked() {
            return Arrays.stream(Wish.values())
                    .filter(one -> one.name().equals(wish))
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
            Person person = inquiry.reached();
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
