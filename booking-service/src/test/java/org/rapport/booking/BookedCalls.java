package org.rapport.booking;

import static org.rapport.booking.Examples.CHICAGO;
import static org.rapport.booking.Examples.MAYA;
import static org.rapport.booking.Examples.inquiryId;
import static org.rapport.booking.Examples.person;
import static org.rapport.booking.Examples.schedule;
import static org.rapport.booking.Examples.token;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.rapport.booking.calls.application.InMemoryCalls;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.hosts.InMemoryHosts;
import org.rapport.booking.inquiries.application.InMemoryInquiries;
import org.rapport.booking.inquiries.domain.Inquiry;
import org.rapport.booking.inquiries.domain.InquiryPath;
import org.rapport.booking.inquiries.domain.InquiryReceived;
import org.rapport.testkit.SettableClock;

/** Calls of people called Alex with Maya, put where the pages find them. */
final class BookedCalls {

    private static final AtomicInteger NUMBER = new AtomicInteger(900);

    private final InMemoryCalls calls;
    private final InMemoryInquiries inquiries;
    private final InMemoryHosts hosts;
    private final SettableClock clock;

    BookedCalls(InMemoryCalls calls, InMemoryInquiries inquiries, InMemoryHosts hosts, SettableClock clock) {
        this.calls = calls;
        this.inquiries = inquiries;
        this.hosts = hosts;
        this.clock = clock;
    }

    Call book(String start) {
        int number = NUMBER.incrementAndGet();
        Call held = hold(start, number);
        calls.decide(held.id(), call -> call.book(token(number), CHICAGO, List.of(), clock.instant()));
        return calls.find(held.id()).orElseThrow();
    }

    Call hold(String start) {
        return hold(start, NUMBER.incrementAndGet());
    }

    private Call hold(String start, int number) {
        Instant now = clock.instant();
        Call held = Call.hold(
                token(number),
                inquiryId(number),
                schedule(hosts.find(MAYA).orElseThrow()),
                Instant.parse(start),
                CHICAGO,
                now);
        Inquiry inquiry = new Inquiry(inquiryId(number), InquiryPath.CALL_WITH_COORDINATOR, person("Alex"), now);
        inquiries.add(inquiry, new InquiryReceived(inquiry));
        calls.save(held, List.of());
        return held;
    }
}
