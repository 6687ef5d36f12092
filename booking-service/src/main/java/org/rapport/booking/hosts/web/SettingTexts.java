package org.rapport.booking.hosts.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rapport.booking.hosts.domain.HoursRules;
import org.rapport.booking.hosts.domain.SettingFault;
import org.rapport.web.FieldProblem;
import org.rapport.web.Problems;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Faults in settings, in words. */
final class SettingTexts {

    private SettingTexts() {}

    static List<FieldProblem> problems(List<SettingFault> faults, MessageSource messages, Locale locale) {
        return faults.stream()
                .map(fault -> new FieldProblem(
                        fault.field(),
                        messages.getMessage(
                                "booking.hours.fault." + fault.kind().code(),
                                new Object[] {fault.least(), fault.most()},
                                locale)))
                .toList();
    }

    /** For the list above a form, where a message stands far from its field. */
    static List<FieldProblem> withLabels(List<FieldProblem> problems, MessageSource messages, Locale locale) {
        return problems.stream()
                .map(problem -> new FieldProblem(
                        problem.field(), label(problem.field(), messages, locale) + ": " + problem.message()))
                .toList();
    }

    static String label(String field, MessageSource messages, Locale locale) {
        return messages.getMessage("booking.hours.label." + field.replaceAll("\\[\\d+]", ""), null, locale);
    }

    /** How many rows a list of the form needs: up to the last with something in it, and some to add to. */
    static int rows(Map<String, String> values, String list, int free) {
        int filled = 0;
        for (int row = 0; row <= HoursRules.MOST_ROWS; row++) {
            String prefix = list + "[" + row + "].";
            if (values.entrySet().stream()
                    .anyMatch(field -> field.getKey().startsWith(prefix)
                            && !field.getValue().isBlank())) {
                filled = row + 1;
            }
        }
        return Math.max(filled, Math.min(filled + free, HoursRules.MOST_ROWS));
    }

    /** For the fields of a form; the first problem of each. */
    static Map<String, String> byField(List<FieldProblem> problems) {
        Map<String, String> byField = new LinkedHashMap<>();
        problems.forEach(problem -> byField.putIfAbsent(problem.field(), problem.message()));
        return byField;
    }

    static ResponseEntity<ProblemDetail> invalid(List<SettingFault> faults, MessageSource messages, Locale locale) {
        return Problems.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid",
                messages.getMessage("problem.invalid.text", null, locale),
                Map.of("errors", problems(faults, messages, locale)));
    }
}
