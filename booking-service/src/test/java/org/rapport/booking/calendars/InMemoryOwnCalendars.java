package org.rapport.booking.calendars;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.Fake;
import org.rapport.booking.calendars.domain.OwnCalendar;
import org.rapport.booking.calendars.domain.OwnCalendarEvent;
import org.rapport.booking.calendars.domain.OwnCalendars;
import org.rapport.booking.calendars.domain.Saving;
import org.rapport.booking.hosts.domain.HostId;

public final class InMemoryOwnCalendars implements OwnCalendars, Fake {

    private final Map<HostId, OwnCalendar> calendars = new HashMap<>();
    private final List<OwnCalendarEvent> events = new ArrayList<>();

    @Override
    public synchronized Optional<OwnCalendar> find(HostId host) {
        return Optional.ofNullable(calendars.get(host));
    }

    @Override
    public synchronized List<OwnCalendar> some(@Nullable HostId after, int most) {
        return calendars.values().stream()
                .sorted(Comparator.comparing(calendar -> calendar.host().toString()))
                .filter(calendar -> after == null || calendar.host().toString().compareTo(after.toString()) > 0)
                .limit(most)
                .toList();
    }

    @Override
    public synchronized Saving save(OwnCalendar calendar, List<OwnCalendarEvent> news) {
        long stored = find(calendar.host()).map(OwnCalendar::version).orElse(0L);
        if (stored != calendar.version()) {
            return Saving.STALE;
        }
        calendars.put(
                calendar.host(),
                new OwnCalendar(
                        calendar.host(),
                        stored + Math.max(1, news.size()),
                        calendar.source(),
                        calendar.lastRead(),
                        calendar.outage(),
                        calendar.outages(),
                        calendar.readAt()));
        events.addAll(news);
        return Saving.SAVED;
    }

    public synchronized List<OwnCalendarEvent> events() {
        return List.copyOf(events);
    }

    @Override
    public synchronized void renew() {
        calendars.clear();
        events.clear();
    }
}
