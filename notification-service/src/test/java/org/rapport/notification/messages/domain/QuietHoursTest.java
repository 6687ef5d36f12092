package org.rapport.notification.messages.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class QuietHoursTest {
    private final QuietHours hours = new QuietHours(LocalTime.of(20, 0), LocalTime.of(9, 0));

    @ParameterizedTest
    @CsvSource({
        "America/Chicago,     2026-11-24T15:00:00Z, 2026-11-24T15:00:00Z", // 09:00
        "America/Chicago,     2026-11-24T14:59:59Z, 2026-11-24T15:00:00Z",
        "America/Chicago,     2026-11-25T01:59:59Z, 2026-11-25T01:59:59Z", // 19:59:59
        "America/Chicago,     2026-11-25T02:00:00Z, 2026-11-25T15:00:00Z", // 20:00
        "America/Chicago,     2026-11-24T06:00:00Z, 2026-11-24T15:00:00Z", // midnight
        "America/Los_Angeles, 2026-11-24T16:00:00Z, 2026-11-24T17:00:00Z",
        "America/Chicago,     2026-11-01T02:00:00Z, 2026-11-01T15:00:00Z", // the night clocks go back
        "America/Chicago,     2026-03-08T03:00:00Z, 2026-03-08T14:00:00Z", // the night they go forward
    })
    void a_phone_rests_from_eight_to_nine_on_its_own_clock(ZoneId zone, Instant now, Instant earliest) {
        assertThat(hours.earliest(now, zone)).isEqualTo(earliest);
    }

    /**
     * Around every change of the clocks of every zone of a decade: nothing goes early into the quiet hours, nothing is told to
     * go before now, nothing waits longer than it must, and no night lasts longer than it does with its extra hour.
     */
    @Test
    void over_every_change_of_the_clocks_texts_rest_at_night_and_no_longer() {
        Random random = new Random(17);
        Instant begin = Instant.parse("2024-01-01T00:00:00Z");
        Instant end = Instant.parse("2034-01-01T00:00:00Z");
        int changes = 0;
        for (String name : ZoneId.getAvailableZoneIds()) {
            ZoneId zone = ZoneId.of(name);
            ZoneOffsetTransition change = zone.getRules().nextTransition(begin);
            while (change != null && change.getInstant().isBefore(end)) {
                changes++;
                for (int sample = 0; sample < 8; sample++) {
                    Instant now = change.getInstant().plusSeconds(random.nextInt(-172_800, 172_800));
                    assertRests(now, zone);
                }
                change = zone.getRules().nextTransition(change.getInstant());
            }
        }
        assertThat(changes).isGreaterThan(1_000);
    }

    private void assertRests(Instant now, ZoneId zone) {
        Instant earliest = hours.earliest(now, zone);
        LocalTime local = earliest.atZone(zone).toLocalTime();
        assertThat(earliest).as("%s in %s", now, zone).isAfterOrEqualTo(now);
        assertThat(isQuiet(local)).as("%s in %s goes at %s", now, zone, local).isFalse();
        assertThat(Duration.between(now, earliest)).as("%s in %s", now, zone).isLessThanOrEqualTo(Duration.ofHours(14));
        if (earliest.isAfter(now)) {
            assertThat(isQuiet(earliest.minusSeconds(1).atZone(zone).toLocalTime()))
                    .as("%s in %s waits no longer than it must", now, zone)
                    .isTrue();
        }
    }

    private static boolean isQuiet(LocalTime time) {
        return time.isBefore(LocalTime.of(9, 0)) || !time.isBefore(LocalTime.of(20, 0));
    }
}
