package org.rapport.booking.looks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BackgroundLooksTest {

    @Test
    void a_look_that_fails_is_followed_by_others() throws Exception {
        CountDownLatch looks = new CountDownLatch(3);
        BackgroundLooks looking = new BackgroundLooks(
                "tests",
                () -> {
                    looks.countDown();
                    throw new IllegalStateException("the store is away");
                },
                _ -> Duration.ofMillis(1));
        looking.start();
        try {
            assertThat(looks.await(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            looking.stop();
        }
    }

    @Test
    void nothing_is_looked_at_before_the_start_and_once_before_requests_are_let_in() {
        AtomicInteger looks = new AtomicInteger();
        BackgroundLooks looking = new BackgroundLooks("tests", looks::incrementAndGet, _ -> Duration.ofHours(1));
        assertThat(looks).hasValue(0);
        looking.start();
        try {
            assertThat(looks).hasValue(1);
        } finally {
            looking.stop();
        }
        assertThat(looking.isRunning()).isFalse();
    }
}
