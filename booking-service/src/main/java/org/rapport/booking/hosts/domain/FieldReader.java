package org.rapport.booking.hosts.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.hosts.domain.HoursText.Reading;
import org.rapport.booking.hosts.domain.SettingFault.Kind;

/** Reads field after field and notes every fault, so that nobody has to submit a form five times. */
final class FieldReader {

    private static final int LONGEST_NUMBER = 6;
    private static final int FARTHEST_YEAR = 9_999;
    private final List<SettingFault> faults = new ArrayList<>();

    List<SettingFault> faults() {
        return List.copyOf(faults);
    }

    void fault(String field, Kind kind) {
        faults.add(SettingFault.of(field, kind));
    }

    /** A whole number; {@code least} where it is faulty, which nobody sees. */
    int number(String field, @Nullable String text, int least, int most) {
        String digits = trimmed(text);
        if (digits.matches("[0-9]{1," + LONGEST_NUMBER + "}")) {
            int number = Integer.parseInt(digits);
            if (number >= least && number <= most) {
                return number;
            }
        }
        faults.add(new SettingFault(field, Kind.NUMBER, least, most));
        return least;
    }

    @Nullable
    Integer limit(String field, @Nullable String text, int most) {
        return trimmed(text).isEmpty() ? null : Integer.valueOf(number(field, text, 1, most));
    }

    List<LocalSpan> hours(String field, @Nullable String text) {
        return switch (HoursText.read(text)) {
            case Reading.Hours(List<LocalSpan> spans) -> spans;
            case Reading.Faulty(Kind kind) -> {
                fault(field, kind);
                yield List.of();
            }
        };
    }

    Optional<LocalDate> date(String field, @Nullable String text) {
        String written = trimmed(text);
        if (written.isEmpty()) {
            fault(field, Kind.DATE_MISSING);
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.parse(written);
            if (date.getYear() > 0 && date.getYear() <= FARTHEST_YEAR) {
                return Optional.of(date);
            }
        } catch (DateTimeException noSuchDay) {
            // Told like any other text that is no date.
        }
        fault(field, Kind.DATE_UNREADABLE);
        return Optional.empty();
    }

    /** A date from {@code today} on. */
    Optional<LocalDate> dateAhead(String field, @Nullable String text, LocalDate today) {
        Optional<LocalDate> date = date(field, text);
        if (date.filter(day -> day.isBefore(today)).isPresent()) {
            fault(field, Kind.DATE_OVER);
            return Optional.empty();
        }
        return date;
    }

    /** @param list whose rows are told from 0 */
    void atMost(int rows, String list, String field, List<?> given) {
        if (given.size() > rows) {
            faults.add(new SettingFault(list + "[" + rows + "]." + field, Kind.TOO_MANY_ROWS, 0, rows));
        }
    }

    static String trimmed(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
