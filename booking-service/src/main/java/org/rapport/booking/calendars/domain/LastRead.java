package org.rapport.booking.calendars.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.hosts.domain.Interval;

/**
 * What an own calendar said when it was last read.
 *
 * @param at also when it was last found unchanged
 * @param zone in which days and times without a zone were understood
 * @param until how far ahead it was looked
 * @param busy in order, apart from each other
 * @param unclear what a host should know of how it was understood
 * @param etag to ask whether it has changed
 * @param lastModified to ask the same of a server without an etag
 */
public record LastRead(
        Instant at,
        ZoneId zone,
        Instant until,
        List<Interval> busy,
        Unclear unclear,
        @Nullable String etag,
        @Nullable String lastModified) {

    public LastRead {
        busy = List.copyOf(busy);
    }

    /**
     * @param unknownZones entries in a zone nobody knows, understood in the host's
     * @param unreadable entries that were passed over
     */
    public record Unclear(int unknownZones, int unreadable) {

        public static final Unclear NOTHING = new Unclear(0, 0);
    }

    LastRead againAt(Instant now) {
        return new LastRead(now, zone, until, busy, unclear, etag, lastModified);
    }

    /** Whether the same file would say the same again, asked for {@code zone} up to {@code end}. */
    public boolean covers(ZoneId asked, Instant end) {
        return zone.equals(asked) && !until.isBefore(end);
    }
}
