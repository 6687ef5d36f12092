package org.rapport.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Visitor.problem;
import static org.rapport.booking.Visitor.signedIn;
import static org.rapport.booking.Visitor.text;

import com.jayway.jsonpath.JsonPath;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.calls.application.InMemoryCalls;
import org.rapport.booking.calls.domain.CallEvent;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.waiting.application.InMemoryFreedTimes;
import org.rapport.booking.waiting.application.InMemoryWaiters;
import org.rapport.booking.waiting.application.PassOn;
import org.rapport.booking.waiting.application.PassOnHandler;
import org.rapport.booking.waiting.domain.FreedTime;
import org.rapport.booking.waiting.domain.FreedTimeId;
import org.rapport.booking.waiting.domain.Offer;
import org.rapport.booking.waiting.domain.OfferHolds;
import org.rapport.booking.waiting.domain.Waiter;
import org.rapport.booking.waiting.domain.WaiterEvent;
import org.rapport.testkit.SettableClock;
import org.rapport.web.StaffRole;
import org.rapport.web.StaffTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Pain 22 on pages and API: join, be offered a time, take it or let it go, leave; staff see it all. */
@OverFakes
@DisplayNameGeneration(ReplaceUnderscores.class)
class BookingWaitListTest {

    private static final String MAYA_ID = "c0000000-0000-4000-8000-000000000001";
    private static final String OLIVIA_ID = "b0000000-0000-4000-8000-000000000001";
    private static int day;

    @Autowired
    MockMvcTester http;

    @Autowired
    SettableClock clock;

    @Autowired
    InMemoryCalls calls;

    @Autowired
    InMemoryWaiters waiters;

    @Autowired
    InMemoryFreedTimes freedTimes;

    @Autowired
    PassOnHandler passOn;

    @Autowired
    OfferHolds holds;

    @Autowired
    StaffTokens tokens;

    @Autowired
    Visitor visitor;

    private String email = "";

    @BeforeEach
    void another_day() {
        day += 3;
        // Ten in the morning in Chicago.
        clock.set(Instant.parse("2027-06-01T15:00:00Z").plus(Duration.ofDays(day)));
        email = "robin" + day + "@example.org";
        waiters.leaveAll(clock.instant());
    }

    @Test
    void the_list_of_times_leads_to_the_wait_list_with_the_host_and_the_zone() {
        assertThat(visitor.page("/book/times?host=" + MAYA_ID + "&zone=America/Denver"))
                .contains("/wait-list?host=" + MAYA_ID + "&amp;zone=America/Denver", "Join the wait list");
        assertThat(visitor.page("/wait-list?host=" + MAYA_ID + "&zone=America/Denver"))
                .contains("<option value=\"" + MAYA_ID + "\" selected=\"selected\">Maya, 20 minutes</option>")
                .contains("Any coordinator, 20 minutes", "for you alone for 15 minutes", "Monday", "Noon to 5 PM")
                .contains("between 9 AM and 8 PM")
                .doesNotContain("??");
        assertThat(visitor.page("/wait-list?lang=es"))
                .contains("lista de espera", "lunes")
                .doesNotContain("??");
    }

    @Test
    void who_joins_has_a_place_and_can_leave_it() {
        MvcTestResult joined = join(UUID.randomUUID().toString(), email, "weekdays", "MONDAY", "parts", "MORNING");
        String place = Objects.requireNonNull(joined.getResponse().getRedirectedUrl());
        assertThat(visitor.page(place))
                .contains("We have put you on the list", "Any coordinator", "Monday; Before noon")
                .doesNotContain("??");
        assertThat(waiters.events()).last().isInstanceOf(WaiterEvent.WaitListJoined.class);
        String address = place.replace("?joined=yes", "");
        assertThat(visitor.form(address + "/leave")).hasStatus(302).hasRedirectedUrl(address);
        assertThat(visitor.page(address)).contains("You are not on the wait list any more", "You have left the list");
        assertThat(visitor.form(address + "/leave")).hasStatus(302);
        assertThat(waiters.inLine()).isEmpty();
    }

    @Test
    void opening_any_link_changes_nothing() {
        String place = joined();
        String offer = offered(visitor.openings(MAYA_ID).getFirst());
        for (String link : List.of(place, offer)) {
            visitor.page(link);
            assertThat(http.head().uri(link)).hasStatusOk();
        }
        assertThat(theWaiter().offer()).isPresent();
    }

    @Test
    void what_is_wrong_is_said_at_the_field_and_kept() {
        MvcTestResult answer = visitor.form(
                "/wait-list",
                "requestId",
                UUID.randomUUID().toString(),
                "host",
                "nobody",
                "lastDay",
                "soon",
                "name",
                "Robin",
                "parts",
                "MORNING",
                "channels",
                "EMAIL");
        assertThat(answer).hasStatus(422);
        assertThat(text(answer))
                .contains("href=\"#host\"", "href=\"#lastDay\"", "href=\"#email\"", "Enter a date such as")
                .contains("value=\"Robin\"", "value=\"MORNING\" id=\"parts\" checked")
                .doesNotContain("??");
        assertThat(waiters.inLine()).isEmpty();
    }

