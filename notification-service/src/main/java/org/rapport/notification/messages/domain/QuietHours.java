package org.rapport.notification.messages.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The hours in which a phone must not buzz, on the recipient's wall clock; they span midnight. */
public record QuietHours(LocalTime from, LocalTime to) {
    public QuietHours {
        if (!from.isAfter(to)) {
            throw new IllegalArgumentException("quiet hours must span midnight: " + from + " to " + to);
        }
    }

    /** When the day after begins, as far as phones may buzz. */
    public Instant morningAfter(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atTime(to).atZone(zone).toInstant();
    }

    /** When a message of now may go: now, or when the quiet hours end. */
    public Instant earliest(Instant now, ZoneId zone) {
        ZonedDateTime local = now.atZone(zone);
        LocalTime time = local.toLocalTime();
        if (time.isBefore(to)) {
            return local.toLocalDate().atTime(to).atZone(zone).toInstant();
        }
        if (!time.isBefore(from)) {
            return local.toLocalDate().plusDays(1).atTime(to).atZone(zone).toInstant();
        }
        return now;
    }
}
