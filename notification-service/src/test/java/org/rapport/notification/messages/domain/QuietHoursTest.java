package org.rapport.notification.messages.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
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
}
