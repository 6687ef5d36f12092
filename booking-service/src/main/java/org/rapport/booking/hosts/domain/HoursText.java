package org.rapport.booking.hosts.domain;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.hosts.domain.SettingFault.Kind;

/** Hours of a day as people write them in one line: {@code 9-12, 1:30 PM - 5 PM} or {@code 09:00-12:00, 13:30-17:00}. */
public final class HoursText {

    private static final String TIME = "(\\d{1,2})(?:[:.](\\d{2}))?\\s*(am|pm|a\\.m\\.|p\\.m\\.)?";
    private static final Pattern SPAN = Pattern.compile(TIME + "\\s*(?:-|\u2013|\u2014|to|until)\\s*" + TIME);
    private static final int GROUPS_OF_A_TIME = 3;
    private static final int LONGEST = 200;

    private HoursText() {}

    /** What was read, or the fault in it; nothing written, or "closed", is no hours. */
    public sealed interface Reading {

        record Hours(List<LocalSpan> spans) implements Reading {

            public Hours {
                spans = List.copyOf(spans);
            }
        }

        record Faulty(Kind kind) implements Reading {}
    }

    public static Reading read(@Nullable String text) {
        String written = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        if (written.isEmpty() || written.equals("closed")) {
            return new Reading.Hours(List.of());
        }
        if (written.length() > LONGEST) {
            return new Reading.Faulty(Kind.HOURS_UNREADABLE);
        }
        List<LocalSpan> spans = new ArrayList<>();
        for (String part : written.split("[,;]|\\band\\b", -1)) {
            Matcher matcher = SPAN.matcher(part.strip());
            Optional<LocalTime> until = matcher.matches() ? time(matcher, 1 + GROUPS_OF_A_TIME) : Optional.empty();
            Optional<LocalTime> from = until.flatMap(end -> start(matcher, end));
            if (until.isEmpty() || from.isEmpty()) {
                return new Reading.Faulty(Kind.HOURS_UNREADABLE);
            }
            if (!until.get().equals(LocalTime.MIDNIGHT) && !from.get().isBefore(until.get())) {
                return new Reading.Faulty(Kind.HOURS_BACKWARDS);
            }
            LocalSpan span = new LocalSpan(from.get(), until.get());
            if (spans.stream().anyMatch(span::overlaps)) {
                return new Reading.Faulty(Kind.HOURS_OVERLAP);
            }
            spans.add(span);
        }
        spans.sort(Comparator.comparing(LocalSpan::from));
        return new Reading.Hours(spans);
    }

    /** On a clock of 24 hours; {@link #read} reads it back. */
    public static String written(List<LocalSpan> spans) {
        return spans.stream().map(span -> span.from() + "-" + span.until()).collect(Collectors.joining(", "));
    }

    /** "1 - 5 PM" begins in the afternoon, "9 - 5 PM" cannot; "8 - 12 AM" could be either, and is not guessed. */
    private static Optional<LocalTime> start(Matcher matcher, LocalTime end) {
        String half = matcher.group(2 * GROUPS_OF_A_TIME);
        if (half == null || matcher.group(GROUPS_OF_A_TIME) != null) {
            return time(matcher, 1);
        }
        if (end.equals(LocalTime.MIDNIGHT)) {
            return Optional.empty();
        }
        return time(matcher, 1, half).filter(from -> from.isBefore(end)).or(() -> time(matcher, 1));
    }

    private static Optional<LocalTime> time(Matcher matcher, int group) {
        return time(matcher, group, matcher.group(group + 2));
    }

    private static Optional<LocalTime> time(Matcher matcher, int group, @Nullable String half) {
        int hour = Integer.parseInt(matcher.group(group));
        int minute = matcher.group(group + 1) == null ? 0 : Integer.parseInt(matcher.group(group + 1));
        if (minute > 59 || (half != null && (hour < 1 || hour > 12))) {
            return Optional.empty();
        }
        if (half != null) {
            return Optional.of(LocalTime.of(hour % 12 + (half.startsWith("p") ? 12 : 0), minute));
        }
        boolean endOfDay = hour == 24 && minute == 0;
        return hour > 23 && !endOfDay ? Optional.empty() : Optional.of(LocalTime.of(hour % 24, minute));
    }
}
