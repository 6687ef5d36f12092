package org.rapport.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Visitor.text;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.calls.application.InMemoryCalls;
import org.rapport.booking.calls.domain.CallEvent;
import org.rapport.booking.inquiries.application.InMemoryInquiries;
import org.rapport.booking.waiting.application.InMemoryWaiters;
import org.rapport.booking.waiting.domain.Waiter;
import org.rapport.booking.waiting.domain.WaiterState;
import org.rapport.testkit.SettableClock;
import org.rapport.web.Staff;
import org.rapport.web.StaffRole;
import org.rapport.web.StaffTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Pain 27: beyond its messages of the day an address is answered as always, and nobody hears of it. */
@OverFakes
@TestPropertySource(
        properties = {"rapport.visitors.limits.messages[0].times=2", "rapport.visitors.limits.messages[0].within=24h"})
@DisplayNameGeneration(ReplaceUnderscores.class)
class BookingQuietLimitTest {

    private static final String DANIEL_ID = "c0000000-0000-4000-8000-000000000002";
    private static int day;

    @Autowired
    MockMvcTester http;

    @Autowired
    SettableClock clock;

    @Autowired
    InMemoryCalls calls;

    @Autowired
    InMemoryInquiries inquiries;

    @Autowired
    InMemoryWaiters waiters;

    @Autowired
    StaffTokens tokens;

    @Autowired
    Visitor visitor;

    private String email = "";

    @BeforeEach
    void another_day() {
        day += 2;
        clock.set(Instant.parse("2027-05-03T15:00:00Z").plus(Duration.ofDays(day)));
        email = "alex" + day + "@example.org";
    }

    @Test
    void pain_27_the_third_booking_under_an_address_looks_the_same_and_nobody_is_told_of_it() {
        MvcTestResult second = visitor.booked(DANIEL_ID, opening(), email);
        visitor.booked(DANIEL_ID, opening(), email);
        int told = calls.events().size();
        int queued = inquiries.events().size();
        MvcTestResult third = visitor.booked(DANIEL_ID, opening(), email);
        assertThat(third).hasStatus(201);
        assertThat(plain(third)).isEqualTo(plain(second));
        assertThat(calls.events()).hasSize(told);
        assertThat(inquiries.events()).as("in the queue all the same").hasSize(queued + 1);
        clock.advance(Duration.ofHours(24));
        assertThat(visitor.booked(DANIEL_ID, opening(), email)).hasStatus(201);
        assertThat(calls.events()).as("the day after").hasSize(told + 1);
    }

    @Test
    void services_that_book_are_not_counted_and_count_nothing() {
        for (int call = 0; call < 4; call++) {
            int told = calls.events().size();
            assertThat(bookedByService()).hasStatus(201);
            assertThat(calls.events()).hasSize(told + 1);
        }
        assertThat(visitor.booked(DANIEL_ID, opening(), email)).hasStatus(201);
        assertThat(calls.events()).last().isInstanceOf(CallEvent.CallUnconfirmed.class);
    }

    @Test
    void a_call_sent_again_and_again_counts_once() {
        String token = JsonPath.read(text(visitor.hold(DANIEL_ID, opening())), "$.token");
        for (int sent = 0; sent < 4; sent++) {
            assertThat(visitor.booked(token, email)).hasStatus(201);
        }
        int told = calls.events().size();
        assertThat(visitor.booked(DANIEL_ID, opening(), email)).hasStatus(201);
        assertThat(calls.events()).hasSize(told + 1);
    }

    @Test
    void pain_27_the_third_place_on_the_wait_list_looks_the_same_and_is_offered_nothing() {
        MvcTestResult first = join(false);
        join(false);
        MvcTestResult third = join(false);
        assertThat(third).hasStatus(201);
        assertThat(plain(third)).isEqualTo(plain(first));
        assertThat(states()).filteredOn(WaiterState.Unheard.class::isInstance).hasSize(1);
        assertThat(visitor.page(place(third)).replaceAll("[A-Za-z0-9_-]{40,}", "token"))
                .isEqualTo(visitor.page(place(first)).replaceAll("[A-Za-z0-9_-]{40,}", "token"));
        join(true);
        assertThat(states()).filteredOn(WaiterState.Unheard.class::isInstance).hasSize(1);
    }

    private List<WaiterState> states() {
        return waiters.listed().stream()
                .filter(waiter -> email.equals(inquiries
                        .find(waiter.inquiryId())
                        .orElseThrow()
                        .person()
                        .email()))
                .map(Waiter::state)
                .toList();
    }

    private String opening() {
        return visitor.openings(DANIEL_ID).getFirst();
    }

    private MvcTestResult bookedByService() {
        String token = JsonPath.read(text(visitor.hold(DANIEL_ID, opening())), "$.token");
        return sent("/api/booking/holds/" + token + "/call", person(), true);
    }

    private MvcTestResult join(boolean service) {
        String body = """
            {"host": "any", "lastDay": "%s", "weekdays": [], "parts": [], "requestId": "%s", "person": %s}\
            """.formatted(
                clock.instant().plus(Duration.ofDays(20)).toString().substring(0, 10), UUID.randomUUID(), person());
        return sent("/api/booking/wait-list", body, service);
    }

    private String person() {
        return """
            {"name": "Alex", "email": "%s", "zone": "America/Denver", "state": "IL", "language": "en",
             "channels": ["EMAIL"], "mayLeaveMessage": false, "consentVersion": "2026-11"}\
            """.formatted(email);
    }

    private MvcTestResult sent(String path, String body, boolean service) {
        var request =
                http.post().uri(path).contentType(MediaType.APPLICATION_JSON).content(body);
        if (service) {
            Staff intake = new Staff(UUID.randomUUID(), "intake", Set.of(StaffRole.SERVICE));
            request = request.header("Authorization", "Bearer " + tokens.mint(intake, Duration.ofMinutes(1)));
        }
        return request.exchange();
    }

    private static String place(MvcTestResult joined) {
        String url = JsonPath.read(text(joined), "$.placeUrl");
        return url.substring(url.indexOf("/wait-list/"));
    }

    private static String plain(MvcTestResult answer) {
        return text(answer)
                .replaceAll("[A-Za-z0-9_.-]{40,}", "token")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "id")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "instant");
    }
}
