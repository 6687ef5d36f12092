package org.rapport.booking.calendars.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calendars.domain.OwnCalendar;
import org.rapport.booking.calendars.domain.OwnCalendars;
import org.rapport.booking.calls.domain.Diaries;
import org.rapport.booking.calls.domain.Diary;
import org.rapport.booking.hosts.domain.HostId;

/**
 * Hosts' diaries by what their own calendars say. Kept in memory for some seconds, because every list of openings asks for
 * those of all hosts; what this instance writes counts at once, what another one writes after these seconds.
 */
public final class CalendarDiaries implements Diaries {

    private static final Duration KEPT = Duration.ofSeconds(5);

    private final OwnCalendars calendars;
    private final Clock clock;
    private volatile @Nullable Kept kept;

    public CalendarDiaries(OwnCalendars calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public Diary of(HostId host) {
        Instant now = clock.instant();
        Kept current = kept;
        if (current == null || !current.isFresh(now)) {
            current = new Kept(
                    now, calendars.all().stream().collect(Collectors.toMap(OwnCalendar::host, Function.identity())));
            kept = current;
        }
        OwnCalendar calendar = current.byHost().get(host);
        return calendar == null ? Diary.EMPTY : calendar.diary(now);
    }

    /** To be read again when next asked for. */
    public void forget() {
        kept = null;
    }

    private record Kept(Instant at, Map<HostId, OwnCalendar> byHost) {

        /** A clock can be set back. */
        boolean isFresh(Instant now) {
            return Duration.between(at, now).abs().compareTo(KEPT) < 0;
        }
    }
}
