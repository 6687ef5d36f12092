package org.rapport.booking.hosts.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settings of the practice as somebody typed them, not yet checked. */
public record PracticeAnswers(List<HolidayAnswer> holidays, List<CallTypeAnswer> callTypes) {

    public PracticeAnswers {
        holidays = List.copyOf(holidays);
        callTypes = List.copyOf(callTypes);
    }

    /** A row with nothing in it is none. */
    public record HolidayAnswer(
            @Nullable String date, @Nullable String name) {

        boolean isEmpty() {
            return FieldReader.trimmed(date).isEmpty()
                    && FieldReader.trimmed(name).isEmpty();
        }
    }

    public record CallTypeAnswer(
            @Nullable String code,
            @Nullable String minutes,
            @Nullable String role,
            boolean offeredToAll) {

        boolean isEmpty() {
            return FieldReader.trimmed(code).isEmpty()
                    && FieldReader.trimmed(minutes).isEmpty();
        }
    }
}
