package org.rapport.booking.calendars.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
 *   <li>All are read once, at the first question.
 *   <li>What this instance writes counts with the write.
 *   <li>What others write is found by looking again: every five seconds at the next {@value #AT_ONCE}, in the order of ids and
 *       round again. So it counts five seconds later, and that many times five where a practice has more calendars.
 * </ol>
 */
public final class CalendarDiaries implements Diaries {

    static final int AT_ONCE = 50;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final OwnCalendars calendars;
    private final Clock clock;
    private final Map<HostId, OwnCalendar> known = new ConcurrentHashMap<>();
    private volatile @Nullable Instant lookedAt;
    private @Nullable HostId last;

    public CalendarDiaries(OwnCalendars calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public Diary of(HostId host) {
        Instant now = clock.instant();
        if (isDue(now)) {
            look(now);
        }
        OwnCalendar calendar = known.get(host);
        return calendar == null ? Diary.EMPTY : calendar.diary(now);
    }

    /** Written by this instance. */
    public void changed(HostId host) {
        calendars.find(host).ifPresent(this::keep);
    }

    private synchronized void look(Instant now) {
        if (lookedAt == null) {
            while (readSome() == AT_ONCE) {
                // The next ones.
            }
            last = null;
        } else if (isDue(now) && readSome() < AT_ONCE) {
            last = null;
        }
        lookedAt = now;
    }

    private int readSome() {
        List<OwnCalendar> some = calendars.some(last, AT_ONCE);
        some.forEach(this::keep);
        last = some.isEmpty() ? null : some.getLast().host();
        return some.size();
    }

    /** A look may have begun before a write. */
    private void keep(OwnCalendar calendar) {
        known.merge(calendar.host(), calendar, (one, other) -> one.version() > other.version() ? one : other);
    }

    /** A clock can be set back. */
    private boolean isDue(Instant now) {
        Instant before = lookedAt;
        return before == null || Duration.between(before, now).abs().compareTo(PAUSE) >= 0;
    }
}
