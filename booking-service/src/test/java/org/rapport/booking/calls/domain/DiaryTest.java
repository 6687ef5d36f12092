package org.rapport.booking.calls.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.MAYA;
import static org.rapport.booking.Examples.coordinator;
import static org.rapport.booking.Examples.everyDay;
import static org.rapport.booking.Examples.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.hosts.domain.HostSchedule;
import org.rapport.booking.hosts.domain.Interval;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DiaryTest {

    private static final HostSchedule SCHEDULE = schedule(coordinator(MAYA, "Maya", everyDay("09:00", "17:00")));
    private static final Interval WEEK =
            new Interval(Instant.parse("2027-01-11T06:00:00Z"), Instant.parse("2027-01-18T06:00:00Z"));

    /** The index of openings takes them out all at once. */
    @Test
    void pain_19_starts_are_taken_out_as_the_rule_says_of_each() {
        Random random = new Random(14);
        Starts atWork = OpeningRules.startsAtWork(SCHEDULE, WEEK);
        for (int round = 0; round < 50; round++) {
            Diary diary = new Diary(busy(WEEK.start(), random), round == 49);
            List<Instant> expected = instants(atWork).stream()
                    .filter(start -> !diary.closed() && !diary.overlaps(SCHEDULE.blocked(start)))
                    .toList();
            assertThat(instants(OpeningRules.openStarts(SCHEDULE, atWork, diary)))
                    .isEqualTo(expected);
        }
        assertThat(instants(OpeningRules.openStarts(SCHEDULE, atWork, Diary.EMPTY)))
                .isNotEmpty()
                .isEqualTo(instants(atWork));
    }

    private static List<Instant> instants(Starts starts) {
        List<Instant> instants = new ArrayList<>();
        starts.forEach(quantum -> instants.add(Quantum.start(quantum)));
        return instants;
    }

    /** To the second, so that no end lies where starts do. */
    private static List<Interval> busy(Instant from, Random random) {
        List<Interval> busy = new ArrayList<>();
        Instant at = from;
        for (int number = 0; number < random.nextInt(60); number++) {
            Instant start = at.plusSeconds(1 + random.nextInt(20_000));
            at = start.plusSeconds(random.nextBoolean() ? 1_800 : 1 + random.nextInt(10_000));
            busy.add(new Interval(start, at));
        }
        return busy;
    }

    @Test
    void pain_19_a_diary_finds_what_a_look_at_every_time_finds() {
        Random random = new Random(19);
        for (int round = 0; round < 200; round++) {
            List<Interval> busy = new ArrayList<>();
            Instant at = Instant.parse("2027-01-11T15:00:00Z");
            for (int number = 0; number < random.nextInt(20); number++) {
                Instant start = at.plus(Duration.ofMinutes(1 + random.nextInt(90)));
                at = start.plus(Duration.ofMinutes(1 + random.nextInt(90)));
                busy.add(new Interval(start, at));
            }
            Diary diary = new Diary(busy, false);
            for (int probe = 0; probe < 50; probe++) {
                Instant start = Instant.parse("2027-01-11T15:00:00Z").plus(Duration.ofMinutes(random.nextInt(2_000)));
                Interval time = new Interval(start, start.plus(Duration.ofMinutes(1 + random.nextInt(60))));
                assertThat(diary.overlaps(time)).isEqualTo(busy.stream().anyMatch(time::overlaps));
            }
        }
    }
}
