package org.rapport.booking.visitors.buckets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.visitors.domain.Limited;
import org.rapport.booking.visitors.domain.Rate;
import org.rapport.booking.visitors.domain.Taking;
import org.rapport.testkit.SettableClock;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BucketLimitsTest {

    private final SettableClock clock = SettableClock.at("2027-01-11T15:00:00Z");

    @Test
    void the_third_of_two_a_minute_waits_and_each_comes_back_evenly() {
        BucketLimits limits = limits(100, new Rate(2, Duration.ofMinutes(1)));
        assertThat(take(limits, "a")).isTrue();
        assertThat(take(limits, "a")).isTrue();
        assertThat(limits.take(Limited.HOLDS, "a", 1)).isEqualTo(new Taking.Refused(Duration.ofSeconds(30)));
        clock.advance(Duration.ofSeconds(29));
        assertThat(take(limits, "a")).isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(take(limits, "a")).isTrue();
        assertThat(take(limits, "a")).isFalse();
    }

    @Test
    void what_takes_three_at_once_counts_three_times_or_not_at_all() {
        BucketLimits limits = limits(100, new Rate(5, Duration.ofMinutes(5)));
        assertThat(limits.take(Limited.HOLDS, "a", 3)).isInstanceOf(Taking.Granted.class);
        assertThat(limits.take(Limited.HOLDS, "a", 3)).isEqualTo(new Taking.Refused(Duration.ofMinutes(1)));
        assertThat(take(limits, "a")).isTrue();
        assertThat(take(limits, "a")).isTrue();
        assertThat(take(limits, "a")).isFalse();
    }

    @Test
    void of_two_limits_the_one_that_says_no_counts() {
        BucketLimits limits = limits(100, new Rate(2, Duration.ofMinutes(1)), new Rate(3, Duration.ofDays(1)));
        assertThat(take(limits, "a")).isTrue();
        assertThat(take(limits, "a")).isTrue();
        clock.advance(Duration.ofMinutes(1));
        assertThat(take(limits, "a")).isTrue();
        assertThat(limits.take(Limited.HOLDS, "a", 1))
                .isInstanceOfSatisfying(
                        Taking.Refused.class,
                        refused -> assertThat(refused.after()).isGreaterThan(Duration.ofHours(7)));
    }

    @Test
    void what_one_does_does_not_count_for_another_nor_for_something_else() {
        BucketLimits limits = limits(100, new Rate(1, Duration.ofMinutes(1)));
        assertThat(take(limits, "a")).isTrue();
        assertThat(take(limits, "b")).isTrue();
        assertThat(limits.take(Limited.SENDS, "a", 1)).isInstanceOf(Taking.Granted.class);
        assertThat(take(limits, "a")).isFalse();
    }

    @Test
    void memory_is_bounded_and_who_comes_again_and_again_stays_counted() {
        BucketLimits limits = limits(50, new Rate(1, Duration.ofDays(1)));
        assertThat(take(limits, "often")).isTrue();
        for (int stranger = 0; stranger < 10_000; stranger++) {
            take(limits, "stranger " + stranger);
            if (stranger % 10 == 0) {
                take(limits, "often");
            }
        }
        assertThat(limits.remembered()).isLessThanOrEqualTo(50);
        assertThat(take(limits, "often")).isFalse();
    }

    private BucketLimits limits(long most, Rate... rates) {
        return new BucketLimits(Map.of(Limited.HOLDS, List.of(rates), Limited.SENDS, List.of(rates)), most, clock);
    }

    private static boolean take(BucketLimits limits, String who) {
        return limits.take(Limited.HOLDS, who, 1) instanceof Taking.Granted;
    }
}
