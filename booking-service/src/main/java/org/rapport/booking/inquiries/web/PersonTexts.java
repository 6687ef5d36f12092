package org.rapport.booking.inquiries.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.inquiries.domain.Person;
import org.rapport.booking.inquiries.domain.PersonFault;
import org.rapport.web.FieldProblem;
import org.rapport.web.Problems;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Faults in what somebody typed, in words. */
public final class PersonTexts {

    private static final Pattern NORTH_AMERICAN = Pattern.compile("^\\+1(\\d{3})(\\d{3})(\\d{4})$");

    private PersonTexts() {}

    static String key(PersonFault fault) {
        return "booking.person.fault." + fault.code();
    }

    /** The number as people here write it; absent if the person gave none. */
    public static @Nullable String phone(Person person) {
        return person.phone() == null
                ? null
                : NORTH_AMERICAN.matcher(person.phone()).replaceFirst("($1) $2-$3");
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
