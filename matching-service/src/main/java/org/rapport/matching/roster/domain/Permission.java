package org.rapport.matching.roster.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Why a therapist may see somebody who is in a state, and how long.
 *
 * @param lastDay the last day on which it is valid, past or to come
 * @param compact code of the compact it rests on; absent for a licence of that very state
 */
public record Permission(
        String state, LocalDate lastDay, @Nullable String compact) {
    /** Days ahead within which the end of a permission needs somebody's care. */
    public static final int NOTICE_DAYS = 60;

    public boolean isValid(LocalDate day) {
        return !day.isAfter(lastDay);
    }

    public boolean endsSoon(LocalDate day) {
        return lastDay.isBefore(noticed(day));
    }

    /** The first day on which the end is soon. */
    public LocalDate noticeDay() {
        return lastDay.minusDays(NOTICE_DAYS - 1L);
    }

    private static LocalDate noticed(LocalDate day) {
        return day.plusDays(NOTICE_DAYS);
    }
}
