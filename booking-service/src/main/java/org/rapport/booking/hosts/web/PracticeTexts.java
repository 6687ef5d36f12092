package org.rapport.booking.hosts.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.rapport.booking.hosts.domain.HoursRules;
import org.rapport.booking.hosts.domain.PracticeAnswers;
import org.rapport.booking.hosts.domain.PracticeAnswers.CallTypeAnswer;
import org.rapport.booking.hosts.domain.PracticeAnswers.HolidayAnswer;
import org.rapport.booking.hosts.domain.PracticeSettings;

/** The practice's settings as texts: in the fields of the form, and read from them. */
final class PracticeTexts {

    private PracticeTexts() {}

    /** Holidays that are over are not shown, and gone with the next change. */
    static PracticeAnswers answers(PracticeSettings settings, LocalDate today) {
        return new PracticeAnswers(
                settings.holidays().stream()
                        .filter(holiday -> !holiday.date().isBefore(today))
                        .map(holiday -> new HolidayAnswer(holiday.date().toString(), holiday.name()))
                        .toList(),
                settings.callTypes().stream()
                        .map(type -> new CallTypeAnswer(
                                type.code(),
                                String.valueOf(type.length().toMinutes()),
                                type.role().name(),
                                type.offeredToAll()))
                        .toList());
    }

    static PracticeAnswers read(Map<String, String> form) {
        List<HolidayAnswer> holidays = new ArrayList<>();
        for (int row = 0; row <= HoursRules.MOST_ROWS && form.containsKey("holidays[" + row + "].date"); row++) {
            String field = "holidays[" + row + "].";
            holidays.add(new HolidayAnswer(form.get(field + "date"), form.get(field + "name")));
        }
        List<CallTypeAnswer> types = new ArrayList<>();
        for (int row = 0; row <= HoursRules.MOST_ROWS && form.containsKey("callTypes[" + row + "].code"); row++) {
            String field = "callTypes[" + row + "].";
            types.add(new CallTypeAnswer(
                    form.get(field + "code"),
                    form.get(field + "minutes"),
                    form.get(field + "role"),
                    form.containsKey(field + "offeredToAll")));
        }
        return new PracticeAnswers(holidays, types);
    }

    /** A box that is ticked has a value, one that is not has none. */
    static Map<String, String> fields(PracticeAnswers answers) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int row = 0; row < answers.holidays().size(); row++) {
            HolidayAnswer holiday = answers.holidays().get(row);
            fields.put("holidays[" + row + "].date", Objects.requireNonNullElse(holiday.date(), ""));
            fields.put("holidays[" + row + "].name", Objects.requireNonNullElse(holiday.name(), ""));
        }
        for (int row = 0; row < answers.callTypes().size(); row++) {
            CallTypeAnswer type = answers.callTypes().get(row);
            fields.put("callTypes[" + row + "].code", Objects.requireNonNullElse(type.code(), ""));
            fields.put("callTypes[" + row + "].minutes", Objects.requireNonNullElse(type.minutes(), ""));
            fields.put("callTypes[" + row + "].role", Objects.requireNonNullElse(type.role(), ""));
            if (type.offeredToAll()) {
                fields.put("callTypes[" + row + "].offeredToAll", "true");
            }
        }
        return fields;
    }
}
