package org.rapport.booking.calls.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.application.HostChoice;
import org.rapport.booking.hosts.domain.HostId;

/** Reads times, days and hosts as strangers send them. */
final class Asked {

    /** Stricter than ISO 8601: no {@code 24:00}, no second 60, and never without an offset. */
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT(?:[01]\\d|2[0-3]):[0-5]\\d"
            + "(?::[0-5]\\d(?:\\.\\d{1,9})?)?(?:Z|[+-](?:0\\d|1[0-8]):[0-5]\\d)");

    private static final Pattern HOST = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final long MOST_DAYS_AWAY = 366;

    private Asked() {}

    static Optional<Instant> instant(@Nullable String text) {
        if (text == null || !INSTANT.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(
                            text, DateTimeFormatter.ISO_OFFSET_DATE_TIME.withResolverStyle(ResolverStyle.STRICT))
                    .toInstant());
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** A day within a year of today: further away nothing is open, and no range may be wider than a calendar. */
    static Optional<LocalDate> day(@Nullable String text, ZoneId zone, Clock clock) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            LocalDate today = LocalDate.now(clock.withZone(zone));
            return Optional.of(LocalDate.parse(text))
                    .filter(day -> Math.abs(ChronoUnit.DAYS.between(today, day)) <= MOST_DAYS_AWAY);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** {@code any}, or the id of a host. */
    static Optional<HostChoice> host(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        if (text.equals("any")) {
            return Optional.of(new HostChoice.AnyCoordinator());
        }
        return HOST.matcher(text).matches()
                ? Optional.of(new HostChoice.One(new HostId(UUID.fromString(text))))
                : Optional.empty();
    }
}
