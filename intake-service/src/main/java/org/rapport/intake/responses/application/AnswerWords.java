package org.rapport.intake.responses.application;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.rapport.intake.questionnaires.domain.Language;
import org.rapport.intake.questionnaires.domain.Option;
import org.rapport.intake.questionnaires.domain.Question;
import org.rapport.intake.questionnaires.domain.Sheet;

/** Answers as a person reads them. */
public final class AnswerWords {
    private AnswerWords() {}

    /** The question's words, with the number of its instance where a group was answered several times. */
    public static String question(Sheet.Entry entry, Language language) {
        String words = entry.item().head().words(language);
        String numbers = entry.place().instances().stream().map(String::valueOf).collect(Collectors.joining("."));
        return numbers.isEmpty() ? words : words + " (" + numbers + ")";
    }

    public static List<String> of(Question question, List<String> values, Language language) {
        return values.stream().map(value -> of(question, value, language)).toList();
    }

    private static String of(Question question, String value, Language language) {
        Option option = question.option(value).orElse(null);
        if (option != null) {
            return option.text().in(language);
        }
        return switch (question.type()) {
            case BOOLEAN -> Boolean.parseBoolean(value) ? yes(language) : "No";
            case DATE -> value.length() == 10 ? date(LocalDate.parse(value), language) : value;
            case DATE_TIME -> value.indexOf('T') > 0 ? moment(OffsetDateTime.parse(value), language) : value;
            case TIME ->
                DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .withLocale(locale(language))
                        .format(LocalTime.parse(value));
            case QUANTITY -> quantity(question, value, language);
            case INTEGER, DECIMAL ->
                question.limits().units().isEmpty()
                        ? value
                        : value + " "
                                + question.limits().units().getFirst().text().in(language);
            case CHOICE, STRING, TEXT, URL -> value;
            case OPEN_CHOICE ->
                value.startsWith(Question.OWN_WORDS) ? value.substring(Question.OWN_WORDS.length()) : value;
        };
    }

    private static String quantity(Question question, String value, Language language) {
        int space = value.indexOf(' ');
        return space < 0
                ? value
                : value.substring(0, space + 1)
                        + question.unit(value.substring(space + 1))
                                .map(unit -> unit.text().in(language))
                                .orElse(value.substring(space + 1));
    }

    private static String date(LocalDate date, Language language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale(language))
                .format(date);
    }

    private static String moment(OffsetDateTime moment, Language language) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(locale(language))
                .format(moment.toLocalDateTime());
    }

    private static String yes(Language language) {
        return switch (language) {
            case EN -> "Yes";
            case ES -> "Sí";
        };
    }

    private static Locale locale(Language language) {
        return Locale.of(language.code(), "US");
    }
}