    @Test
    void a_form_sent_twice_is_one_place_and_a_changed_one_is_refused() {
        String request = UUID.randomUUID().toString();
        String first = Objects.requireNonNull(join(request, email).getResponse().getRedirectedUrl());
        assertThat(join(request, email)).hasStatus(302).hasRedirectedUrl(first);
        assertThat(waiters.inLine()).hasSize(1);
        assertThat(join(request, "other" + email)).hasStatus(409);
    }

    @Test
    void pain_22_one_page_takes_the_time_or_lets_it_go() {
        String place = joined().replace("?joined=yes", "");
        String start = visitor.openings(MAYA_ID).getFirst();
        String offer = offered(start);
        assertThat(visitor.page(offer))
                .contains("A time has become free", "We keep it for you alone until 10:15 AM", "Robin", email)
                .contains("Take this time", "Let it go")
                .doesNotContain("??");
        assertThat(visitor.page(place)).doesNotContain("10:15 AM", "/wait-list/offers/", "??");
        assertThat(visitor.hold(MAYA_ID, start)).hasStatus(409);

        MvcTestResult taken = visitor.form(offer);
        assertThat(taken).hasStatus(302);
        String done = Objects.requireNonNull(taken.getResponse().getRedirectedUrl());
        assertThat(visitor.page(done)).contains("is on its way");
        assertThat(calls.events()).last().isInstanceOf(CallEvent.CallBooked.class);
        assertThat(http.get().uri(offer)).hasStatus(302).hasRedirectedUrl(done);
        assertThat(visitor.form(offer)).hasStatus(302).hasRedirectedUrl(done);
        assertThat(visitor.form(offer + "/release")).hasStatus(302).hasRedirectedUrl(done);
    }

    @Test
    void who_lets_it_go_stays_on_the_list_and_the_time_is_free() {
        joined();
        String start = visitor.openings(MAYA_ID).getFirst();
        String offer = offered(start);
        assertThat(visitor.page("/wait-list/offers/" + offer.substring(offer.lastIndexOf('/') + 1)))
                .contains("Let it go");
        MvcTestResult passed = visitor.form(offer + "/release");
        assertThat(passed).hasStatusOk();
        assertThat(text(passed))
                .contains("You have let this time go", "You are still on the wait list")
                .doesNotContain("??");
        assertThat(http.get().uri(offer)).hasStatus(410);
        assertThat(visitor.form(offer)).hasStatus(410);
        assertThat(visitor.hold(MAYA_ID, start)).hasStatus(201);
    }

    @Test
    void after_its_fifteen_minutes_an_offer_is_gone() {
        joined();
        String offer = offered(visitor.openings(MAYA_ID).getFirst());
        clock.advance(Duration.ofMinutes(15));
        MvcTestResult gone = http.get().uri(offer).exchange();
        assertThat(gone).hasStatus(410);
        assertThat(text(gone)).contains("no longer kept for you").doesNotContain("??");
        assertThat(visitor.form(offer)).hasStatus(410);
    }

    @Test
    void a_hold_that_nobody_waited_for_is_no_offer() {
        String token = JsonPath.read(
                text(visitor.hold(MAYA_ID, visitor.openings(MAYA_ID).getFirst())), "$.token");
        for (String path : List.of("/wait-list/offers/" + token, "/wait-list/offers/x", "/wait-list/x")) {
            assertThat(http.get().uri(path)).hasStatus(404);
        }
        assertThat(visitor.form("/wait-list/offers/" + token)).hasStatus(404);
        assertThat(visitor.form("/wait-list/offers/" + token + "/release")).hasStatus(404);
        assertThat(visitor.form("/wait-list/x/leave")).hasStatus(404);
    }

    @Test
    void the_api_puts_people_on_the_list_once() {
        String body = """
                {"host": "any", "lastDay": "%s", "weekdays": ["MONDAY"], "parts": [], "requestId": "%s",
                 "person": {"name": "Robin", "email": "%s", "zone": "America/Chicago", "state": "IL", "language": "en",
                  "channels": ["EMAIL"], "mayLeaveMessage": false, "consentVersion": "2026-11"}}""";
        String request = UUID.randomUUID().toString();
        String path = "/api/booking/wait-list";
        MvcTestResult first = visitor.json(path, body.formatted(lastDay(), request, email));
        assertThat(first).hasStatus(201);
        assertThat(JsonPath.<String>read(text(first), "$.placeUrl")).contains("/wait-list/");
        assertThat(text(visitor.json(path, body.formatted(lastDay(), request, email))))
                .isEqualTo(text(first));
        assertThat(problem(visitor.json(path, body.formatted(lastDay(), request, "x" + email)), 422))
                .isEqualTo("request-id-reused");
        MvcTestResult faults = visitor.json(path, "{\"weekdays\": [\"TODAY\"], \"person\": {}, \"parts\": [null]}");
        assertThat(problem(faults, 422)).isEqualTo("invalid");
        assertThat(JsonPath.<List<String>>read(text(faults), "$.errors[*].field"))
                .contains("requestId", "host", "lastDay", "weekdays", "parts");
        assertThat(waiters.inLine()).hasSize(1);
    }

