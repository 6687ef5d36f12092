package org.rapport.booking.hosts.mongo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.hosts.domain.CallTerms;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.HostRole;
import org.rapport.booking.hosts.domain.WorkingSpan;

/** A host as stored. */
public record HostDocument(
        String name,
        HostRole role,
        String email,
        String zone,
        List<Span> week,
        Terms terms,
        @Nullable String onLeaveUntil,
        boolean hosting,
        Map<String, String> publicLine) {

    /** Local times such as {@code 09:30}. */
    public record Span(DayOfWeek day, String from, String until) {}

    /** All in minutes, the horizon in days. What is absent does not limit anything. */
    public record Terms(
            int length,
            int bufferBefore,
            int bufferAfter,
            int grid,
            int minimumNotice,
            int horizonDays,
            @Nullable Integer perDay,
            @Nullable Integer perWeek,
            @Nullable Integer cutOff) {}

    static HostDocument of(Host host) {
        LocalDate leave = host.onLeaveUntil();
        return new HostDocument(
                host.name(),
                host.role(),
                host.email(),
                host.zone().getId(),
                host.week().stream()
                        .map(span -> new Span(
                                span.day(), span.from().toString(), span.until().toString()))
                        .toList(),
                new Terms(
                        minutes(host.terms().length()),
                        minutes(host.terms().bufferBefore()),
                        minutes(host.terms().bufferAfter()),
                        minutes(host.terms().grid()),
                        minutes(host.terms().minimumNotice()),
                        Math.toIntExact(host.terms().horizon().toDays()),
                        host.terms().perDay(),
                        host.terms().perWeek(),
                        minutes(host.terms().cutOff())),
                leave == null ? null : leave.toString(),
                host.hosting(),
                host.publicLine());
    }

    Host toHost(String id) {
        return new Host(
                new HostId(UUID.fromString(id)),
                name,
                role,
                email,
                ZoneId.of(zone),
                week.stream()
                        .map(span -> new WorkingSpan(
                                span.day(), LocalTime.parse(span.from()), LocalTime.parse(span.until())))
                        .toList(),
                new CallTerms(
                        Duration.ofMinutes(terms.length()),
                        Duration.ofMinutes(terms.bufferBefore()),
                        Duration.ofMinutes(terms.bufferAfter()),
                        Duration.ofMinutes(terms.grid()),
                        Duration.ofMinutes(terms.minimumNotice()),
                        Duration.ofDays(terms.horizonDays()),
                        terms.perDay() == null ? 0 : terms.perDay(),
                        terms.perWeek() == null ? 0 : terms.perWeek(),
                        Duration.ofMinutes(terms.cutOff() == null ? 0 : terms.cutOff())),
                onLeaveUntil == null ? null : LocalDate.parse(onLeaveUntil),
                hosting,
                publicLine);
    }

    private static int minutes(Duration duration) {
        return Math.toIntExact(duration.toMinutes());
    }
}
