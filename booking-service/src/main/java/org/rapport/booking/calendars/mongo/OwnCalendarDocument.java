package org.rapport.booking.calendars.mongo;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calendars.domain.CalendarAddress;
import org.rapport.booking.calendars.domain.LastRead;
import org.rapport.booking.calendars.domain.Outage;
import org.rapport.booking.calendars.domain.OwnCalendar;
import org.rapport.booking.calendars.domain.ReadFault;
import org.rapport.booking.calendars.domain.WhenUnreadable;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.Interval;

/** An own calendar as stored, under its host's id. Of what stands in it only when it is busy. */
public record OwnCalendarDocument(
        @Nullable Source source,
        @Nullable Read read,
        @Nullable Failing failing,
        int outages,
        @Nullable Instant readAt) {

    public record Source(String address, int staleAfterHours, WhenUnreadable whenUnreadable) {

        @Override
        public String toString() {
            return "Source";
        }
    }

    public record Read(
            Instant at,
            String zone,
            Instant until,
            List<Span> busy,
            int unknownZones,
            int unreadable,
            @Nullable String etag,
            @Nullable String lastModified) {}

    public record Span(Instant from, Instant until) {}

    public record Failing(ReadFault fault, Instant since, int failures, Instant triedAt) {}

    static OwnCalendarDocument of(OwnCalendar calendar) {
        OwnCalendar.Source source = calendar.source();
        LastRead read = calendar.lastRead();
        Outage outage = calendar.outage();
        return new OwnCalendarDocument(
                source == null
                        ? null
                        : new Source(
                                source.address().uri().toString(),
                                Math.toIntExact(source.staleAfter().toHours()),
                                source.whenUnreadable()),
                read == null ? null : of(read),
                outage == null
                        ? null
                        : new Failing(outage.fault(), outage.since(), outage.failures(), outage.triedAt()),
                calendar.outages(),
                calendar.readAt());
    }

    private static Read of(LastRead read) {
        return new Read(
                read.at(),
                read.zone().getId(),
                read.until(),
                read.busy().stream()
                        .map(busy -> new Span(busy.start(), busy.end()))
                        .toList(),
                read.unclear().unknownZones(),
                read.unclear().unreadable(),
                read.etag(),
                read.lastModified());
    }

    OwnCalendar toCalendar(String id, long version) {
        return new OwnCalendar(
                new HostId(UUID.fromString(id)),
                version,
                source == null
                        ? null
                        : new OwnCalendar.Source(
                                new CalendarAddress(URI.create(source.address())),
                                Duration.ofHours(source.staleAfterHours()),
                                source.whenUnreadable()),
                read == null ? null : toLastRead(read),
                failing == null
                        ? null
                        : new Outage(failing.fault(), failing.since(), failing.failures(), failing.triedAt()),
                outages,
                readAt);
    }

    private static LastRead toLastRead(Read read) {
        return new LastRead(
                read.at(),
                ZoneId.of(read.zone()),
                read.until(),
                read.busy().stream()
                        .map(span -> new Interval(span.from(), span.until()))
                        .toList(),
                new LastRead.Unclear(read.unknownZones(), read.unreadable()),
                read.etag(),
                read.lastModified());
    }
}
