package org.rapport.booking.inquiries.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rapport.booking.inquiries.domain.PersonFault;
import org.rapport.web.FieldProblem;
import org.rapport.web.Problems;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Faults in what somebody typed, in words. */
public final class PersonTexts {

    private PersonTexts() {}

    static String key(PersonFault fault) {
        return "booking.person.fault." + fault.code();
    }

    /** 422 with a message for each field. */
    public static ResponseEntity<ProblemDetail> problem(
            String prefix, List<PersonFault> faults, MessageSource messages, Locale locale) {
        return invalid(
                faults.stream()
                        .map(fault ->
                                new FieldProblem(prefix + fault.field(), messages.getMessage(key(fault), null, locale)))
                        .toList(),
                messages,
                locale);
    }

    /** 422: the request was read, but not everything in it can be. */
    public static ResponseEntity<ProblemDetail> invalid(
            List<FieldProblem> errors, MessageSource messages, Locale locale) {
        return Problems.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid",
                messages.getMessage("problem.invalid.text", null, locale),
                Map.of("errors", errors));
    }
}
