package org.rapport.notification.messages;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.rapport.notification.messages.application.AlertLateHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks again and again whether messages go out in time; a store that is away does not end it. */
final class LateWatch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LateWatch.class);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("late-watch").daemon().factory());

    LateWatch(AlertLateHandler alert, Duration every) {
        var _ = thread.scheduleWithFixedDelay(
                () -> look(alert), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void look(AlertLateHandler alert) {
        try {
            alert.handle();
        } catch (RuntimeException failure) {
            log.warn("whether messages are late cannot be told: {}", failure.toString());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
