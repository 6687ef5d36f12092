package org.rapport.matching.referrals.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Days on which nobody works, and those on which a coordinator does not. Booking-service has them, where staff enter them once.
 *
 * @param holidays of the practice
 */
public record PracticeDays(List<LocalDate> holidays, List<Absence> absences) {
    /** Days on which a coordinator is away. */
    public record Absence(UUID coordinatorId, LocalDate first, LocalDate firstDayBack) {
        boolean covers(LocalDate day) {
            return !day.isBefore(first) && day.isBefore(firstDayBack);
        }
    }

    public static final PracticeDays NONE = new PracticeDays(List.of(), List.of());

    public PracticeDays {
        holidays = holidays.stream().sorted().toList();
        absences = List.copyOf(absences);
    }

    /** Who is away on that day, with the first day back. */
    public Map<UUID, LocalDate> away(LocalDate day) {
        return absences.stream()
                .filter(absence -> absence.covers(day))
                .collect(Collectors.toMap(
                        Absence::coordinatorId, Absence::firstDayBack, (a, b) -> a.isAfter(b) ? a : b));
    }
}
