package org.rapport.matching.referrals;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.rapport.matching.referrals.domain.Clocks;
import org.rapport.matching.referrals.domain.Holidays;
import org.rapport.matching.referrals.domain.PracticeHours;
import org.rapport.matching.referrals.domain.Priority;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * When the practice works, its holidays apart, and how much of that time it gives itself.
 *
 * @param limits for each priority, once the intake is in
 * @param firstContact while nobody answers for somebody yet, or they wait to be rung
 */
@ConfigurationProperties("rapport.matching.clocks")
record ClockSettings(
        Set<DayOfWeek> days, LocalTime opens, LocalTime closes, Map<Priority, Duration> limits, Duration firstContact) {
    Clocks clocks(ZoneId zone, Holidays holidays) {
        return new Clocks(new PracticeHours(zone, days, opens, closes, holidays), limits, firstContact);
    }
}
