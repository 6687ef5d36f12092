package org.rapport.booking.calls.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.application.FindOpenings;
import org.rapport.booking.calls.application.FindOpeningsHandler;
import org.rapport.booking.calls.application.HostChoice;
import org.rapport.booking.inquiries.domain.PersonRules;
import org.rapport.booking.inquiries.web.PersonTexts;
import org.rapport.web.FieldProblem;
import org.rapport.web.Practice;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OpeningController {

    private static final int MOST_DAYS = 21;

    private final FindOpeningsHandler findOpenings;
    private final Practice practice;
    private final MessageSource messages;
    private final Clock clock;

    OpeningController(FindOpeningsHandler findOpenings, Practice practice, MessageSource messages, Clock clock) {
        this.findOpenings = findOpenings;
        this.practice = practice;
        this.messages = messages;
        this.clock = clock;
    }

    @Operation(
            summary = "Times at which a host, or any coordinator, can be called",
            description = "Advice only: what counts is the answer to holding one.")
    @GetMapping("/api/booking/openings")
    ResponseEntity<?> openings(
            @Parameter(description = "Id of a host, or any") @RequestParam(defaultValue = "any") String host,
            @Parameter(description = "First day in that zone, ISO 8601; today if absent")
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(description = "1 to 21") @RequestParam(defaultValue = "7") String days,
            @Parameter(description = "IANA region id; the practice's if absent")
                    @RequestParam(required = false)
                    @Nullable
                    String zone,
            Locale locale) {
        List<FieldProblem> problems = new ArrayList<>();
        Optional<HostChoice> choice = noted(Asked.host(host), "host", problems, locale);
        Optional<ZoneId> inZone =
                noted(zone == null ? Optional.of(practice.zone()) : PersonRules.zone(zone), "zone", problems, locale);
        Optional<Integer> dayCount = noted(dayCount(days), "days", problems, locale);
        ZoneId readIn = inZone.orElse(practice.zone());
        Optional<LocalDate> first = noted(
                from == null ? Optional.of(LocalDate.now(clock.withZone(readIn))) : Asked.day(from, readIn, clock),
                "from",
                problems,
                locale);
        if (!problems.isEmpty()) {
            return PersonTexts.invalid(problems, messages, locale);
        }
        FindOpenings query =
                new FindOpenings(choice.orElseThrow(), first.orElseThrow(), dayCount.orElseThrow(), readIn);
        return ResponseEntity.ok(new OpeningsView(
                readIn.getId(),
                practice.zone().getId(),
                findOpenings.handle(query).stream()
                        .map(opening -> OpeningView.of(opening, readIn, practice.zone()))
                        .toList()));
    }

    private <T> Optional<T> noted(Optional<T> read, String field, List<FieldProblem> problems, Locale locale) {
        if (read.isEmpty()) {
            problems.add(new FieldProblem(field, messages.getMessage("booking.request." + field, null, locale)));
        }
        return read;
    }

    private static Optional<Integer> dayCount(String text) {
        return Optional.of(text)
                .filter(digits -> digits.matches("[0-9]{1,2}"))
                .map(Integer::valueOf)
                .filter(days -> days >= 1 && days <= MOST_DAYS);
    }

    record OpeningsView(String zone, String practiceZone, List<OpeningView> openings) {}
}
