package org.rapport.booking.calls.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.MAYA;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.hosts.domain.Interval;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClaimTest {

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
    @Property
    void intervals_that_overlap_share_a_claim(
            @ForAll @LongRange(max = 100_000_000) long firstStart,
            @ForAll @LongRange(min = 1, max = 14_400_000) long firstLength,
            @ForAll @LongRange(min = -14_400_000, max = 14_400_000) long offset,
            @ForAll @LongRange(min = 1, max = 14_400_000) long secondLength) {
        Interval first = milliseconds(firstStart, firstLength);
        Interval second = milliseconds(firstStart + offset, secondLength);
        Set<Claim> shared = new HashSet<>(Claim.covering(MAYA, first));
        shared.retainAll(Claim.covering(MAYA, second));
        if (first.overlaps(second)) {
            assertThat(shared).isNotEmpty();
        }
    }

    private static Interval milliseconds(long start, long length) {
        return new Interval(Instant.ofEpochMilli(start), Instant.ofEpochMilli(start + length));
    }
}
