package org.rapport.booking.calendars;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has diaries compared with the store in the background, so that no request waits for it. */
final class DiaryLooks implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DiaryLooks.class);

    private final Runnable look;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("diary-looks").daemon().factory());

    DiaryLooks(Runnable look, Duration pause) {
        this.look = look;
        var _ = looking.scheduleWithFixedDelay(this::lookOnce, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What is thrown here would end all looking. */
    private void lookOnce() {
        try {
            look.run();
        } catch (RuntimeException e) {
            // Without the exception's text, which may quote an address.
            log.warn(
                    "own calendars in memory are not compared with the store: {}",
                    e.getClass().getName());
        }
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}
