package org.rapport.booking.looks;

import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Has what is kept in memory compared with the store: once before the first request is let in, and from then on in the
 * background, so that no request waits for it.
 */
public final class BackgroundLooks implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(BackgroundLooks.class);

    private final String what;
    private final Runnable look;
    private final UnaryOperator<Duration> pauseAfter;
    private @Nullable Thread looking;

    /**
     * @param what is kept in memory, as the log names it
     * @param look that fails is followed by others
     * @param pauseAfter a look that took so long
     */
    public BackgroundLooks(String what, Runnable look, UnaryOperator<Duration> pauseAfter) {
        this.what = what;
        this.look = look;
        this.pauseAfter = pauseAfter;
    }

    @Override
    public synchronized void start() {
        Duration first = timed();
        looking = Thread.ofPlatform().name("looks at " + what).daemon().start(() -> goOn(first));
    }

    private void goOn(Duration first) {
        try {
            Duration took = first;
            while (true) {
                Thread.sleep(pauseAfter.apply(took));
                took = timed();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration timed() {
        long before = System.nanoTime();
        try {
            look.run();
        } catch (RuntimeException e) {
            // Without the exception's text, which may quote a person or an address.
            log.warn(
                    "{} are not compared with the store: {}", what, e.getClass().getName());
        }
        return Duration.ofNanos(System.nanoTime() - before);
    }

    @Override
    public synchronized void stop() {
        if (looking != null) {
            looking.interrupt();
            looking = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return looking != null;
    }

    /** Before the web server. */
    @Override
    public int getPhase() {
        return 0;
    }
}
