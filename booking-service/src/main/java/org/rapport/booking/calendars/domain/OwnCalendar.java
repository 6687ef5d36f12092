package org.rapport.booking.calendars.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calendars.domain.OwnCalendarEvent.CalendarReadable;
import org.rapport.booking.calendars.domain.OwnCalendarEvent.CalendarUnreadable;
import org.rapport.booking.calls.domain.Diary;
import org.rapport.booking.hosts.domain.HostId;

/**
 * A host's own calendar, which is read again and again so that nobody is booked while the host is busy elsewhere.
 *
 * <pre>
 *             | set, other address | set, same address | stop   | read                  | unchanged (304)       | failed
 * none        | unread             | -                 | none   | -                     | -                     | -
 * unread      | unread             | unread            | none   | read                  | -                     | failing
 * read        | unread             | read              | none   | read                  | read                  | failing
 * failing     | unread             | failing           | none   | read; told: Readable  | read; told: Readable  | failing; the third
 *             |                    |                   |        |                       |                       | time: Unreadable
 * </pre>
 *
 * It is stale when it was last read longer ago than the host allows, or never. Then either the hours are closed or what was
 * read last goes on to count.
 *
 * @param version of the stored document this was read from; 0 for a new one
 * @param source absent when the host has none
 * @param outages how often the host was told that it cannot be read; the number of the next such message
 * @param readAt when it is to be read next
 */
public record OwnCalendar(
        HostId host,
        long version,
        @Nullable Source source,
        @Nullable LastRead lastRead,
        @Nullable Outage outage,
        int outages,
        @Nullable Instant readAt) {

    /** While somebody waits for the first reading, nobody else begins one. */
    private static final Duration FIRST_READING = Duration.ofMinutes(1);

    /** @param staleAfter how long what was read counts */
    public record Source(CalendarAddress address, Duration staleAfter, WhenUnreadable whenUnreadable) {}

    public record Change(OwnCalendar calendar, List<OwnCalendarEvent> events) {

        public Change {
            events = List.copyOf(events);
        }
    }

    public static OwnCalendar none(HostId host) {
        return new OwnCalendar(host, 0, null, null, null, 0, null);
    }

    public OwnCalendar set(Source next, Instant now) {
        boolean same = source != null && source.address().equals(next.address());
        return new OwnCalendar(
                host, version, next, same ? lastRead : null, same ? outage : null, outages, now.plus(FIRST_READING));
    }

    public OwnCalendar stop() {
        return new OwnCalendar(host, version, null, null, null, outages, null);
    }

    public Change read(LastRead reading, Duration pause) {
        OwnCalendar readable = new OwnCalendar(
                host, version, source, reading, null, outages, reading.at().plus(pause));
        boolean wasTold = outage != null && outage.isTold();
        return new Change(readable, wasTold ? List.of(new CalendarReadable(host, outages, reading.at())) : List.of());
    }

    public Change unchanged(LastRead before, Instant now, Duration pause) {
        return read(before.againAt(now), pause);
    }

    public Change failed(ReadFault fault, Instant now, Duration pause) {
        Outage next = outage == null ? Outage.first(fault, now) : outage.again(fault, now);
        boolean toldNow = next.failures() == Outage.TOLD_AT;
        int told = toldNow ? outages + 1 : outages;
        OwnCalendar failing = new OwnCalendar(host, version, source, lastRead, next, told, now.plus(next.pause(pause)));
        return new Change(
                failing, toldNow ? List.of(new CalendarUnreadable(host, told, fault, next.since(), now)) : List.of());
    }

    /** From when on what was read last is stale; absent where nothing was read, which is stale at once. */
    public @Nullable Instant staleFrom() {
        return source == null || lastRead == null ? null : lastRead.at().plus(source.staleAfter());
    }

    public boolean isStale(Instant now) {
        Instant from = staleFrom();
        return source != null && (from == null || !now.isBefore(from));
    }

    public boolean closesHours(Instant now) {
        return source != null && source.whenUnreadable() == WhenUnreadable.CLOSE_HOURS && isStale(now);
    }

    public Diary diary(Instant now) {
        return lastRead == null ? new Diary(List.of(), closesHours(now)) : new Diary(lastRead.busy(), closesHours(now));
    }
}
