package org.rapport.booking.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DiaryLooksTest {

    @Test
    void a_look_that_fails_is_followed_by_others() throws Exception {
        CountDownLatch looks = new CountDownLatch(3);
        Runnable failing = () -> {
            looks.countDown();
            throw new IllegalStateException("the store is away");
        };
        try (DiaryLooks looking = new DiaryLooks(failing, Duration.ofMillis(1))) {
            assertThat(looks.await(10, TimeUnit.SECONDS)).as("by %s", looking).isTrue();
        }
    }
}
