package org.rapport.booking.calendars;

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
 * and holds up other calendars at most. One that was not read stays due, and is begun again with the next sweep.
 */
final class CalendarReadings implements AutoCloseable {

    static final int AT_ONCE = 8;
    private static final Logger log = LoggerFactory.getLogger(CalendarReadings.class);

    private final Consumer<HostId> read;
    private final Set<HostId> underWay = ConcurrentHashMap.newKeySet();
    private final ExecutorService readers = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().name("own-calendar-", 0).daemon().factory());

    CalendarReadings(Consumer<HostId> read) {
        this.read = read;
    }

    /** Returns at once; one that waits or is being read is not begun twice. */
    void begin(HostId host) {
        if (underWay.add(host)) {
            readers.execute(() -> {
                try {
                    read.accept(host);
                } catch (RuntimeException e) {
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

    @Override
    public void close() {
        readers.shutdownNow();
    }
}
