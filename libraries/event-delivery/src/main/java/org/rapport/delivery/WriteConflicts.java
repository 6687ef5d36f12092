package org.rapport.delivery;

import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Writes again what the store broke off, having written nothing, because others were writing the same keys just then.
 *
 * <p>The first attempts go side by side; repeats stand in line after a random pause that grows. Repeated at once and
 * together, writes that wait for each other until the store breaks one off would meet again for ever.
 */
final class WriteConflicts {
    static final int WRITE_CONFLICT = 112;
    /** DocumentDB on PostgreSQL hands on "deadlock detected": SQLSTATE 40P01, six bits a character. */
    static final int DEADLOCK = 16_908_292;

    static final int ATTEMPTS = 8;
    private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long LAST_PAUSE = TimeUnit.SECONDS.toNanos(1);

    private final Lock line = new ReentrantLock();

    /** @throws MongoException any other one at once; this one when the last attempt was broken off too */
    <T> T overcome(Supplier<T> write) {
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt == 1 ? write.get() : repeat(write, attempt);
            } catch (MongoException e) {
                if (!isBrokenOff(e) || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static boolean isBrokenOff(MongoException e) {
        return e.getCode() == WRITE_CONFLICT || e.getCode() == DEADLOCK;
    }

    private <T> T repeat(Supplier<T> write, int attempt) {
        long pause = Math.min(LAST_PAUSE, FIRST_PAUSE << (attempt - 2));
        try {
            TimeUnit.NANOSECONDS.sleep(ThreadLocalRandom.current().nextLong(pause / 2, pause));
            line.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MongoInterruptedException("interrupted before a write was repeated", e);
        }
        try {
            return write.get();
        } finally {
            line.unlock();
        }
    }
}
