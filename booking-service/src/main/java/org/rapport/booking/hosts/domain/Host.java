package org.rapport.booking.hosts.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;

/**
 * Somebody of the staff who may hold consultation calls.
 *
 * @param version of the stored document this was read from; 0 for a new one
 * @param hosting whether people may book calls with this host now
 * @param publicLine one line about the host, by language code
 */
public record Host(
        HostId id,
        long version,
        String name,
        HostRole role,
        String email,
        ZoneId zone,
        HostHours hours,
        CallTerms terms,
        boolean hosting,
        Map<String, String> publicLine) {

    public Host {
        publicLine = Map.copyOf(publicLine);
    }

    /** With what staff may change of it, read at {@code seenVersion}. */
    public Host with(long seenVersion, HostHours newHours, CallTerms newTerms, boolean nowHosting) {
        return new Host(id, seenVersion, name, role, email, zone, newHours, newTerms, nowHosting, publicLine);
    }

    /** The date on the host's own calendar, by which calls are counted. */
    public LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    public boolean startsOnGrid(Instant start) {
        ZonedDateTime local = start.atZone(zone);
        return local.getSecond() == 0
                && local.getNano() == 0
                && (local.getHour() * 60L + local.getMinute()) % terms.grid().toMinutes() == 0;
    }
}
