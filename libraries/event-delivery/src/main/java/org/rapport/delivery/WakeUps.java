package org.rapport.delivery;

import com.mongodb.MongoException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes documents when their {@code wakeAt} has come. Only the earliest one is remembered; the store knows the rest.
 *
 * <ol>
 *   <li>Every write tells its {@code wakeAt}; the thread sleeps until the earliest, by the application's clock.
 *   <li>It asks the store for what is due, the longest due first, and wakes each; so many at once, none twice at once.
 *   <li>Whoever is woken loads, decides and writes under the version: of two instances, one write wins.
 *   <li>One that fails stays due and is tried again, later each time, without holding up the others.
 *   <li>As a safety net (another instance's writes, a crash, a clock set forward) the store is asked anyway, at start and
 *       at every pause of the sweep.
 * </ol>
 */
public final class WakeUps implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(WakeUps.class);
    private static final int AT_ONCE = 16;
    private static final int BATCH = 1_000;
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LAST_RETRY = Duration.ofMinutes(1);

    private record Sleeper(MongoCollection<Document> home, Consumer<String> wake) {}

    private record Failure(int times, Instant retryAt) {}

    private final Clock clock;
    private final Duration sweepPause;
    private final Collection<Sleeper> sleepers = new CopyOnWriteArrayList<>();
    private final Collection<String> underWay = ConcurrentHashMap.newKeySet();
    private final Map<String, Failure> failures = new ConcurrentHashMap<>();
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final ExecutorService wakers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("wake-", 0).factory());
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread = Thread.ofPlatform().name("wake-ups").daemon().unstarted(this::run);
    private Instant next = Instant.MIN;
    private volatile boolean closed;

    WakeUps(Clock clock, Duration sweepPause) {
        this.clock = clock;
        this.sweepPause = sweepPause;
    }

    /** @param wake called with the id of a document that is due; it must move or clear {@code wakeAt}, or throw */
    public void on(Documents<?> documents, Consumer<String> wake) {
        sleepers.add(new Sleeper(documents.collection(), wake));
        sweep();
    }

    /** Looks for due documents now, for example after the clock was set. */
    public void sweep() {
        told(Instant.MIN);
    }

    void start() {
        thread.start();
    }

    void told(Instant wakeAt) {
        lock.lock();
        try {
            if (wakeAt.isBefore(next)) {
                next = wakeAt;
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        while (!closed) {
            try {
                sleep();
                for (Sleeper sleeper : sleepers) {
                    wakeDue(sleeper);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (MongoException e) {
                log.warn("the store cannot be asked who is due: {}", e.toString());
                told(clock.instant().plus(FIRST_RETRY));
            } catch (RuntimeException e) {
                // A fault of ours; it may not end all waking.
                log.error("who is due cannot be told", e);
                told(clock.instant().plus(LAST_RETRY));
            }
        }
    }

    private void sleep() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = sweepPause.toNanos();
            while (left > 0 && next.isAfter(clock.instant())) {
                long untilNext = next.equals(Instant.MAX)
                        ? left
                        : Duration.between(clock.instant(), next).toNanos();
                long wait = Math.min(left, Math.max(TimeUnit.MILLISECONDS.toNanos(1), untilNext));
                left -= wait - Math.max(0, changed.awaitNanos(wait));
            }
            next = Instant.MAX;
        } finally {
            lock.unlock();
        }
    }

    private void wakeDue(Sleeper sleeper) throws InterruptedException {
        Instant now = clock.instant();
        // All of them, not a first page: many that fail must not hide the ones behind them.
        FindIterable<Document> due = sleeper.home()
                .find(Filters.lte("wakeAt", now))
                .projection(Projections.include("_id"))
                .sort(Sorts.ascending("wakeAt"))
                .batchSize(BATCH);
        try (MongoCursor<Document> cursor = due.iterator()) {
            while (cursor.hasNext()) {
                if (cursor.next().get("_id") instanceof String id) {
                    wake(sleeper, id, now);
                } else {
                    log.error(
                            "a document of {} has no id of ours and is passed over",
                            sleeper.home().getNamespace());
                }
            }
        }
        Document later = sleeper.home()
                .find(Filters.gt("wakeAt", now))
                .projection(Projections.include("wakeAt"))
                .sort(Sorts.ascending("wakeAt"))
                .first();
        if (later != null) {
            told(later.getDate("wakeAt").toInstant());
        }
    }

    private void wake(Sleeper sleeper, String id, Instant now) throws InterruptedException {
        String name = sleeper.home().getNamespace() + "/" + id;
        Failure failure = failures.get(name);
        if (failure != null && failure.retryAt().isAfter(now)) {
            told(failure.retryAt());
            return;
        }
        if (!underWay.add(name)) {
            return;
        }
        room.acquire();
        wakers.execute(() -> {
            try {
                sleeper.wake().accept(id);
                failures.remove(name);
            } catch (RuntimeException e) {
                Failure again = later(failures.get(name), clock.instant());
                failures.put(name, again);
                told(again.retryAt());
                // Without the exception's text, which may quote a person.
                log.warn(
                        "{} not woken, tried again at {}: {} at {}",
                        name,
                        again.retryAt(),
                        e.getClass().getName(),
                        e.getStackTrace().length == 0 ? "" : e.getStackTrace()[0]);
            } finally {
                underWay.remove(name);
                room.release();
            }
        });
    }

    private static Failure later(@Nullable Failure before, Instant now) {
        int times = before == null ? 1 : before.times() + 1;
        Duration pause = FIRST_RETRY.multipliedBy(1L << Math.min(times - 1, 6));
        return new Failure(times, now.plus(pause.compareTo(LAST_RETRY) > 0 ? LAST_RETRY : pause));
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        wakers.shutdownNow();
    }
}