    @Test
    void only_services_are_told_the_link_of_an_offer() {
        joined();
        String offer = offered(visitor.openings(MAYA_ID).getFirst());
        String path = "/api/booking/wait-list/offers/"
                + theWaiter().offer().orElseThrow().call();
        assertThat(http.get().uri(path)).hasStatus(401);
        for (StaffRole role : List.of(StaffRole.COORDINATOR, StaffRole.THERAPIST, StaffRole.ADMINISTRATOR)) {
            assertThat(visitor.get(signedIn(tokens, MAYA_ID, role), path)).hasStatus(403);
        }
        Cookie service = signedIn(tokens, MAYA_ID, StaffRole.SERVICE);
        String told = text(visitor.get(service, path));
        assertThat(JsonPath.<String>read(told, "$.url")).endsWith(offer);
        assertThat(JsonPath.<String>read(told, "$.state")).isEqualTo("OPEN");
        visitor.form(offer + "/release");
        assertThat(JsonPath.<String>read(text(visitor.get(service, path)), "$.state"))
                .isEqualTo("CLOSED");
        assertThat(visitor.get(service, "/api/booking/wait-list/offers/" + UUID.randomUUID()))
                .hasStatus(404);
        String held = JsonPath.read(
                text(visitor.hold(MAYA_ID, visitor.openings(MAYA_ID).get(9))), "$.callId");
        assertThat(visitor.get(service, "/api/booking/wait-list/offers/" + held))
                .hasStatus(404);
    }

    @Test
    void staff_see_who_waits_and_take_somebody_off_with_a_reason() {
        joined();
        offered(visitor.openings(MAYA_ID).getFirst());
        Waiter waiter = theWaiter();
        String removal = "/staff/wait-list/" + waiter.id() + "/removal";
        Cookie olivia = signedIn(tokens, OLIVIA_ID, StaffRole.ADMINISTRATOR);
        String list = text(visitor.get(olivia, "/staff/wait-list"));
        assertThat(list)
                .contains("1 waiting", "Robin", "Any day and time", "with Maya, until 10:15 AM", removal)
                .doesNotContain("??", "/staff/referrals/");
        assertThat(text(visitor.get(signedIn(tokens, MAYA_ID, StaffRole.COORDINATOR), "/staff/wait-list")))
                .contains("/staff/referrals/" + waiter.inquiryId());
        assertThat(text(visitor.get(olivia, removal)))
                .contains("Is on the list twice")
                .doesNotContain("??");
        MvcTestResult nothing = visitor.form(olivia, removal);
        assertThat(nothing).hasStatus(422);
        assertThat(text(nothing)).contains("Choose why", "href=\"#reason\"");
        assertThat(visitor.form(olivia, removal, "reason", "left")).hasStatus(422);
        assertThat(visitor.form(olivia, removal, "reason", "listed-twice"))
                .hasStatus(302)
                .hasRedirectedUrl("/staff/wait-list");
        assertThat(waiters.inLine()).isEmpty();
        assertThat(visitor.get(olivia, removal)).hasStatus(404);
        assertThat(text(visitor.get(olivia, "/staff/wait-list"))).contains("Nobody waits");
        assertThat(visitor.get(olivia, "/staff/wait-list/" + UUID.randomUUID() + "/removal"))
                .hasStatus(404);
    }

    @Test
    void others_see_nothing_of_it() {
        joined();
        String removal = "/staff/wait-list/" + theWaiter().id() + "/removal";
        Cookie therapist = signedIn(tokens, MAYA_ID, StaffRole.THERAPIST);
        for (String path : List.of("/staff/wait-list", removal)) {
            assertThat(http.get().uri(path)).hasStatus(302);
            assertThat(visitor.get(therapist, path)).hasStatus(403);
        }
        assertThat(visitor.form(therapist, removal, "reason", "asked-us")).hasStatus(403);
        assertThat(waiters.inLine()).hasSize(1);
    }

    private Waiter theWaiter() {
        return waiters.inLine().getFirst();
    }

    private String joined() {
        MvcTestResult answer = join(UUID.randomUUID().toString(), email);
        assertThat(answer).hasStatus(302);
        return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    }

    private MvcTestResult join(String request, String address, String... more) {
        return visitor.joins(request, "any", address, more);
    }

    private String lastDay() {
        return clock.instant().plus(Duration.ofDays(20)).toString().substring(0, 10);
    }

    /** A time of Maya's becomes free, and is offered to whoever is first in line. */
    private String offered(String start) {
        FreedTimeId id = new FreedTimeId(new CallId(UUID.randomUUID()), 1);
        freedTimes.save(FreedTime.of(id, new HostId(UUID.fromString(MAYA_ID)), Instant.parse(start), clock.instant()));
        passOn.handle(new PassOn(id));
        Offer offer = theWaiter().offer().orElseThrow();
        assertThat(offer.time().start()).isEqualTo(start);
        return "/wait-list/offers/" + holds.token(offer.call()).text();
    }
}
