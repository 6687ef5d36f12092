package org.rapport.intake.responses.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rapport.intake.questionnaires.domain.Limits;
import org.rapport.intake.questionnaires.domain.Occurrence;
import org.rapport.intake.questionnaires.domain.Option;
import org.rapport.intake.questionnaires.domain.Question;
import org.rapport.intake.questionnaires.domain.QuestionType;
import org.rapport.intake.responses.domain.AnswerFault.Reason;

/** The answers to one question, held against its type, its options and its limits. */
final class AnswerCheck {
    private AnswerCheck() {}

    /** The values as they are kept, without blanks; what cannot be read stays as it was given, for the check to refuse. */
    static List<String> kept(Question question, List<String> given) {
        return given.stream()
                .map(value -> kept(question, value))
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    private static String kept(Question question, String value) {
        if (question.type().isText() && !question.isChoice()) {
            return PlainText.of(value);
        }
        if (question.isOpen() && value.startsWith(Question.OWN_WORDS)) {
            String words = PlainText.of(value.substring(Question.OWN_WORDS.length()));
            return words.isEmpty() ? "" : Question.OWN_WORDS + words;
        }
        boolean written = !question.isChoice() && question.type() != QuestionType.CHOICE;
        String trimmed = written ? value.strip() : value;
        return written ? question.type().read(trimmed).orElse(trimmed) : trimmed;
    }

    static List<AnswerFault> faults(Question question, String key, List<String> values) {
        List<AnswerFault> faults = new ArrayList<>();
        if (values.isEmpty()) {
            return faults;
        }
        int most = most(question);
        if (values.size() > most) {
            faults.add(new AnswerFault(key, most == 1 ? Reason.ONLY_ONE : Reason.TOO_MANY, values.size(), most));
            return faults;
        }
        if (values.size() < question.occurrence().least()) {
            faults.add(new AnswerFault(
                    key, Reason.TOO_FEW, values.size(), question.occurrence().least()));
        }
        values.stream()
                .map(value -> fault(question, key, value))
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(faults::add);
        boolean together = values.size() > 1
                && values.stream()
                        .anyMatch(value ->
                                question.option(value).filter(Option::alone).isPresent());
        if (together) {
            faults.add(AnswerFault.of(key, Reason.NOT_ALONE));
        }
        return faults;
    }

    /** Without a rule of the author's every option may be ticked. */
    private static int most(Question question) {
        int most = question.occurrence().most();
        return question.isChoice() && most == Occurrence.MOST
                ? Math.max(most, question.options().size())
                : most;
    }

    private static @Nullable AnswerFault fault(Question question, String key, String value) {
        if (question.isOpen() && value.startsWith(Question.OWN_WORDS)) {
            return length(question, key, value.substring(Question.OWN_WORDS.length()));
        }
        if (question.isChoice() || question.type() == QuestionType.CHOICE || question.isOpen()) {
            return question.option(value).isPresent() ? null : AnswerFault.of(key, Reason.NOT_AN_OPTION);
        }
        if (question.type().read(value).isEmpty()) {
            return AnswerFault.of(key, unreadable(question.type()));
        }
        if (question.type().isText()) {
            return length(question, key, value);
        }
        return size(question, key, value);
    }

    private static Reason unreadable(QuestionType type) {
        return switch (type) {
            case BOOLEAN -> Reason.NOT_YES_OR_NO;
            case INTEGER -> Reason.NOT_A_WHOLE_NUMBER;
            case DECIMAL, QUANTITY -> Reason.NOT_A_NUMBER;
            case DATE -> Reason.NOT_A_DATE;
            case DATE_TIME -> Reason.NOT_A_DATE_AND_TIME;
            case TIME -> Reason.NOT_A_TIME;
            case URL -> Reason.NOT_AN_ADDRESS;
            case STRING, TEXT -> Reason.NOT_ONE_LINE;
            case CHOICE, OPEN_CHOICE -> Reason.NOT_AN_OPTION;
        };
    }

    private static @Nullable AnswerFault length(Question question, String key, String value) {
        int length = value.codePointCount(0, value.length());
        Limits limits = question.limits();
        if (length > limits.longest()) {
            return new AnswerFault(key, Reason.TOO_LONG, length, limits.longest());
        }
        return length < limits.shortest() ? new AnswerFault(key, Reason.TOO_SHORT, length, limits.shortest()) : null;
    }

    private static @Nullable AnswerFault size(Question question, String key, String value) {
        Limits limits = question.limits();
        QuestionType type = question.type();
        String number = value.split(" ", 2)[0];
        if (type == QuestionType.QUANTITY && !isUnit(question, value)) {
            return AnswerFault.of(key, Reason.NOT_A_UNIT);
        }
        if (limits.decimals() >= 0 && new BigDecimal(number).scale() > limits.decimals()) {
            return new AnswerFault(key, Reason.TOO_MANY_DECIMALS, 0, limits.decimals());
        }
        String from = limits.from();
        if (from != null
                && type.compare(value, from).filter(order -> order >= 0).isEmpty()) {
            return new AnswerFault(key, Reason.TOO_SMALL, 0, 0, from);
        }
        String to = limits.to();
        if (to != null && type.compare(value, to).filter(order -> order <= 0).isEmpty()) {
            return new AnswerFault(key, Reason.TOO_LARGE, 0, 0, to);
        }
        return null;
    }

    private static boolean isUnit(Question question, String quantity) {
        if (question.limits().units().isEmpty()) {
            return true;
        }
        int space = quantity.indexOf(' ');
        return space > 0 && question.unit(quantity.substring(space + 1)).isPresent();
    }
}
