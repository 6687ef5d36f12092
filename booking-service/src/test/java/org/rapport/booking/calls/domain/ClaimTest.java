package org.rapport.booking.calls.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.MAYA;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.hosts.domain.Interval;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClaimTest {

    private static final long FIVE_MINUTES = Duration.ofMinutes(5).toMillis();
    private static final long FOUR_HOURS = Duration.ofHours(4).toMillis();

    @Test
    void a_call_of_twenty_minutes_with_ten_after_claims_six_quanta() {
        Instant nine = Instant.parse("2027-01-12T15:00:00Z");
        assertThat(Claim.covering(MAYA, new Interval(nine, nine.plusSeconds(30 * 60))))
                .extracting(Claim::key)
                .hasSize(6)
                .startsWith("host|c0000000-0000-4000-8000-000000000001|" + nine.getEpochSecond() / 300)
                .endsWith("host|c0000000-0000-4000-8000-000000000001|" + (nine.getEpochSecond() / 300 + 5));
    }

    @Test
    void the_end_is_not_claimed_but_a_millisecond_more_is() {
        Instant nine = Instant.parse("2027-01-12T15:00:00Z");
        assertThat(Claim.covering(MAYA, new Interval(nine, nine.plusSeconds(300))))
                .hasSize(1);
        assertThat(Claim.covering(MAYA, new Interval(nine, nine.plusSeconds(300).plusMillis(1))))
                .hasSize(2);
    }

    /** Overlap, not equality: the pain of those who compared starts. */
    @Test
    void intervals_that_overlap_share_a_claim() {
        int overlapping = 0;
        for (long seed = 1; seed <= 1000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            long start = random.nextLong(100_000_000);
            Interval first = interval(start, random);
            Interval second = interval(start + random.nextLong(-FOUR_HOURS, FOUR_HOURS + 1), random);
            Set<Claim> shared = new HashSet<>(Claim.covering(MAYA, first));
            shared.retainAll(Claim.covering(MAYA, second));
            if (first.overlaps(second)) {
                overlapping++;
                assertThat(shared).as("seed %d: %s and %s", seed, first, second).isNotEmpty();
            }
        }
        assertThat(overlapping).isBetween(300, 900);
    }

    private static Interval interval(long earliest, SplittableRandom random) {
        long start = near(earliest, random);
        long end = near(start + random.nextLong(FOUR_HOURS), random);
        return new Interval(Instant.ofEpochMilli(start), Instant.ofEpochMilli(Math.max(start + 1, end)));
    }

    /** Often moved to where a quantum begins, or a millisecond or two beside it: there the counting can go wrong. */
    private static long near(long moment, SplittableRandom random) {
        return random.nextBoolean()
                ? moment
                : Math.floorDiv(moment, FIVE_MINUTES) * FIVE_MINUTES + random.nextInt(-2, 3);
    }
}
