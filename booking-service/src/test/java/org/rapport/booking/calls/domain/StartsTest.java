package org.rapport.booking.calls.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.booking.hosts.domain.Interval;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StartsTest {

    /** Not where a word begins, so that every edge is met. */
    private static final Instant FROM = Instant.parse("2027-01-11T15:00:00Z");

    private static final long FIRST = Quantum.of(FROM);
    private static final Interval STRETCH = new Interval(FROM, Quantum.start(FIRST + 300));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void it_is_a_set_whatever_the_ranges(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 200; round++) {
            TreeSet<Long> expected = new TreeSet<>();
            Starts starts = any(random, expected);
            long from = FIRST - 100 + random.nextInt(500);
            long until = from + random.nextInt(200);
            starts.remove(from, until);
            expected.subSet(from, Math.max(from, until)).clear();
            assertThat(quanta(starts)).containsExactlyElementsOf(expected);
            assertThat(starts.count()).isEqualTo(expected.size());

            TreeSet<Long> others = new TreeSet<>();
            Starts other = any(random, others);
            long first = FIRST - 100 + random.nextInt(500);
            long behindLast = first + 1 + random.nextInt(200);
            Interval range = new Interval(Quantum.start(first), Quantum.start(behindLast));
            TreeSet<Long> fresh = new TreeSet<>(others.subSet(first, behindLast));
            fresh.removeAll(expected);
            List<Long> told = new ArrayList<>();
            starts.addNew(other, range, told::add);
            assertThat(told).containsExactlyElementsOf(fresh);
            expected.addAll(fresh);
            assertThat(quanta(starts)).containsExactlyElementsOf(expected);
            assertThat(quanta(other.within(range))).containsExactlyElementsOf(others.subSet(first, behindLast));
            assertThat(quanta(other.only(range, start -> Quantum.of(start) % 3 == 0)))
                    .containsExactlyElementsOf(others.subSet(first, behindLast).stream()
                            .filter(quantum -> quantum % 3 == 0)
                            .toList());
        }
    }

    @Test
    void stretches_that_do_not_meet_have_nothing_in_common() {
        Starts here = Starts.none(STRETCH);
        Starts there = Starts.none(new Interval(FROM.plus(Duration.ofDays(9)), FROM.plus(Duration.ofDays(10))));
        there.add(Quantum.of(FROM.plus(Duration.ofDays(9))));
        here.addNew(there, new Interval(FROM, FROM.plus(Duration.ofDays(20))), _ -> {});
        assertThat(here.count()).isZero();
    }

    private static Starts any(SplittableRandom random, Set<Long> expected) {
        Starts starts = Starts.none(STRETCH);
        for (int number = random.nextInt(300); number > 0; number--) {
            long quantum = FIRST + random.nextInt(300);
            starts.add(quantum);
            expected.add(quantum);
        }
        return starts;
    }

    private static List<Long> quanta(Starts starts) {
        List<Long> quanta = new ArrayList<>();
        starts.forEach(quanta::add);
        return quanta;
    }
}
