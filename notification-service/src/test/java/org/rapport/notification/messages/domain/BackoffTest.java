package org.rapport.notification.messages.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class BackoffTest {
    private final Backoff backoff = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(15));

    @ParameterizedTest
    @CsvSource({
        "1, 0, PT5S",
        "2, 0, PT10S",
        "3, 0, PT20S",
        "9, 0, PT15M",
        "1000000, 0, PT15M",
        "1, 0.5, PT4.5S",
        "9, 0.5, PT13M30S"
    })
    void waits_double_up_to_the_longest_and_jitter_takes_some_off(int attempt, double jitter, Duration expected) {
        assertThat(backoff.after(attempt, jitter)).isEqualTo(expected);
    }
}
