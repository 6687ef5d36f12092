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
import org.rapport.booking.hosts.domain.DateHours;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostHours;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.HostRole;
import org.rapport.booking.hosts.domain.Leave;
import org.rapport.booking.hosts.domain.LocalSpan;
import org.rapport.booking.hosts.domain.WorkingSpan;

/**
 * A host as stored. Dates such as {@code 2027-01-15}.
 *
 * @param weight absent where nobody has set one
 */
public record HostDocument(
        String name,
        HostRole role,
        String email,
        String zone,
        List<Span> week,
        @Nullable List<Date> dates,
        @Nullable List<Away> leaves,
        Terms terms,
        boolean hosting,
        @Nullable Integer weight,
        Map<String, String> publicLine) {

    /** Local times such as {@code 09:30}. */
    public record Span(DayOfWeek day, String from, String until) {}

    public record Date(String date, List<Hours> hours) {}

    public record Hours(String from, String until) {}

    public record Away(
            String first, String firstDayBack, @Nullable UUID delegate) {}

    /** All in minutes, the horizon in days, the caps in calls. What is absent does not limit anything. */
    public record Terms(
            int bufferBefore,
            int bufferAfter,
            int grid,
            int minimumNotice,
            int horizonDays,
            @Nullable Integer cutOff,
            @Nullable Integer perDay,
            @Nullable Integer perWeek) {

        static Terms of(CallTerms terms) {
            return new Terms(
                    minutes(terms.bufferBefore()),
                    minutes(terms.bufferAfter()),
                    minutes(terms.grid()),
                    minutes(terms.minimumNotice()),
                    Math.toIntExact(terms.horizon().toDays()),
                    minutes(terms.cutOff()),
                    terms.perDay(),
                    terms.perWeek());
        }

        CallTerms toTerms() {
            return new CallTerms(
                    Duration.ofMinutes(bufferBefore),
                    Duration.ofMinutes(bufferAfter),
                    Duration.ofMinutes(grid),
                    Duration.ofMinutes(minimumNotice),
                    Duration.ofDays(horizonDays),
                    Duration.ofMinutes(cutOff == null ? 0 : cutOff),
                    perDay,
                    perWeek);
        }

        private static int minutes(Duration duration) {
            return Math.toIntExact(duration.toMinutes());
        }
    }

    static HostDocument of(Host host) {
        HostHours hours = host.hours();
        return new HostDocument(
                host.name(),
                host.role(),
                host.email(),
                host.zone().getId(),
                hours.week().stream()
                        .map(span -> new Span(
                                span.day(),
                                span.hours().from().toString(),
                                span.hours().until().toString()))
                        .toList(),
                hours.dates().stream()
                        .map(own -> new Date(
                                own.date().toString(),
                                own.spans().stream()
                                        .map(span -> new Hours(
                                                span.from().toString(),
                                                span.until().toString()))
                                        .toList()))
                        .toList(),
                hours.leaves().stream().map(HostDocument::away).toList(),
                Terms.of(host.terms()),
                host.hosting(),
                host.weight(),
                host.publicLine());
    }

    Host toHost(String id, long version) {
        return new Host(
                new HostId(UUID.fromString(id)),
                version,
                name,
                role,
                email,
                ZoneId.of(zone),
                new HostHours(
                        week.stream()
                                .map(span -> new WorkingSpan(span.day(), span(span.from(), span.until())))
                                .toList(),
                        dates == null
                                ? List.of()
                                : dates.stream().map(HostDocument::dateHours).toList(),
                        leaves == null
                                ? List.of()
                                : leaves.stream().map(HostDocument::leave).toList()),
                terms.toTerms(),
                hosting,
                weight == null ? 1 : weight,
                publicLine);
    }

    private static Away away(Leave leave) {
        HostId delegate = leave.delegate();
        return new Away(
                leave.first().toString(), leave.firstDayBack().toString(), delegate == null ? null : delegate.value());
    }

    private static Leave leave(Away away) {
        return new Leave(
                LocalDate.parse(away.first()),
                LocalDate.parse(away.firstDayBack()),
                away.delegate() == null ? null : new HostId(away.delegate()));
    }

    private static DateHours dateHours(Date own) {
        return new DateHours(
                LocalDate.parse(own.date()),
                own.hours().stream()
                        .map(hours -> span(hours.from(), hours.until()))
                        .toList());
    }

    private static LocalSpan span(String from, String until) {
        return new LocalSpan(LocalTime.parse(from), LocalTime.parse(until));
    }
}
