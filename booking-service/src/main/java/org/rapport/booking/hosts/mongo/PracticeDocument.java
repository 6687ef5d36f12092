package org.rapport.booking.hosts.mongo;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.rapport.booking.hosts.domain.CallType;
import org.rapport.booking.hosts.domain.Holiday;
import org.rapport.booking.hosts.domain.HostRole;
import org.rapport.booking.hosts.domain.PracticeSettings;

/** The settings of the practice as stored. */
public record PracticeDocument(List<Closed> holidays, List<Kind> callTypes) {

    /** @param date such as {@code 2026-11-26} */
    public record Closed(String date, String name) {}

    public record Kind(String code, int minutes, HostRole role, boolean offeredToAll) {}

    static PracticeDocument of(PracticeSettings settings) {
        return new PracticeDocument(
                settings.holidays().stream()
                        .map(holiday -> new Closed(holiday.date().toString(), holiday.name()))
                        .toList(),
                settings.callTypes().stream()
                        .map(type -> new Kind(
                                type.code(),
                                Math.toIntExact(type.length().toMinutes()),
                                type.role(),
                                type.offeredToAll()))
                        .toList());
    }

    PracticeSettings toSettings(long version) {
        return new PracticeSettings(
                version,
                holidays.stream()
                        .map(closed -> new Holiday(LocalDate.parse(closed.date()), closed.name()))
                        .toList(),
                callTypes.stream()
                        .map(kind -> new CallType(
                                kind.code(), Duration.ofMinutes(kind.minutes()), kind.role(), kind.offeredToAll()))
                        .toList());
    }
}
