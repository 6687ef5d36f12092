package org.rapport.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SettableClockTest {
    private final SettableClock clock = SettableClock.at("2026-11-01T05:30:00Z");

    @Test
    void it_moves_only_when_told() {
        clock.advance(Duration.ofHours(1));
        assertThat(clock.instant()).isEqualTo("2026-11-01T06:30:00Z");

        clock.set(Instant.parse("2026-10-31T00:00:00Z"));
        assertThat(clock.instant()).isEqualTo("2026-10-31T00:00:00Z");
    }

    @Test
    void its_clocks_of_other_zones_move_along() {
        Clock chicago = clock.withZone(ZoneId.of("America/Chicago"));

        clock.advance(Duration.ofHours(2));

        assertThat(LocalDateTime.now(chicago)).isEqualTo("2026-11-01T01:30:00");
    }
}
