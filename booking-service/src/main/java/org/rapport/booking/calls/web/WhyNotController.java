package org.rapport.booking.calls.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.application.ExplainOpening;
import org.rapport.booking.calls.application.ExplainOpeningHandler;
import org.rapport.booking.calls.application.Explanation;
import org.rapport.booking.calls.domain.NotOpen;
import org.rapport.booking.calls.web.WhyNotTexts.RuleLine;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.web.HostAccess;
import org.rapport.booking.inquiries.web.PersonTexts;
import org.rapport.web.FieldProblem;
import org.rapport.web.RefusedRequest;
import org.rapport.web.Staff;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class WhyNotController {

    private final ExplainOpeningHandler explain;
    private final WhyNotTexts texts;
    private final MessageSource messages;

    WhyNotController(ExplainOpeningHandler explain, WhyNotTexts texts, MessageSource messages) {
        this.explain = explain;
        this.texts = texts;
        this.messages = messages;
    }

    @Operation(
            summary = "Why a time of a host is not offered",
            description =
                    "For services, the host and administrators; no names. All the rules in order; the first that is"
                            + " broken is the reason. Asked are the rules that list openings.")
    @GetMapping("/api/booking/hosts/{id}/openings/why")
    ResponseEntity<?> why(
            Staff staff,
            @PathVariable UUID id,
            @Parameter(description = "ISO 8601 with an offset") @RequestParam(defaultValue = "") String start,
            Locale locale) {
        HostAccess.checkUnlessService(staff, new HostId(id));
        return Asked.instant(start)
                .<ResponseEntity<?>>map(at -> ResponseEntity.ok(explained(new HostId(id), at, locale)))
                .orElseGet(() -> PersonTexts.invalid(
                        List.of(new FieldProblem("start", messages.getMessage("booking.request.start", null, locale))),
                        messages,
                        locale));
    }

    private WhyView explained(HostId host, Instant start, Locale locale) {
        Explanation why = explain.handle(new ExplainOpening(host, start)).orElseThrow(RefusedRequest::notFound);
        return new WhyView(why.isOffered(), why.reason().map(NotOpen::code).orElse(null), texts.lines(why, locale));
    }

    record WhyView(boolean offered, @Nullable String reason, List<RuleLine> rules) {}
}
