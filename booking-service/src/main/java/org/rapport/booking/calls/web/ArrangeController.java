package org.rapport.booking.calls.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.application.ArrangeCall;
import org.rapport.booking.calls.application.ArrangeCallHandler;
import org.rapport.booking.calls.application.ArrangeDecision;
import org.rapport.booking.calls.application.HostChoice;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.NotOpen;
import org.rapport.booking.calls.domain.Opening;
import org.rapport.booking.inquiries.domain.Inquiry;
import org.rapport.booking.inquiries.domain.InquiryId;
import org.rapport.booking.inquiries.domain.Person;
import org.rapport.booking.inquiries.domain.PersonCheck;
import org.rapport.booking.inquiries.domain.PersonRules;
import org.rapport.booking.inquiries.domain.PhoneEntry;
import org.rapport.booking.inquiries.domain.Wish;
import org.rapport.booking.inquiries.web.EnteredInquiries;
import org.rapport.booking.inquiries.web.PersonRequest;
import org.rapport.booking.inquiries.web.PersonTexts;
import org.rapport.booking.inquiries.web.RequestIds;
import org.rapport.web.FieldProblem;
import org.rapport.web.Problems;
import org.rapport.web.RefusedRequest;
import org.rapport.web.Staff;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** One step from a time to a booked call, for staff and services. Visitors hold a time first. */
@RestController
class ArrangeController {

    private final ArrangeCallHandler arrangeCall;
    private final EnteredInquiries entered;
    private final PersonRules rules;
    private final TakenTimes takenTimes;
    private final MessageSource messages;
    private final Clock clock;

    ArrangeController(
            ArrangeCallHandler arrangeCall,
            EnteredInquiries entered,
            PersonRules rules,
            TakenTimes takenTimes,
            MessageSource messages,
            Clock clock) {
        this.arrangeCall = arrangeCall;
        this.entered = entered;
        this.rules = rules;
        this.takenTimes = takenTimes;
        this.messages = messages;
        this.clock = clock;
    }

    @Operation(
            summary = "Book a call for somebody in one step",
            description =
                    "For who is in the queue by inquiryId, or for who phones by person: they are put into the queue"
                            + " first, BY_PHONE, and stay there if the time is taken; services give an inquiryId. The same"
                            + " requestId again gets the same answer, with something else in it 422 request-id-reused. 409"
                            + " slot-taken lists the nearest alternatives, 409 person-busy names the call the person has"
                            + " then. 422 names why a time is not offered.")
    @PostMapping("/api/booking/calls")
    ResponseEntity<?> arrange(@RequestBody ArrangeRequest request, Staff staff, Locale locale) {
        Optional<HostChoice> hosts = Asked.host(request.host());
        Optional<Instant> start = Asked.instant(request.start());
        Optional<UUID> requestId = RequestIds.parse(request.requestId());
        List<FieldProblem> problems = new ArrayList<>();
        note(hosts.isPresent(), "host", problems, locale);
        note(start.isPresent(), "start", problems, locale);
        note(requestId.isPresent(), "requestId", problems, locale);
        note((request.inquiryId() == null) != (request.person() == null), "who", problems, locale);
        if (!problems.isEmpty()) {
            return PersonTexts.invalid(problems, messages, locale);
        }
        CallId id = CallId.ofRequest(requestId.orElseThrow());
        if (request.person() == null) {
            Inquiry known = RequestIds.parse(request.inquiryId())
                    .map(inquiry -> entered.find(inquiry, staff))
                    .orElseThrow(RefusedRequest::notFound);
            return answer(new ArrangeCall(id, known, false, hosts.orElseThrow(), start.orElseThrow()), locale);
        }
        PhoneEntry entry = EnteredInquiries.entry(staff, Wish.CALL);
        return switch (rules.check(request.person().answers(), Wish.CALL)) {
            case PersonCheck.Rejected(var faults) -> PersonTexts.problem("person.", faults, messages, locale);
            case PersonCheck.Accepted(Person person) -> {
                Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
                InquiryId inquiryId = InquiryId.ofRequest(requestId.orElseThrow());
                Inquiry caller = new Inquiry(inquiryId, person, now, entry);
                yield answer(new ArrangeCall(id, caller, true, hosts.orElseThrow(), start.orElseThrow()), locale);
            }
        };
    }

    private ResponseEntity<?> answer(ArrangeCall command, Locale locale) {
        return switch (arrangeCall.handle(command)) {
            case ArrangeDecision.Arranged(Call call, String hostName) ->
                ResponseEntity.status(HttpStatus.CREATED).body(ArrangedView.of(call, hostName));
            case ArrangeDecision.Taken(List<Opening> alternatives) ->
                takenTimes.problem(alternatives, command.inquiry().person().zone(), locale);
            case ArrangeDecision.PersonBusy(Call standing, String hostName) ->
                Problems.of(
                        HttpStatus.CONFLICT,
                        "person-busy",
                        messages.getMessage("booking.arrange.person-busy", null, locale),
                        Map.of("standing", ArrangedView.of(standing, hostName)));
            case ArrangeDecision.Refused(NotOpen reason) -> throw CallRefusals.of(reason);
            case ArrangeDecision.RequestReused() ->
                throw new RefusedRequest(HttpStatus.UNPROCESSABLE_CONTENT, "request-id-reused");
        };
    }

    private void note(boolean isGiven, String field, List<FieldProblem> problems, Locale locale) {
        if (!isGiven) {
            problems.add(new FieldProblem(field, messages.getMessage("booking.request." + field, null, locale)));
        }
    }

    record ArrangeRequest(
            @Schema(description = "Id of a host, or any") @Nullable
            String host,

            @Schema(description = "ISO 8601 with an offset", example = "2027-01-12T15:00:00Z") @Nullable
            String start,

            @Schema(description = "Of who is in the queue; or person", format = "uuid") @Nullable
            String inquiryId,

            @Schema(description = "Who phones; or inquiryId") @Nullable
            PersonRequest person,

            @Schema(description = "A random UUID of the caller; makes sending again harmless", format = "uuid")
            @Nullable
            String requestId) {}

    record ArrangedView(UUID callId, UUID inquiryId, UUID hostId, String hostName, Instant start, Instant end) {

        static ArrangedView of(Call call, String hostName) {
            return new ArrangedView(
                    call.id().value(),
                    call.inquiryId().value(),
                    call.hostId().value(),
                    hostName,
                    call.time().start(),
                    call.time().end());
        }
    }
}
