package org.rapport.matching.referrals.mongo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.matching.referrals.domain.PracticeDays;

/**
 * The practice's days as remembered, dates as text.
 *
 * @param toldAt absent before they were first told
 */
public record DaysDocument(
        List<String> holidays,
        List<Absence> absences,
        @Nullable Instant toldAt) {
    public record Absence(UUID coordinatorId, String first, String firstDayBack) {}

    static DaysDocument of(PracticeDays days, @Nullable Instant toldAt) {
        return new DaysDocument(
                days.holidays().stream().map(LocalDate::toString).toList(),
                days.absences().stream()
                        .map(absence -> new Absence(
                                absence.coordinatorId(),
                                absence.first().toString(),
                                absence.firstDayBack().toString()))
                        .toList(),
                toldAt);
    }

    PracticeDays toDays() {
        return new PracticeDays(
                holidays.stream().map(LocalDate::parse).toList(),
                absences.stream()
                        .map(absence -> new PracticeDays.Absence(
                                absence.coordinatorId(),
                                LocalDate.parse(absence.first()),
                                LocalDate.parse(absence.firstDayBack())))
                        .toList());
    }
}
