package org.rapport.booking.calendars.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calendars.domain.Feed;
import org.rapport.booking.calendars.domain.Feeds;
import org.rapport.booking.calendars.domain.OwnCalendar;
import org.rapport.booking.calendars.domain.OwnCalendars;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallState;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.domain.Diary;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HoursRules;
import org.rapport.booking.hosts.domain.Interval;

/** Shows a host both calendars, and where they are in each other's way. */
public final class ShowCalendarHandler {

    private static final Duration SHOWN = Duration.ofDays(7);
    private static final Duration AHEAD = Duration.ofDays(HoursRules.MOST_DAYS_AHEAD + 1L);

    private final Feeds feeds;
    private final OwnCalendars calendars;
    private final Calls calls;
    private final Clock clock;

    public ShowCalendarHandler(Feeds feeds, OwnCalendars calendars, Calls calls, Clock clock) {
        this.feeds = feeds;
        this.calendars = calendars;
        this.calls = calls;
        this.clock = clock;
    }

    public Calendars handle(Host host) {
        Instant now = clock.instant();
        OwnCalendar own = calendars.find(host.id()).orElseGet(() -> OwnCalendar.none(host.id()));
        Diary diary = own.diary(now);
        Interval week = new Interval(now, now.plus(SHOWN));
        List<Interval> busy = diary.busy().stream().filter(week::overlaps).toList();
        List<Call> inTheWay = own.source() == null
                ? List.of()
                : calls.told(host.id(), new Interval(now, now.plus(AHEAD))).stream()
                        .filter(call -> call.state() instanceof CallState.Booked && diary.overlaps(call.time()))
                        .toList();
        return new Calendars(feeds.find(host.id()).orElse(null), own, diary.closed(), own.isStale(now), busy, inTheWay);
    }

    /**
     * @param feed absent where there never was one
     * @param busy in the next seven days
     * @param inTheWay calls that are booked while the host is busy elsewhere
     */
    public record Calendars(
            @Nullable Feed feed,
            OwnCalendar own,
            boolean hoursClosed,
            boolean stale,
            List<Interval> busy,
            List<Call> inTheWay) {

        public Calendars {
            busy = List.copyOf(busy);
            inTheWay = List.copyOf(inTheWay);
        }

        public boolean isFeedOn() {
            return Optional.ofNullable(feed).filter(Feed::isOn).isPresent();
        }
    }
}
