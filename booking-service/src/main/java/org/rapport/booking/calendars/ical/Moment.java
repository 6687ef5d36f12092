package org.rapport.booking.calendars.ical;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.time.zone.ZoneRules;
import java.util.List;
import net.fortuna.ical4j.model.TemporalAdapter;

/**
 * A time as it stands in a file: on the clock of a zone.
 *
 * @param wholeDay a date without a time
 */
record Moment(LocalDateTime local, ZoneRules zone, boolean wholeDay) {

    /** @param home where a day, or a time without a zone, is meant */
    static Moment read(Entry.Value value, FileZones zones, ZoneRules home) {
        Temporal temporal = TemporalAdapter.parse(value.text().strip()).getTemporal();
        return switch (temporal) {
            case LocalDate date -> new Moment(date.atStartOfDay(), home, true);
            case LocalDateTime floating when value.zone().isEmpty() -> new Moment(floating, home, false);
            case LocalDateTime local -> new Moment(local, zones.rules(value.zone()), false);
            case OffsetDateTime utc ->
                new Moment(
                        utc.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime(), ZoneOffset.UTC.getRules(), false);
            default -> throw new IllegalArgumentException("no time");
        };
    }

    Moment at(LocalDateTime other) {
        return new Moment(other, zone, wholeDay);
    }

    /** On this moment's clock. */
    LocalDateTime localOf(Instant instant) {
        return LocalDateTime.ofInstant(instant, zone.getOffset(instant));
    }

    /** A time the clock skips is meant as if it did not; of one it shows twice, the first. */
    Instant instant() {
        List<ZoneOffset> offsets = zone.getValidOffsets(local);
        return local.toInstant(offsets.isEmpty() ? zone.getTransition(local).getOffsetBefore() : offsets.getFirst());
    }
}
