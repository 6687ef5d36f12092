package org.rapport.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Visitor.text;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.calls.application.InMemoryCalls;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallEvent;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.CallOutcome;
import org.rapport.booking.calls.domain.CancelReason;
import org.rapport.booking.calls.domain.OutcomeRules;
import org.rapport.testkit.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Whether an address has a call here is told to the address alone, never to whoever types it. */
@OverFakes
@DisplayNameGeneration(ReplaceUnderscores.class)
class BookingDoubledTest {

    private static final String MAYA_ID = "c0000000-0000-4000-8000-000000000001";
    private static final String DANIEL_ID = "c0000000-0000-4000-8000-000000000002";
    private static int day;

    @Autowired
    MockMvcTester http;

    @Autowired
    SettableClock clock;

    @Autowired
    InMemoryCalls calls;

    @Autowired
    Visitor visitor;

    private String start = "";
    private String known = "";

    @BeforeEach
    void somebody_has_booked() {
        day += 2;
        clock.set(Instant.parse("2027-05-03T12:00:00Z").plus(Duration.ofDays(day)));
        start = visitor.openings(DANIEL_ID).get(20);
        known = "alex" + day + "@example.org";
        assertThat(visitor.booked(MAYA_ID, start, known)).hasStatus(201);
    }

    @Test
    void the_api_answers_a_known_and_an_unknown_address_alike() {
        String other = visitor.openings(DANIEL_ID).get(28);
        MvcTestResult unknown = visitor.booked(DANIEL_ID, other, "robin" + day + "@example.org");
        MvcTestResult doubled = visitor.booked(DANIEL_ID, start, known);
        assertThat(calls.events()).last().isInstanceOf(CallEvent.CallDoubled.class);
        assertThat(doubled.getResponse().getStatus())
                .isEqualTo(unknown.getResponse().getStatus())
                .isEqualTo(201);
        Map<String, Object> one = JsonPath.read(text(doubled), "$");
        Map<String, Object> another = JsonPath.read(text(unknown), "$");
        assertThat(one.keySet()).isEqualTo(another.keySet()).doesNotContain("manageUrl");
        assertThat(doubled.getResponse().getHeaderNames())
                .isEqualTo(unknown.getResponse().getHeaderNames());
    }

    /** Otherwise the done page would show the zone of the hold to whoever holds in one zone and books in another. */
    @Test
    void the_zone_a_person_says_they_are_in_counts_whether_they_are_known_or_not() {
        for (String email : List.of(known, "robin" + day + "@example.org")) {
            MvcTestResult held = visitor.json(
                    "/api/booking/holds",
                    "{\"host\": \"%s\", \"start\": \"%s\", \"zone\": \"America/New_York\"}"
                            .formatted(DANIEL_ID, start));
            String token = JsonPath.read(text(held), "$.token");
            assertThat(visitor.booked(token, email)).hasStatus(201);
            assertThat(visitor.page("/book/" + token + "/done"))
                    .contains("Denver time")
                    .doesNotContain("New York");
            clock.advance(Call.HOLD);
        }
    }

    /** Whoever typed somebody's address gets the link to the call by no way but the message. */
    @Test
    void the_done_page_stays_the_same_when_the_call_is_cancelled_or_has_ended() {
        String cancelled = told(visitor.openings(DANIEL_ID).get(28), "robin" + day + "@example.org");
        String before = plain(cancelled + "/done");
        calls.decide(last(), call -> call.cancel(CancelReason.NO_LONGER_NEEDED, clock.instant()));
        assertThat(plain(cancelled + "/done")).isEqualTo(before);
        String ended = told(visitor.openings(DANIEL_ID).get(30), "kim" + day + "@example.org");
        Call call = calls.find(last()).orElseThrow();
        clock.set(call.time().end());
        calls.decide(
                call.id(), again -> OutcomeRules.note(again, CallOutcome.THINKING, UUID.randomUUID(), clock.instant()));
        assertThat(plain(ended + "/done")).isEqualTo(before);
        for (String hold : List.of(cancelled, ended)) {
            assertThat(visitor.form(hold + "/check")).hasStatus(302).hasRedirectedUrl(hold + "/done");
            assertThat(visitor.page(hold + "/done")).doesNotContain("/calls/");
        }
    }

    private CallId last() {
        return calls.events().getLast().call().id();
    }

    @Test
    void the_pages_answer_alike_also_later_and_also_who_comes_back() {
        String unknown = told(visitor.openings(DANIEL_ID).get(28), "robin" + day + "@example.org");
        String doubled = told(start, known);
        assertThat(calls.events()).last().isInstanceOf(CallEvent.CallDoubled.class);
        for (Duration later : List.of(Duration.ZERO, Call.HOLD, Call.HOLD.multipliedBy(3))) {
            clock.advance(later);
            assertThat(plain(doubled + "/done"))
                    .isEqualTo(plain(unknown + "/done"))
                    .contains("is on its way");
            for (String page : List.of("/you", "/check")) {
                assertThat(http.get().uri(doubled + page)).hasStatus(302).hasRedirectedUrl(doubled + "/done");
                assertThat(http.get().uri(unknown + page)).hasStatus(302).hasRedirectedUrl(unknown + "/done");
            }
            for (String form : List.of("/check", "/release", "/extension")) {
                assertThat(visitor.form(doubled + form)).hasStatus(302).hasRedirectedUrl(doubled + "/done");
                assertThat(visitor.form(unknown + form)).hasStatus(302).hasRedirectedUrl(unknown + "/done");
            }
        }
    }

    /** Without what differs from call to call: the time, the tokens. */
    private String plain(String path) {
        return visitor.page(path)
                .replaceAll("<h2>[^<]*(AM|PM)[^<]*</h2>", "<h2>time</h2>")
                .replaceAll("(/intake|/book)/[A-Za-z0-9_-]+", "$1/token")
                .replaceAll("content=\"[^\"]*\"", "");
    }

    private String told(String time, String email) {
        MvcTestResult held = visitor.form("/book/times", "host", DANIEL_ID, "start", time, "zone", "America/Chicago");
        String you = Objects.requireNonNull(held.getResponse().getRedirectedUrl());
        MvcTestResult told = visitor.form(
                you,
                "name",
                "Alex",
                "email",
                email,
                "zone",
                "America/Chicago",
                "state",
                "IL",
                "language",
                "en",
                "channels",
                "EMAIL",
                "consent",
                "true");
        assertThat(told).hasStatus(302);
        String hold = you.substring(0, you.length() - "/you".length());
        assertThat(visitor.form(hold + "/check")).hasStatus(302).hasRedirectedUrl(hold + "/done");
        return hold;
    }
}
