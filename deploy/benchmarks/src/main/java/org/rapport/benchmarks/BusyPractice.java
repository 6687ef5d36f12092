package org.rapport.benchmarks;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.rapport.booking.hosts.domain.CallTerms;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostHours;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.HostRole;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.booking.hosts.domain.WorkingSpan;
import org.rapport.booking.inquiries.domain.Channel;
import org.rapport.booking.inquiries.domain.Inquiries;
import org.rapport.booking.inquiries.domain.Inquiry;
import org.rapport.booking.inquiries.domain.InquiryId;
import org.rapport.booking.inquiries.domain.InquiryPath;
import org.rapport.booking.inquiries.domain.InquiryReceived;
import org.rapport.booking.inquiries.domain.Language;
import org.rapport.booking.inquiries.domain.Person;

/** Hosts around the clock, each with somebody in the queue who books their times one after the other: no two bookings want the same. */
final class BusyPractice {

    private static final int HOSTS = 400;
    private static final Duration APART = Duration.ofMinutes(30);
    private static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final int MOST = 55 * 48;

    private final Instant first = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
    private final AtomicInteger next = new AtomicInteger();

    /** A time nobody has had yet. */
    record Wanted(int number, UUID host, Instant start, UUID inquiry) {}

    void open(Hosts hosts, Inquiries inquiries) {
        CallTerms terms = new CallTerms(
                Duration.ZERO,
                Duration.ofMinutes(10),
                Duration.ofMinutes(15),
                Duration.ofMinutes(30),
                Duration.ofDays(60),
                Duration.ZERO,
                null,
                null);
        List<WorkingSpan> week = Arrays.stream(DayOfWeek.values())
                .map(day -> new WorkingSpan(day, LocalTime.MIN, LocalTime.MIN))
                .toList();
        for (int number = 0; number < HOSTS; number++) {
            hosts.save(new Host(
                    new HostId(host(number)),
                    0,
                    "Host " + number,
                    HostRole.COORDINATOR,
                    "host" + number + "@example.org",
                    ZONE,
                    HostHours.weekly(week),
                    terms,
                    true,
                    1,
                    Map.of()));
            Person person = new Person(
                    "Ana " + number,
                    "ana" + number + "@example.org",
                    "+1312867%04d".formatted(number),
                    ZONE,
                    "IL",
                    Language.EN,
                    Set.of(Channel.EMAIL),
                    false,
                    "2026-11");
            Inquiry inquiry =
                    new Inquiry(new InquiryId(inquiry(number)), InquiryPath.CALL_ME_BACK, person, Instant.now());
            inquiries.add(inquiry, new InquiryReceived(inquiry));
        }
    }

    Wanted next() {
        int number = next.getAndIncrement();
        int host = number % HOSTS;
        int slot = number / HOSTS;
        if (slot >= MOST) {
            throw new IllegalStateException("no times are left");
        }
        return new Wanted(number, host(host), first.plus(APART.multipliedBy(slot)), inquiry(host));
    }

    private static UUID host(int number) {
        return new UUID(0xb0b0, number);
    }

    private static UUID inquiry(int number) {
        return new UUID(0xa0a0, number);
    }
}
