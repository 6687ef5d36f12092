package org.rapport.intake.responses.mongo;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leaves the former master key, beside everything else: while it goes on both open what they wrapped. */
public final class Rewrapping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rewrapping.class);

    private final DataKeys keys;
    private final Duration pause;
    private @Nullable Thread running;

    /** @param pause before it is tried again, when the store or a key management service did not answer */
    public Rewrapping(DataKeys keys, Duration pause) {
        this.keys = keys;
        this.pause = pause;
    }

    public void start() {
        running = Thread.ofVirtual().name("rewrapping").start(this::run);
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                LOG.info(
                        "{} data keys were wrapped anew; docs/operations.md says when rapport.intake.former-master-key can go",
                        keys.rewrapAll());
                return;
            } catch (RuntimeException e) {
                LOG.warn(
                        "Not all data keys are wrapped by the new master key yet: {}",
                        e.getClass().getSimpleName());
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public void close() {
        Thread thread = running;
        if (thread != null) {
            thread.interrupt();
        }
    }
}
