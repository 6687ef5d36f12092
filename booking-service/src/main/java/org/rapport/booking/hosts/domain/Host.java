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
 * @param weight share of the calls for which anybody of the role will do; 0 for one who is only chosen by name
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
        int weight,
        Map<String, String> publicLine) {

    public static final int MOST_WEIGHT = 10;

    public Host {
        publicLine = Map.copyOf(publicLine);
        if (weight < 0 || weight > MOST_WEIGHT) {
            throw new IllegalArgumentException("a weight is 0 to " + MOST_WEIGHT + ": " + weight);
        }
    }

    /** In English where it is not written in that language. */
    public String publicLine(String language) {
        return publicLine.getOrDefault(language, publicLine.getOrDefault("en", ""));
    }

    /** With what staff may change of it, read at {@code seenVersion}. */
    public Host with(long seenVersion, HostHours newHours, CallTerms newTerms, boolean nowHosting) {
        return new Host(id, seenVersion, name, role, email, zone, newHours, newTerms, nowHosting, weight, publicLine);
    }

    public Host weighing(int newWeight) {
        return new Host(id, version, name, role, email, zone, hours, terms, hosting, newWeight, publicLine);
    }

    public boolean isInPool() {
        return hosting && weight > 0;
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
