package org.rapport.booking.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rapport.booking.hosts.domain.HostId;

/** A provider that hangs holds up other calendars, and nobody else. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(20)
class CalendarReadingsTest {

    private final CountDownLatch answers = new CountDownLatch(1);
    private final BlockingQueue<HostId> begun = new LinkedBlockingQueue<>();
    private final Set<HostId> done = ConcurrentHashMap.newKeySet();

    @Test
    void pain_19_whoever_wakes_the_calendars_of_a_provider_that_hangs_goes_on_at_once() throws Exception {
        int calendars = CalendarReadings.AT_ONCE * 3;
        try (CalendarReadings readings = new CalendarReadings(this::hang)) {
            for (int number = 0; number < calendars; number++) {
                readings.begin(host(number));
                readings.begin(host(number));
            }
            for (int number = 0; number < CalendarReadings.AT_ONCE; number++) {
                assertThat(begun.poll(10, TimeUnit.SECONDS)).isNotNull();
            }
            assertThat(begun).as("no more than so many at once").isEmpty();
            answers.countDown();
            for (int number = CalendarReadings.AT_ONCE; number < calendars; number++) {
                assertThat(begun.poll(10, TimeUnit.SECONDS)).isNotNull();
            }
            assertThat(begun.poll(200, TimeUnit.MILLISECONDS))
                    .as("none is read twice")
                    .isNull();
        }
    }

    @Test
    void one_that_could_not_be_read_is_begun_again() throws Exception {
        CountDownLatch tries = new CountDownLatch(3);
        try (CalendarReadings readings = new CalendarReadings(_ -> {
            tries.countDown();
            throw new IllegalStateException("the store is away");
        })) {
            while (tries.getCount() > 0) {
                readings.begin(host(1));
                Thread.onSpinWait();
            }
        }
        assertThat(tries.getCount()).isZero();
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
