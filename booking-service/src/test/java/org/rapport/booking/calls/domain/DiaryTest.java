package org.rapport.booking.calls.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.hosts.domain.Interval;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DiaryTest {

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
