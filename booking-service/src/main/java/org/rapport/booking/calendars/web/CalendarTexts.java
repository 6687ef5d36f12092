package org.rapport.booking.calendars.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.rapport.booking.calendars.domain.CalendarFault;
import org.rapport.web.FieldProblem;
import org.rapport.web.Problems;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Faults in what was typed about an own calendar, in words. */
final class CalendarTexts {

    private CalendarTexts() {}

    static List<FieldProblem> problems(List<CalendarFault> faults, MessageSource messages, Locale locale) {
        return faults.stream()
                .map(fault -> new FieldProblem(
                        fault.field(),
                        messages.getMessage(
                                "booking.calendar.fault." + fault.kind().code(), null, locale)))
                .toList();
    }

    static Map<String, String> byField(List<FieldProblem> problems) {
        return problems.stream()
                .collect(Collectors.toMap(FieldProblem::field, FieldProblem::message, (first, _) -> first));
    }

    static ResponseEntity<ProblemDetail> invalid(List<CalendarFault> faults, MessageSource messages, Locale locale) {
        return Problems.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid",
                messages.getMessage("problem.invalid.text", null, locale),
                Map.of("errors", problems(faults, messages, locale)));
    }
}
