package org.rapport.booking.calendars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.testkit.SettableClock;

/** A provider that hangs holds up other calendars, and nobody else. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(20)
class CalendarReadingsTest {

    private final SettableClock clock = SettableClock.at("2027-01-11T15:00:00Z");
    private final CountDownLatch answers = new CountDownLatch(1);
    private final BlockingQueue<HostId> begun = new LinkedBlockingQueue<>();
    private final Set<HostId> done = ConcurrentHashMap.newKeySet();

    @Test
    void pain_19_whoever_wakes_the_calendars_of_a_provider_that_hangs_goes_on_at_once() throws Exception {
        int calendars = CalendarReadings.AT_ONCE * 3;
        try (CalendarReadings readings = new CalendarReadings(this::hang, clock)) {
            for (int number = 0; number < calendars; number++) {
                readings.begin(host(number));
                readings.begin(host(number));
            }
            for (int number = 0; number < CalendarReadings.AT_ONCE; number++) {
                assertThat(begun.poll(10, TimeUnit.SECONDS)).isNotNull();
            }
            assertThat(begun.poll(200, TimeUnit.MILLISECONDS))
                    .as("no more than so many at once")
                    .isNull();
            assertThat(done).isEmpty();
            answers.countDown();
            for (int number = CalendarReadings.AT_ONCE; number < calendars; number++) {
                assertThat(begun.poll(10, TimeUnit.SECONDS)).isNotNull();
            }
            assertThat(begun.poll(200, TimeUnit.MILLISECONDS))
                    .as("none is read twice")
                    .isNull();
            await().untilAsserted(() -> assertThat(done).as("to their end").hasSize(calendars));
        }
    }

    @Test
    void one_that_could_not_be_read_is_begun_again_later_each_time() throws Exception {
        BlockingQueue<HostId> tries = new LinkedBlockingQueue<>();
        try (CalendarReadings readings = new CalendarReadings(
                host -> {
                    tries.add(host);
                    throw new IllegalStateException("the store is away");
                },
                clock)) {
            readings.begin(host(1));
            assertThat(tries.poll(10, TimeUnit.SECONDS)).isNotNull();
            for (int pause : new int[] {1, 2, 4}) {
                clock.advance(Duration.ofSeconds(pause).minusMillis(1));
                assertThat(begunWithin(Duration.ofMillis(200), readings, tries))
                        .as("before %s s", pause)
                        .isNull();
                clock.advance(Duration.ofMillis(1));
                assertThat(begunWithin(Duration.ofSeconds(10), readings, tries))
                        .as("after %s s", pause)
                        .isNotNull();
            }
        }
    }

    /** As a sweep does that finds it due again and again. */
    private static @Nullable HostId begunWithin(Duration time, CalendarReadings readings, BlockingQueue<HostId> tries)
            throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (tries.isEmpty() && System.nanoTime() < end) {
            readings.begin(host(1));
            Thread.onSpinWait();
        }
        return tries.poll();
    }

    private void hang(HostId host) {
        begun.add(host);
        try {
            answers.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        done.add(host);
    }

    private static HostId host(int number) {
        return new HostId(new UUID(4, number));
    }
}
