package org.rapport.booking;

import static org.rapport.booking.Examples.DANIEL;
import static org.rapport.booking.Examples.MAYA;
import static org.rapport.booking.Examples.coordinator;
import static org.rapport.booking.Examples.everyDay;

import java.time.Instant;
import org.rapport.booking.calendars.CalendarHandlers;
import org.rapport.booking.calendars.InMemoryFeeds;
import org.rapport.booking.calendars.InMemoryOwnCalendars;
import org.rapport.booking.calls.CallHandlers;
import org.rapport.booking.calls.application.InMemoryCalls;
import org.rapport.booking.hosts.HostHandlers;
import org.rapport.booking.hosts.InMemoryHosts;
import org.rapport.booking.hosts.InMemoryPractices;
import org.rapport.booking.inquiries.InquiryHandlers;
import org.rapport.booking.inquiries.application.InMemoryInquiries;
import org.rapport.booking.requests.InMemoryRequests;
import org.rapport.booking.requests.RequestHandlers;
import org.rapport.booking.visitors.VisitorsConfiguration;
import org.rapport.booking.waiting.WaitingHandlers;
import org.rapport.booking.waiting.application.InMemoryFreedTimes;
import org.rapport.booking.waiting.application.InMemoryWaiters;
import org.rapport.testkit.SettableClock;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** Pages and API of the service over fakes: no store, no broker, a clock that a test moves. No stereotype: the service scans this package. */
@EnableAutoConfiguration(
        excludeName = {
            "org.rapport.delivery.DeliveryAutoConfiguration",
            "org.springframework.cloud.stream.config.BindingServiceConfiguration",
            "org.springframework.cloud.stream.function.FunctionConfiguration"
        })
@ComponentScan({
    "org.rapport.booking.calendars.web",
    "org.rapport.booking.hosts.web",
    "org.rapport.booking.inquiries.web",
    "org.rapport.booking.calls.web",
    "org.rapport.booking.waiting.web",
    "org.rapport.booking.requests.web",
    "org.rapport.booking.visitors.web"
})
@Import({
    BookingConfiguration.class,
    CalendarHandlers.class,
    CallHandlers.class,
    HostHandlers.class,
    InquiryHandlers.class,
    RequestHandlers.class,
    WaitingHandlers.class,
    VisitorsConfiguration.class
})
public class InMemoryBooking {

    static final Instant BEGIN = Instant.parse("2027-01-11T15:00:00Z");

    @Bean
    SettableClock clock() {
        return SettableClock.at(BEGIN);
    }

    @Bean
    InMemoryHosts hosts() {
        return new InMemoryHosts(
                coordinator(MAYA, "Maya", everyDay("09:00", "17:00")),
                coordinator(DANIEL, "Daniel", everyDay("10:00", "12:00")));
    }

    @Bean
    InMemoryPractices practices() {
        return new InMemoryPractices();
    }

    @Bean
    InMemoryCalls calls() {
        return new InMemoryCalls();
    }

    @Bean
    InMemoryWaiters waiters() {
        return new InMemoryWaiters();
    }

    @Bean
    InMemoryFreedTimes freedTimes() {
        return new InMemoryFreedTimes();
    }

    @Bean
    InMemoryFeeds feeds() {
        return new InMemoryFeeds();
    }

    @Bean
    InMemoryOwnCalendars ownCalendars() {
        return new InMemoryOwnCalendars();
    }

    @Bean
    InMemoryRequests requests() {
        return new InMemoryRequests();
    }

    @Bean
    InMemoryInquiries inquiries() {
        return new InMemoryInquiries();
    }
}
