package org.rapport.booking;

import static org.rapport.booking.Examples.DANIEL;
import static org.rapport.booking.Examples.MAYA;
import static org.rapport.booking.Examples.coordinator;
import static org.rapport.booking.Examples.everyDay;

import java.time.Clock;
import org.rapport.booking.calls.application.BookCallHandler;
import org.rapport.booking.calls.application.CancelCallHandler;
import org.rapport.booking.calls.application.ExtendHoldHandler;
import org.rapport.booking.calls.application.FindOpeningsHandler;
import org.rapport.booking.calls.application.HoldCallHandler;
import org.rapport.booking.calls.application.InMemoryCalls;
import org.rapport.booking.calls.application.KeepDraftHandler;
import org.rapport.booking.calls.application.ReleaseHoldHandler;
import org.rapport.booking.hosts.InMemoryHosts;
import org.rapport.booking.inquiries.application.InMemoryInquiries;
import org.rapport.booking.inquiries.application.ReceiveInquiryHandler;
import org.rapport.booking.inquiries.domain.PersonRules;
import org.rapport.booking.inquiries.phone.UnitedStatesPhoneNumbers;
import org.rapport.testkit.SettableClock;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** Pages and API of the service over fakes: no store, no broker, a clock that a test moves. No stereotype: the service scans this package. */
@EnableAutoConfiguration(excludeName = "org.rapport.delivery.DeliveryAutoConfiguration")
@ComponentScan({"org.rapport.booking.hosts.web", "org.rapport.booking.inquiries.web", "org.rapport.booking.calls.web"})
@Import(BookingConfiguration.class)
public class InMemoryBooking {

    @Bean
    SettableClock clock() {
        return SettableClock.at("2027-01-11T15:00:00Z");
    }

    @Bean
    InMemoryHosts hosts() {
        return new InMemoryHosts(
                coordinator(MAYA, "Maya", everyDay("09:00", "17:00")),
                coordinator(DANIEL, "Daniel", everyDay("10:00", "12:00")));
    }

    @Bean
    InMemoryCalls calls() {
        return new InMemoryCalls();
    }

    @Bean
    InMemoryInquiries inquiries() {
        return new InMemoryInquiries();
    }

    @Bean
    PersonRules personRules() {
        return new PersonRules(new UnitedStatesPhoneNumbers());
    }

    @Bean
    ReceiveInquiryHandler receiveInquiryHandler(InMemoryInquiries inquiries, Clock clock) {
        return new ReceiveInquiryHandler(inquiries, clock);
    }

    @Bean
    FindOpeningsHandler findOpeningsHandler(InMemoryHosts hosts, InMemoryCalls calls, Clock clock) {
        return new FindOpeningsHandler(hosts, calls, clock);
    }

    @Bean
    HoldCallHandler holdCallHandler(
            InMemoryHosts hosts, InMemoryCalls calls, FindOpeningsHandler openings, Clock clock) {
        return new HoldCallHandler(hosts, calls, openings, clock);
    }

    @Bean
    ExtendHoldHandler extendHoldHandler(InMemoryCalls calls, Clock clock) {
        return new ExtendHoldHandler(calls, clock);
    }

    @Bean
    ReleaseHoldHandler releaseHoldHandler(InMemoryCalls calls, Clock clock) {
        return new ReleaseHoldHandler(calls, clock);
    }

    @Bean
    KeepDraftHandler keepDraftHandler(InMemoryCalls calls, Clock clock) {
        return new KeepDraftHandler(calls, clock);
    }

    @Bean
    BookCallHandler bookCallHandler(InMemoryCalls calls, InMemoryInquiries inquiries, Clock clock) {
        return new BookCallHandler(calls, inquiries, clock);
    }

    @Bean
    CancelCallHandler cancelCallHandler(InMemoryCalls calls, Clock clock) {
        return new CancelCallHandler(calls, clock);
    }
}
