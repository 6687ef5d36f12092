package org.rapport.booking.calls.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.application.FindOpenings;
import org.rapport.booking.calls.application.FindOpeningsHandler;
import org.rapport.booking.calls.application.HostChoice;
import org.rapport.booking.calls.domain.Opening;
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
            description =
                    "Each time once, with one host who has it. Advice only: what counts is the answer to holding one."
                            + " Of many days, ask for the days first and then for the times of one.")
    @GetMapping("/api/booking/openings")
    ResponseEntity<?> openings(
            @Parameter(description = "Id of a host, or any") @RequestParam(defaultValue = "any") String host,
            @Parameter(description = "First day in that zone, ISO 8601; today if absent")
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(description = "1 to 61") @RequestParam(defaultValue = "7") String days,
            @Parameter(description = "IANA region id; the practice's if absent")
                    @RequestParam(required = false)
                    @Nullable
                    String zone,
            Locale locale) {
        return answer(
                new Range(host, from, days, zone),
                locale,
                (query, openings) -> new OpeningsView(
                        query.zone().getId(),
                        practice.zone().getId(),
                        openings.stream()
                                .map(opening -> OpeningView.of(opening, query.zone(), practice.zone()))
                                .toList()));
    }

    @Operation(
            summary = "Days on which a host, or any coordinator, can be called, with how many times each has",
            description = "Days without a time are left out. Advice only.")
    @GetMapping("/api/booking/openings/days")
    ResponseEntity<?> days(
            @Parameter(description = "Id of a host, or any") @RequestParam(defaultValue = "any") String host,
            @Parameter(description = "First day in that zone, ISO 8601; today if absent")
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(description = "1 to 61") @RequestParam(defaultValue = "61") String days,
            @Parameter(description = "IANA region id; the practice's if absent")
                    @RequestParam(required = false)
                    @Nullable
                    String zone,
            Locale locale) {
        return answer(
                new Range(host, from, days, zone),
                locale,
                (query, openings) -> new DaysView(
                        query.zone().getId(),
                        openings.stream()
                                .collect(Collectors.groupingBy(
                                        opening -> LocalDate.ofInstant(opening.start(), query.zone()),
                                        TreeMap::new,
                                        Collectors.toList()))
                                .entrySet()
                                .stream()
                                .map(day -> new DayView(
                                        day.getKey(),
                                        day.getValue().size(),
                                        day.getValue().getFirst().start()))
                                .toList()));
    }

    private ResponseEntity<?> answer(Range asked, Locale locale, BiFunction<FindOpenings, List<Opening>, ?> view) {
        List<FieldProblem> problems = new ArrayList<>();
        Optional<HostChoice> choice = noted(Asked.host(asked.host), "host", problems, locale);
        Optional<ZoneId> inZone = noted(
                asked.zone == null ? Optional.of(practice.zone()) : PersonRules.zone(asked.zone),
                "zone",
                problems,
                locale);
        Optional<Integer> dayCount = noted(dayCount(asked.days), "days", problems, locale);
        ZoneId readIn = inZone.orElse(practice.zone());
        Optional<LocalDate> first = noted(
                asked.from == null
                        ? Optional.of(LocalDate.now(clock.withZone(readIn)))
                        : Asked.day(asked.from, readIn, clock),
                "from",
                problems,
                locale);
        if (!problems.isEmpty()) {
            return PersonTexts.invalid(problems, messages, locale);
        }
        FindOpenings query =
                new FindOpenings(choice.orElseThrow(), first.orElseThrow(), dayCount.orElseThrow(), readIn);
        return ResponseEntity.ok(view.apply(query, findOpenings.handle(query)));
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
                .filter(days -> days >= 1 && days <= FindOpenings.MOST_DAYS);
    }

    private record Range(
            String host,
            @Nullable String from,
            String days,
            @Nullable String zone) {}

    record OpeningsView(String zone, String practiceZone, List<OpeningView> openings) {}

    record DaysView(String zone, List<DayView> days) {}

    /** @param first of the day's times */
    record DayView(LocalDate date, int openings, Instant first) {}
}
