package org.rapport.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Visitor.text;

import com.jayway.jsonpath.JsonPath;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.calls.application.InMemoryCalls;
import org.rapport.booking.calls.domain.CallEvent;
import org.rapport.testkit.SettableClock;
import org.rapport.web.StaffRole;
import org.rapport.web.StaffTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** How a call went: noted by its host or a coordinator, from its start on. */
@OverFakes
@DisplayNameGeneration(ReplaceUnderscores.class)
class BookingOutcomeTest {

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
    StaffTokens tokens;

    @Autowired
    Visitor visitor;

    private Instant start = Instant.EPOCH;
    private String address = "";
    private String callId = "";

    @BeforeEach
    void a_call_begins() {
        day += 3;
        clock.set(Instant.parse("2027-07-01T12:00:00Z").plus(Duration.ofDays(day)));
        String time = visitor.openings(MAYA_ID).getFirst();
        String booked = text(visitor.booked(MAYA_ID, time, "alex" + day + "@example.org"));
        callId = JsonPath.read(booked, "$.callId");
        address = "/staff/calls/" + callId + "/outcome";
        start = Instant.parse(time);
        clock.set(start);
    }

    @Test
    void the_host_notes_and_corrects_it_on_the_page_of_own_calls() {
        Cookie maya = signedIn(MAYA_ID, StaffRole.COORDINATOR);
        assertThat(text(visitor.get(maya, "/staff/calls"))).contains(address, "How did the call go?");
        assertThat(text(visitor.get(maya, address)))
                .contains("The call with Alex", "value=\"needs-higher-care\"", "You can correct it until ")
                .doesNotContain("??");
        MvcTestResult nothing = visitor.form(maya, address);
        assertThat(nothing).hasStatus(422);
        assertThat(text(nothing)).contains("Choose what came of the call", "href=\"#outcome\"");
        assertThat(visitor.form(maya, address, "outcome", "missed-by-client"))
                .hasStatus(302)
                .hasRedirectedUrl("/staff/calls#" + callId);
        assertThat(calls.events()).last().isInstanceOf(CallEvent.CallMissed.class);
        clock.advance(Duration.ofDays(1));
        assertThat(text(visitor.get(maya, "/staff/calls")))
                .contains("was not reached, or did not call", "Correct this");
        assertThat(visitor.form(maya, address, "outcome", "good-fit")).hasStatus(302);
        assertThat(calls.events()).last().isInstanceOf(CallEvent.CallHeld.class);
        clock.advance(Duration.ofDays(2));
        assertThat(visitor.form(maya, address, "outcome", "thinking")).hasStatus(409);
        assertThat(text(visitor.get(maya, "/staff/calls"))).doesNotContain(callId);
    }

    @Test
    void a_call_nobody_noted_stays_on_the_page_and_before_its_start_there_is_nothing_to_note() {
        clock.set(start.minusSeconds(1));
        Cookie maya = signedIn(MAYA_ID, StaffRole.COORDINATOR);
        assertThat(text(visitor.get(maya, address))).contains("has not begun").doesNotContain("type=\"radio\"");
        assertThat(visitor.form(maya, address, "outcome", "good-fit")).hasStatus(409);
        clock.set(start.plus(Duration.ofDays(9)));
        assertThat(text(visitor.get(maya, "/staff/calls"))).contains(address);
    }

    @Test
    void what_can_no_longer_be_corrected_is_only_shown() {
        Cookie maya = signedIn(MAYA_ID, StaffRole.COORDINATOR);
        clock.advance(Duration.ofDays(3));
        assertThat(text(visitor.get(maya, address)))
                .as("noted late, it is final at once")
                .contains("type=\"radio\"")
                .doesNotContain("You can correct it until");
        assertThat(visitor.form(maya, address, "outcome", "thinking")).hasStatus(302);
        assertThat(text(visitor.get(maya, address)))
                .contains("We spoke: the person is thinking about it", "can be corrected until the end of the next day")
                .doesNotContain("type=\"radio\"");
    }

    @Test
    void a_coordinator_notes_a_colleagues_call_and_a_therapist_does_not_see_it() {
        assertThat(visitor.form(signedIn(DANIEL_ID, StaffRole.COORDINATOR), address, "outcome", "missed-by-host"))
                .hasStatus(302);
        assertThat(calls.events().getLast())
                .isInstanceOfSatisfying(
                        CallEvent.CallMissed.class,
                        missed -> assertThat(missed.notedBy()).isEqualTo(UUID.fromString(DANIEL_ID)));
        Cookie therapist = signedIn(DANIEL_ID, StaffRole.THERAPIST);
        assertThat(visitor.get(therapist, address)).hasStatus(404);
        assertThat(visitor.form(therapist, address, "outcome", "good-fit")).hasStatus(404);
        assertThat(visitor.get(signedIn(MAYA_ID, StaffRole.ADMINISTRATOR), address))
                .hasStatus(403);
    }

    @Test
    void the_api_notes_it_tells_it_to_services_and_not_to_the_client() {
        assertThat(noted("good", StaffRole.THERAPIST)).hasStatus(422);
        assertThat(noted("good-fit", StaffRole.ADMINISTRATOR)).hasStatus(403);
        assertThat(noted("good-fit", StaffRole.THERAPIST))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.outcome.code")
                .isEqualTo("good-fit");
        MvcTestResult told = visitor.get(signedIn(MAYA_ID, StaffRole.COORDINATOR), "/api/booking/calls/" + callId);
        assertThat(text(told)).contains("\"state\":\"BOOKED\"", "\"correction\":0");
        for (StaffRole role : List.of(StaffRole.THERAPIST, StaffRole.SERVICE)) {
            assertThat(http.post()
                            .uri("/api/booking/calls/" + callId + "/outcome")
                            .header(
                                    "Authorization",
                                    "Bearer " + signedIn(DANIEL_ID, role).getValue())
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"outcome\": \"thinking\"}"))
                    .hasStatus(role == StaffRole.THERAPIST ? 404 : 403);
        }
    }

    private MvcTestResult noted(String outcome, StaffRole role) {
        return http.post()
                .uri("/api/booking/calls/" + callId + "/outcome")
                .header("Authorization", "Bearer " + signedIn(MAYA_ID, role).getValue())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"outcome\": \"" + outcome + "\"}")
                .exchange();
    }

    private Cookie signedIn(String id, StaffRole role) {
        return Visitor.signedIn(tokens, id, role);
    }
}
