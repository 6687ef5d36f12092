package org.rapport.booking;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.HoldToken;
import org.rapport.booking.hosts.domain.CallTerms;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostHours;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.HostRole;
import org.rapport.booking.hosts.domain.HostSchedule;
import org.rapport.booking.hosts.domain.Interval;
import org.rapport.booking.hosts.domain.PracticeSettings;
import org.rapport.booking.hosts.domain.WorkingSpan;
import org.rapport.booking.inquiries.domain.Channel;
import org.rapport.booking.inquiries.domain.InquiryId;
import org.rapport.booking.inquiries.domain.Language;
import org.rapport.booking.inquiries.domain.Person;
import org.rapport.booking.inquiries.domain.PersonAnswers;
import org.rapport.booking.visitors.domain.MessageLimits;
import org.rapport.booking.visitors.domain.Taking;

/** People, hosts and tokens that tests talk about. */
public final class Examples {

    public static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    public static final CallTerms TERMS = new CallTerms(
            Duration.ZERO,
            Duration.ofMinutes(10),
            Duration.ofMinutes(15),
            Duration.ofHours(4),
            Duration.ofDays(21),
            Duration.ZERO,
            null,
            null);
    public static final HostId MAYA = new HostId(UUID.fromString("c0000000-0000-4000-8000-000000000001"));
    public static final HostId DANIEL = new HostId(UUID.fromString("c0000000-0000-4000-8000-000000000002"));

    /** Every address may have any number of messages. */
    public static final MessageLimits UNLIMITED = new MessageLimits((_, _, _) -> new Taking.Granted());

    private Examples() {}

    public static CallTerms capped(@Nullable Integer perDay, @Nullable Integer perWeek) {
        return new CallTerms(
                TERMS.bufferBefore(),
                TERMS.bufferAfter(),
                TERMS.grid(),
                TERMS.minimumNotice(),
                TERMS.horizon(),
                TERMS.cutOff(),
                perDay,
                perWeek);
    }

    public static Host coordinator(HostId id, String name, WorkingSpan... week) {
        return host(id, name, TERMS, week);
    }

    public static Host therapist(HostId id, String name, WorkingSpan... week) {
        Host host = coordinator(id, name, week);
        return new Host(
                id,
                0,
                name,
                HostRole.THERAPIST,
                host.email(),
                host.zone(),
                host.hours(),
                host.terms(),
                true,
                1,
                Map.of("en", "Relational work"));
    }

    public static Host host(HostId id, String name, CallTerms terms, WorkingSpan... week) {
        return host(id, name, CHICAGO, terms, HostHours.weekly(List.of(week)));
    }

    public static Host host(HostId id, String name, ZoneId zone, CallTerms terms, HostHours hours) {
        return new Host(
                id,
                0,
                name,
                HostRole.COORDINATOR,
                name.toLowerCase(Locale.ROOT) + "@lakeside.example",
                zone,
                hours,
                terms,
                true,
                1,
                Map.of());
    }

    /** For the call everybody may book, on no holiday. */
    public static HostSchedule schedule(Host host) {
        return HostSchedule.offered(host, PracticeSettings.initial());
    }

    /** From the start of a date to its end. */
    public static Interval day(String date, ZoneId zone) {
        LocalDate local = LocalDate.parse(date);
        return new Interval(
                local.atStartOfDay(zone).toInstant(),
                local.plusDays(1).atStartOfDay(zone).toInstant());
    }

    public static WorkingSpan[] everyDay(String from, String until) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> new WorkingSpan(day, LocalTime.parse(from), LocalTime.parse(until)))
                .toArray(WorkingSpan[]::new);
    }

    public static HoldToken token(int number) {
        byte[] secret = new byte[32];
        secret[0] = (byte) number;
        secret[1] = (byte) (number >> 8);
        return HoldToken.of(new CallId(new UUID(1, number)), secret);
    }

    public static InquiryId inquiryId(int number) {
        return new InquiryId(new UUID(2, number));
    }

    public static Person person(String name) {
        return person(name, "alex@example.org", "+13125550142");
    }

    public static Person person(String name, String email, String phone) {
        return new Person(
                name, email, phone, CHICAGO, "IL", Language.EN, Set.of(Channel.EMAIL, Channel.SMS), true, "2026-11");
    }

    public static PersonAnswers answers(String name) {
        return answers(name, "America/Chicago");
    }

    public static PersonAnswers answers(String name, String zone) {
        return new PersonAnswers(
                name, "alex@example.org", "(312) 867-5309", zone, "IL", "en", List.of("EMAIL", "SMS"), true, "2026-11");
    }
}
