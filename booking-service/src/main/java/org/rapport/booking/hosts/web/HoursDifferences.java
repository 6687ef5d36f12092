package org.rapport.booking.hosts.web;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.hosts.domain.HoursAnswers;
import org.rapport.booking.hosts.domain.HoursAnswers.DateAnswer;
import org.rapport.booking.hosts.domain.HoursAnswers.LeaveAnswer;
import org.rapport.booking.hosts.domain.HoursText;
import org.rapport.booking.hosts.domain.HoursText.Reading;
import org.springframework.context.MessageSource;

/** What is stored now, where it means something else than what was typed; rows by their dates, wherever they stand. */
final class HoursDifferences {

    private final MessageSource messages;
    private final Locale locale;
    private final UnaryOperator<String> names;

    /** @param names of colleagues by id */
    HoursDifferences(MessageSource messages, Locale locale, UnaryOperator<String> names) {
        this.messages = messages;
        this.locale = locale;
        this.names = names;
    }

    List<String> between(HoursAnswers typed, HoursAnswers stored) {
        List<String> told = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            String hours = hours(stored.week().get(day));
            if (!hours.equals(hours(typed.week().get(day)))) {
                told.add(SettingTexts.label("week." + day, messages, locale) + ": " + shown(hours));
            }
        }
        rows(dates(typed), dates(stored), "date", told);
        rows(leaves(typed), leaves(stored), "leave", told);
        Map<String, String> mine = HoursTexts.fields(typed);
        HoursTexts.fields(stored).forEach((field, value) -> {
            if (field.startsWith("terms.")
                    && !value.equals(mine.getOrDefault(field, "").strip())) {
                told.add(SettingTexts.label(field, messages, locale) + ": " + shown(value));
            }
        });
        if (typed.hosting() != stored.hosting()) {
            told.add(text(stored.hosting() ? "hosting" : "not-hosting"));
        }
        return told;
    }

    /** What is stored otherwise than typed, then what is typed and not stored. */
    private void rows(Map<String, String> typed, Map<String, String> stored, String what, List<String> told) {
        stored.forEach((key, value) -> {
            if (!value.equals(typed.get(key))) {
                told.add(text("stale." + what, key, value));
            }
        });
        typed.keySet().stream()
                .filter(key -> !stored.containsKey(key))
                .forEach(key -> told.add(text("stale.no-" + what, key)));
    }

    private Map<String, String> dates(HoursAnswers answers) {
        return byKey(answers.dates(), DateAnswer::date, date -> shown(hours(date.hours())));
    }

    private Map<String, String> leaves(HoursAnswers answers) {
        return byKey(
                answers.leaves(),
                LeaveAnswer::first,
                leave -> text("stale.leave.until", trimmed(leave.firstDayBack()), delegate(leave)));
    }

    private String delegate(LeaveAnswer leave) {
        String id = trimmed(leave.delegate());
        return id.isEmpty() ? text("nobody") : names.apply(id);
    }

    private static <T> Map<String, String> byKey(
            List<T> rows, Function<T, @Nullable String> key, Function<T, String> value) {
        Map<String, String> byKey = new LinkedHashMap<>();
        for (T row : rows) {
            String name = trimmed(key.apply(row));
            if (!name.isEmpty()) {
                byKey.put(name, value.apply(row));
            }
        }
        return byKey;
    }

    /** In one way of writing, so that "9-12" is "9 AM - 12 PM"; what cannot be read as it was typed. */
    private static String hours(@Nullable String typed) {
        return switch (HoursText.read(typed)) {
            case Reading.Hours read -> HoursTexts.onTwelveHours(read.spans());
            case Reading.Faulty _ -> trimmed(typed);
        };
    }

    private String shown(String value) {
        return value.isEmpty() ? text("empty") : value;
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage("booking.hours." + key, arguments, locale);
    }

    private static String trimmed(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").strip();
    }
}
