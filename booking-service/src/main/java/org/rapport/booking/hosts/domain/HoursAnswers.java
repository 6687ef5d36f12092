package org.rapport.booking.hosts.domain;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A host's hours and terms as somebody typed them, not yet checked.
 *
 * @param week one line for each day, as {@link HoursText} reads it
 */
public record HoursAnswers(
        boolean hosting,
        Map<DayOfWeek, String> week,
        List<DateAnswer> dates,
        List<LeaveAnswer> leaves,
        TermsAnswer terms,
        @Nullable String weight) {

    public HoursAnswers {
        week = Map.copyOf(week);
        dates = List.copyOf(dates);
        leaves = List.copyOf(leaves);
    }

    /** A row with nothing in it is none. */
    public record DateAnswer(
            @Nullable String date, @Nullable String hours) {

        boolean isEmpty() {
            return FieldReader.trimmed(date).isEmpty()
                    && FieldReader.trimmed(hours).isEmpty();
        }
    }

    /** @param delegate id of a host; nobody if empty */
    public record LeaveAnswer(
            @Nullable String first,
            @Nullable String firstDayBack,
            @Nullable String delegate) {

        boolean isEmpty() {
            return FieldReader.trimmed(first).isEmpty()
                    && FieldReader.trimmed(firstDayBack).isEmpty();
        }
    }

    /** All in minutes, the horizon in days, the caps in calls. */
    public record TermsAnswer(
            @Nullable String bufferBefore,
            @Nullable String bufferAfter,
            @Nullable String grid,
            @Nullable String minimumNotice,
            @Nullable String horizonDays,
            @Nullable String cutOff,
            @Nullable String perDay,
            @Nullable String perWeek) {}
}
