package org.rapport.booking.calendars;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.rapport.booking.hosts.domain.HostId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads own calendars apart from everything else that is timed: a provider that hangs takes each of its readings ten seconds,
 * and holds up other calendars at most. One that was not read stays due, and is begun again, later each time: who wakes it does
 * not see it fail.
 */
final class CalendarReadings implements AutoCloseable {

    static final int AT_ONCE = 8;
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LAST_RETRY = Duration.ofMinutes(1);
    private static final Logger log = LoggerFactory.getLogger(CalendarReadings.class);

    private final Consumer<HostId> read;
    private final Clock clock;
    private final Map<HostId, Failure> failures = new ConcurrentHashMap<>();
    private final Set<HostId> underWay = ConcurrentHashMap.newKeySet();
    private final ExecutorService readers = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().name("own-calendar-", 0).daemon().factory());

    CalendarReadings(Consumer<HostId> read, Clock clock) {
        this.read = read;
        this.clock = clock;
    }

    /** Returns at once; one that waits or is being read is not begun twice, nor one that failed before its pause is over. */
    void begin(HostId host) {
        Instant now = clock.instant();
        if (!pauses(host, now) && underWay.add(host)) {
            readers.execute(() -> {
                try {
                    read.accept(host);
                    failures.remove(host);
                } catch (RuntimeException e) {
                    failures.merge(host, Failure.first(now), (before, _) -> before.again(now));
                    // Without the exception's text, which may quote an address.
                    log.warn(
                            "the own calendar of {} is not read: {}",
                            host,
                            e.getClass().getName());
                } finally {
                    underWay.remove(host);
                }
            });
        }
    }

    private boolean pauses(HostId host, Instant now) {
        Failure failure = failures.get(host);
        return failure != null && now.isBefore(failure.retryAt());
    }

    /** @param retryAt a pause after it was begun */
    private record Failure(Duration pause, Instant retryAt) {

        static Failure first(Instant now) {
            return new Failure(FIRST_RETRY, now.plus(FIRST_RETRY));
        }

        Failure again(Instant now) {
            Duration twice = pause.multipliedBy(2);
            Duration next = twice.compareTo(LAST_RETRY) < 0 ? twice : LAST_RETRY;
            return new Failure(next, now.plus(next));
        }
    }

    @Override
    public void close() {
        readers.shutdownNow();
    }
}
