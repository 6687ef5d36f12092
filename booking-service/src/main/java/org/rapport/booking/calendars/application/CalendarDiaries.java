package org.rapport.booking.calendars.application;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calendars.domain.OwnCalendar;
import org.rapport.booking.calendars.domain.OwnCalendars;
import org.rapport.booking.calls.domain.Diaries;
import org.rapport.booking.calls.domain.Diary;
import org.rapport.booking.hosts.domain.HostId;

/**
 * Hosts' diaries by what their own calendars say, kept in memory because every list of openings asks for those of all hosts.
 *
 * <ol>
 *   <li>All are read once, at the first look or question.
 *   <li>What this instance writes counts with the write.
 *   <li>What others write is found by looking again, in the background: the next {@value #AT_ONCE} at each look, in the order of
 *       ids and round again. So it counts a pause later ({@link #PAUSE}), and that many times one where a practice has more
 *       calendars.
 *   <li>From then on questions read nothing and wait for nothing, whatever becomes of the store.
 * </ol>
 */
public final class CalendarDiaries implements Diaries {

    /** Between two looks. */
    public static final Duration PAUSE = Duration.ofSeconds(5);

    static final int AT_ONCE = 50;

    private final OwnCalendars calendars;
    private final Clock clock;
    private final Map<HostId, OwnCalendar> known = new ConcurrentHashMap<>();
    private volatile boolean loaded;
    private @Nullable HostId last;

    public CalendarDiaries(OwnCalendars calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public Diary of(HostId host) {
        if (!loaded) {
            load();
        }
        OwnCalendar calendar = known.get(host);
        return calendar == null ? Diary.EMPTY : calendar.diary(clock.instant());
    }

    /** Written by this instance. */
    public void changed(HostId host) {
        calendars.find(host).ifPresent(this::keep);
    }

    /** Reads the next ones; all, if they were never read. */
    public synchronized void look() {
        if (loaded) {
            last = readSome(last);
        } else {
            load();
        }
    }

    /** By several at once, if several ask: nobody waits for another who waits for the store. */
    private void load() {
        HostId next = null;
        do {
            next = readSome(next);
        } while (next != null);
        loaded = true;
    }

    /** The last one read; null if there are no more. */
    private @Nullable HostId readSome(@Nullable HostId after) {
        List<OwnCalendar> some = calendars.some(after, AT_ONCE);
        some.forEach(this::keep);
        return some.size() < AT_ONCE ? null : some.getLast().host();
    }

    /** A look may have begun before a write. */
    private void keep(OwnCalendar calendar) {
        known.merge(calendar.host(), calendar, (one, other) -> one.version() > other.version() ? one : other);
    }
}
