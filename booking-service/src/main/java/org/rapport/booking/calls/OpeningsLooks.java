package org.rapport.booking.calls;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.application.IndexUpkeep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Has the openings in memory loaded before the first request is let in, and compared with the store from then on. The
 * pauses grow with the time a look takes, so that looking costs a twentieth of it at most.
 */
final class OpeningsLooks implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OpeningsLooks.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int PAUSE_PER_LOOK = 20;

    private final IndexUpkeep upkeep;
    private boolean loaded;
    private @Nullable Thread looking;

    OpeningsLooks(IndexUpkeep upkeep) {
        this.upkeep = upkeep;
    }

    @Override
    public synchronized void start() {
        lookOnce();
        looking = Thread.ofPlatform().name("openings-looks").daemon().start(this::goOn);
    }

    private void goOn() {
        try {
            Duration pause = SHORTEST_PAUSE;
            while (true) {
                Thread.sleep(pause);
                long before = System.nanoTime();
                lookOnce();
                pause = pauseAfter(Duration.ofNanos(System.nanoTime() - before));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookOnce() {
        try {
            if (loaded) {
                upkeep.look();
            } else {
                upkeep.load();
                loaded = true;
            }
        } catch (RuntimeException e) {
            // What was told of meanwhile may have been missed, so all is read again.
            loaded = false;
            // Openings come from the store meanwhile. Without the exception's text, which may quote a person.
            log.warn(
                    "the openings in memory are not compared with the store: {}",
                    e.getClass().getName());
        }
    }

    private static Duration pauseAfter(Duration look) {
        Duration pause = look.multipliedBy(PAUSE_PER_LOOK);
        if (pause.compareTo(SHORTEST_PAUSE) < 0) {
            return SHORTEST_PAUSE;
        }
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
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
