package org.rapport.booking.waiting.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.CallState;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.inquiries.domain.InquiryId;
import org.rapport.booking.inquiries.domain.InquiryPath;
import org.rapport.booking.inquiries.domain.Person;
import org.rapport.booking.inquiries.domain.PersonCheck;
import org.rapport.booking.inquiries.domain.PersonRules;
import org.rapport.booking.inquiries.web.PersonRequest;
import org.rapport.booking.inquiries.web.PersonTexts;
import org.rapport.booking.inquiries.web.RequestIds;
import org.rapport.booking.waiting.application.JoinWaitList;
import org.rapport.booking.waiting.application.JoinWaitListHandler;
import org.rapport.booking.waiting.domain.JoinDecision;
import org.rapport.booking.waiting.domain.TimeWish;
import org.rapport.booking.waiting.domain.Waiter;
import org.rapport.booking.waiting.domain.WaiterId;
import org.rapport.booking.waiting.domain.Waiters;
import org.rapport.booking.waiting.domain.WishAnswers;
import org.rapport.booking.waiting.domain.WishCheck;
import org.rapport.booking.waiting.domain.WishRules;
import org.rapport.web.FieldProblem;
import org.rapport.web.Practice;
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
@RequestMapping("/api/booking/wait-list")
class WaitListController {

    private final JoinWaitListHandler join;
    private final PersonRules personRules;
    private final WishRules wishRules;
    private final WishTexts texts;
    private final WaitLinks links;
    private final Calls calls;
    private final Waiters waiters;
    private final MessageSource messages;
    private final Practice practice;
    private final Clock clock;

    WaitListController(
            JoinWaitListHandler join,
            PersonRules personRules,
            WishRules wishRules,
            WishTexts texts,
            WaitLinks links,
            Calls calls,
            Waiters waiters,
            MessageSource messages,
            Practice practice,
            Clock clock) {
        this.join = join;
        this.personRules = personRules;
        this.wishRules = wishRules;
        this.texts = texts;
        this.links = links;
        this.calls = calls;
        this.waiters = waiters;
        this.messages = messages;
        this.practice = practice;
        this.clock = clock;
    }

    @Operation(
            summary = "Wait for a time to become free",
            description =
                    "Faults are named field by field (422 invalid). The same requestId with the same body gets the"
                            + " same answer; with another body it is refused (422 request-id-reused).")
    @PostMapping
    ResponseEntity<?> join(@RequestBody JoinRequest request, @Nullable Staff staff, Locale locale) {
        List<FieldProblem> problems = new ArrayList<>();
        Optional<UUID> requestId = RequestIds.parse(request.requestId());
        if (requestId.isEmpty()) {
            problems.add(problem("requestId", locale));
        }
        PersonRequest person = request.person();
        if (person == null) {
            problems.add(problem("person", locale));
            return PersonTexts.invalid(problems, messages, locale);
        }
        ZoneId zone = PersonRules.zone(person.zone()).orElse(practice.zone());
        WishCheck wished = wishRules.check(request.answers(), zone, clock.instant());
        if (wished instanceof WishCheck.Rejected(var faults)) {
            problems.addAll(texts.problems(faults, locale));
        }
        PersonCheck known = personRules.check(person.answers(), InquiryPath.WAIT_LIST);
        if (problems.isEmpty() && known instanceof PersonCheck.Rejected(var faults)) {
            return PersonTexts.problem("person.", faults, messages, locale);
        }
        return problems.isEmpty()
                        && wished instanceof WishCheck.Accepted(TimeWish wish)
                        && known instanceof PersonCheck.Accepted(Person who)
                ? answer(join.handle(
                        new JoinWaitList(InquiryId.ofRequest(requestId.orElseThrow()), who, wish, staff == null)))
                : PersonTexts.invalid(problems, messages, locale);
    }

    @Operation(
            summary = "An offer as it stands, with the link that takes it",
            description = "For services: whoever has the link can take the time. The id is that of the hold.")
    @GetMapping("/offers/{callId}")
    OfferView offer(@PathVariable UUID callId) {
        Call call = calls.find(new CallId(callId)).orElseThrow(RefusedRequest::notFound);
        Waiter waiter = waiters.find(WaiterId.of(call.inquiryId())).orElseThrow(RefusedRequest::notFound);
        if (!waiter.had().contains(call.id())) {
            throw RefusedRequest.notFound();
        }
        boolean open = call.state() instanceof CallState.Held && !call.isOver(clock.instant());
        return new OfferView(
                call.inquiryId().value(),
                open ? "OPEN" : "CLOSED",
                call.time().start(),
                call.time().end(),
                links.offerUrl(call.id()));
    }

    private ResponseEntity<?> answer(JoinDecision decision) {
        return switch (decision) {
            case JoinDecision.Joined(Waiter waiter) ->
                ResponseEntity.status(HttpStatus.CREATED)
                        .body(new JoinedView(
                                waiter.id().value(), waiter.inquiryId().value(), links.url(waiter)));
            case JoinDecision.RequestReused _ ->
                throw new RefusedRequest(HttpStatus.UNPROCESSABLE_CONTENT, "request-id-reused");
        };
    }

    private FieldProblem problem(String field, Locale locale) {
        return new FieldProblem(field, messages.getMessage("booking.request." + field, null, locale));
    }

    record JoinRequest(
            @Schema(description = "A host's id, or any for any coordinator", example = "any") @Nullable
            String host,

            @Schema(description = "Last day waited for, in the person's zone", example = "2026-12-05") @Nullable
            String lastDay,

            @Schema(description = "MONDAY to SUNDAY; none means all") @Nullable
            List<@Nullable String> weekdays,

            @Schema(description = "MORNING, AFTERNOON, EVENING; none means all") @Nullable
            List<@Nullable String> parts,

            @Nullable PersonRequest person,

            @Schema(description = "A random UUID of the caller; makes sending again harmless", format = "uuid")
            @Nullable
            String requestId) {

        WishAnswers answers() {
            return new WishAnswers(host, lastDay, given(weekdays), given(parts));
        }

        private static List<String> given(@Nullable List<@Nullable String> codes) {
            return codes == null
                    ? List.of()
                    : codes.stream()
                            .map(code -> Objects.requireNonNullElse(code, ""))
                            .toList();
        }
    }

    record JoinedView(UUID waiterId, UUID inquiryId, String placeUrl) {}

    record OfferView(UUID inquiryId, String state, Instant start, Instant end, String url) {}
}
