package org.rapport.benchmarks;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/**
 * Starts work at fixed instants, however long earlier work takes. Latency is counted from the instant at which an operation was due, so
 * that a stall is seen by everything that had to wait for it.
 */
final class OpenLoop {
    private OpenLoop() {}

    /** @param start given the instant it was due, on the scale of {@link System#nanoTime()}; must not block */
    static void run(int perSecond, Duration length, LongConsumer start) {
        long pause = 1_000_000_000L / perSecond;
        long operations = length.toMillis() * perSecond / 1_000;
        long due = System.nanoTime() + pause;
        for (long n = 0; n < operations; n++, due += pause) {
            long wait;
            while ((wait = due - System.nanoTime()) > 0) {
                if (wait > 100_000) {
                    LockSupport.parkNanos(wait - 50_000);
                } else {
                    Thread.onSpinWait();
                }
            }
            start.accept(due);
        }
    }
}
