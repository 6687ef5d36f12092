package org.rapport.booking.hosts.web;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.hosts.domain.CallTerms;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.HoursAnswers;
import org.rapport.booking.hosts.domain.HoursAnswers.DateAnswer;
import org.rapport.booking.hosts.domain.HoursAnswers.LeaveAnswer;
import org.rapport.booking.hosts.domain.HoursAnswers.TermsAnswer;
import org.rapport.booking.hosts.domain.HoursRules;
import org.rapport.booking.hosts.domain.LocalSpan;
import org.rapport.booking.hosts.domain.WorkingSpan;

/** A host's hours as texts: in the fields of the form, and read from them. Names of fields are the paths that faults name. */
final class HoursTexts {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("h:mm a", Locale.US);
    private static final DateTimeFormatter FULL_HOUR = DateTimeFormatter.ofPattern("h a", Locale.US);

    private HoursTexts() {}

    /** What of it still matters: what is over is not shown, and gone with the next change. */
    static HoursAnswers answers(Host host, LocalDate today, Function<List<LocalSpan>, String> written) {
        Map<DayOfWeek, String> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(
                    day,
                    written.apply(host.hours().week().stream()
                            .filter(span -> span.day() == day)
                            .map(WorkingSpan::hours)
                            .toList()));
        }
        return new HoursAnswers(
                host.hosting(),
                week,
                host.hours().dates().stream()
                        .filter(own -> !own.date().isBefore(today))
                        .map(own -> new DateAnswer(own.date().toString(), written.apply(own.spans())))
                        .toList(),
                host.hours().leaves().stream()
                        .filter(leave -> leave.firstDayBack().isAfter(today))
                        .map(leave -> new LeaveAnswer(
                                leave.first().toString(), leave.firstDayBack().toString(), text(leave.delegate())))
                        .toList(),
                terms(host.terms()),
                String.valueOf(host.weight()));
    }

    /** "9 AM - 12 PM, 1:30 PM - 5 PM". */
    static String onTwelveHours(List<LocalSpan> spans) {
        return spans.stream()
                .map(span -> clock(span.from()) + " - " + clock(span.until()))
                .collect(Collectors.joining(", "));
    }

    /** Reads what {@link #fields} wrote and somebody changed. */
    static HoursAnswers read(Map<String, String> form) {
        Map<DayOfWeek, String> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, form.getOrDefault("week." + day, ""));
        }
        List<DateAnswer> dates = new ArrayList<>();
        for (int row = 0; row <= HoursRules.MOST_ROWS && form.containsKey("dates[" + row + "].date"); row++) {
            String field = "dates[" + row + "].";
            dates.add(new DateAnswer(form.get(field + "date"), form.get(field + "hours")));
        }
        List<LeaveAnswer> leaves = new ArrayList<>();
        for (int row = 0; row <= HoursRules.MOST_ROWS && form.containsKey("leaves[" + row + "].first"); row++) {
            String field = "leaves[" + row + "].";
            leaves.add(new LeaveAnswer(
                    form.get(field + "first"), form.get(field + "firstDayBack"), form.get(field + "delegate")));
        }
        return new HoursAnswers(
                form.containsKey("hosting"),
                week,
                dates,
                leaves,
                new TermsAnswer(
                        form.get("terms.bufferBefore"),
                        form.get("terms.bufferAfter"),
                        form.get("terms.grid"),
                        form.get("terms.minimumNotice"),
                        form.get("terms.horizonDays"),
                        form.get("terms.cutOff"),
                        form.get("terms.perDay"),
                        form.get("terms.perWeek")),
                form.get("weight"));
    }

    static Map<String, String> fields(HoursAnswers answers) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            put(fields, "week." + day, answers.week().get(day));
        }
        for (int row = 0; row < answers.dates().size(); row++) {
            put(fields, "dates[" + row + "].date", answers.dates().get(row).date());
            put(fields, "dates[" + row + "].hours", answers.dates().get(row).hours());
        }
        for (int row = 0; row < answers.leaves().size(); row++) {
            LeaveAnswer leave = answers.leaves().get(row);
            put(fields, "leaves[" + row + "].first", leave.first());
            put(fields, "leaves[" + row + "].firstDayBack", leave.firstDayBack());
            put(fields, "leaves[" + row + "].delegate", leave.delegate());
        }
        TermsAnswer terms = answers.terms();
        put(fields, "terms.bufferBefore", terms.bufferBefore());
        put(fields, "terms.bufferAfter", terms.bufferAfter());
        put(fields, "terms.grid", terms.grid());
        put(fields, "terms.minimumNotice", terms.minimumNotice());
        put(fields, "terms.horizonDays", terms.horizonDays());
        put(fields, "terms.cutOff", terms.cutOff());
        put(fields, "terms.perDay", terms.perDay());
        put(fields, "terms.perWeek", terms.perWeek());
        put(fields, "weight", answers.weight());
        return fields;
    }

    private static TermsAnswer terms(CallTerms terms) {
        return new TermsAnswer(
                minutes(terms.bufferBefore()),
                minutes(terms.bufferAfter()),
                minutes(terms.grid()),
                minutes(terms.minimumNotice()),
                String.valueOf(terms.horizon().toDays()),
                minutes(terms.cutOff()),
                text(terms.perDay()),
                text(terms.perWeek()));
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        fields.put(name, Objects.requireNonNullElse(value, ""));
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value instanceof HostId id ? id.value() : value, "");
    }

    private static String minutes(Duration duration) {
        return String.valueOf(duration.toMinutes());
    }

    private static String clock(LocalTime time) {
        return (time.getMinute() == 0 ? FULL_HOUR : CLOCK).format(time);
    }
}
