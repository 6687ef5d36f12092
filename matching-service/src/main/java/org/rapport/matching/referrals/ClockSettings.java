package org.rapport.matching.referrals;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rapport.matching.referrals.domain.Clocks;
import org.rapport.matching.referrals.domain.PracticeHours;
import org.rapport.matching.referrals.domain.Priority;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * When the practice works and how much of that time it gives itself.
 *
 * @param holidays dates on which nobody works
 * @param limits for each priority, once the intake is in
 * @param firstContact while nobody answers for somebody yet, or they wait to be rung
 */
@ConfigurationProperties("rapport.matching.clocks")
record ClockSettings(
        Set<DayOfWeek> days,
        LocalTime opens,
        LocalTime closes,
        @Nullable Set<LocalDate> holidays,
        Map<Priority, Duration> limits,
        Duration firstContact) {
    Clocks clocks(ZoneId zone) {
        return new Clocks(
                new PracticeHours(zone, days, opens, closes, holidays == null ? Set.of() : holidays),
                limits,
                firstContact);
    }
}
