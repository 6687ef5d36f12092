package org.rapport.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.DANIEL;
import static org.rapport.booking.Examples.MAYA;
import static org.rapport.booking.Visitor.text;

import com.jayway.jsonpath.JsonPath;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.calls.application.InMemoryCalls;
import org.rapport.booking.calls.domain.CallEvent;
import org.rapport.booking.calls.domain.Mover;
import org.rapport.booking.hosts.InMemoryHosts;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostHours;
import org.rapport.booking.hosts.domain.Leave;
import org.rapport.testkit.SettableClock;
import org.rapport.web.SignedLinks;
import org.rapport.web.StaffRole;
import org.rapport.web.StaffTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A call gets another time: by its link, by the API, by its host. */
@OverFakes
@DisplayNameGeneration(ReplaceUnderscores.class)
class BookingMoveTest {

    private static final String MAYA_ID = "c0000000-0000-4000-8000-000000000001";
    private static final String DANIEL_ID = "c0000000-0000-4000-8000-000000000002";
    private static int day;

    @Autowired
    MockMvcTester http;

    @Autowired
    SettableClock clock;

    @Autowired
    InMemoryHosts hosts;

    @Autowired
    InMemoryCalls calls;

    @Autowired
    StaffTokens tokens;

    @Autowired
    SignedLinks links;

    @Autowired
    Visitor visitor;

    private List<String> times = List.of();
    private String token = "";
    private String callId = "";

    @BeforeEach
    void somebody_has_booked() {
        day += 2;
        clock.set(Instant.parse("2027-03-01T15:00:00Z").plus(Duration.ofDays(day)));
        times = visitor.openings(MAYA_ID);
        String booked = text(visitor.booked(MAYA_ID, times.get(0), "alex" + day + "@example.org"));
        callId = JsonPath.read(booked, "$.callId");
        token = links.sign("manage-call", callId, Instant.parse("2028-01-01T00:00:00Z"));
    }

    @Test
    void a_person_moves_a_call_by_its_link_and_the_old_time_is_free() {
        String page = visitor.page("/calls/" + token + "/move");
        assertThat(page)
                .contains("Pick another time", times.get(1), "Denver time", "aria-label=\"Move the call to ")
                .doesNotContain("value=\"" + times.get(0) + "\"", "??");
        MvcTestResult moved = visitor.form("/calls/" + token + "/move", "start", times.get(4), "revision", "0");
        assertThat(moved).hasStatus(302);
        String next = Objects.requireNonNull(moved.getResponse().getRedirectedUrl());
        assertThat(visitor.page(next)).contains("Your call has a new time", "Cancel this call");
        assertThat(visitor.page(next + "&lang=es")).contains("Su llamada tiene otra hora", "Elegir otra hora");
        assertThat(visitor.openings(MAYA_ID)).contains(times.get(0)).doesNotContain(times.get(4));
        assertThat(lastMove().by()).isEqualTo(Mover.CLIENT);
    }

    @Test
    void pain_26_whatever_a_mail_scanner_gets_changes_nothing() {
        int before = calls.events().size();
        for (String path : List.of(
                "/calls/" + token,
                "/calls/" + token + "?moved=yes",
                "/calls/" + token + "/move",
                "/calls/" + token + "/move?day=2027-03-10&start=" + times.get(4) + "&revision=0",
                "/calls/" + token + "/cancel",
                "/calls/" + token + "/cancel?reason=no-longer-needed",
                "/api/booking/calls/by-link/" + token,
                "/api/booking/calls/by-link/" + token + "/openings")) {
            assertThat(http.get().uri(path)).hasStatusOk();
            assertThat(http.head().uri(path)).hasStatusOk();
        }
        assertThat(http.get().uri("/api/booking/calls/by-link/" + token + "/move"))
                .hasStatus(405);
        assertThat(calls.events()).hasSize(before);
        assertThat(visitor.openings(MAYA_ID)).doesNotContain(times.get(0));
    }

    @Test
    void a_time_somebody_took_leaves_the_call_and_shows_the_nearest() {
        visitor.booked(MAYA_ID, times.get(4), "robin" + day + "@example.org");
        MvcTestResult answer = visitor.form("/calls/" + token + "/move", "start", times.get(4), "revision", "0");
        assertThat(answer).hasStatus(409);
        assertThat(text(answer)).contains("Your call keeps the time it had", "role=\"alert\"");
        MvcTestResult gone =
                visitor.form("/calls/" + token + "/move", "start", "2037-01-12T15:00:00Z", "revision", "0");
        assertThat(gone).hasStatus(422);
        assertThat(text(gone)).contains("no longer offered");
        MvcTestResult stale = visitor.form("/calls/" + token + "/move", "start", times.get(9), "revision", "3");
        assertThat(stale).hasStatus(409);
        assertThat(text(stale)).contains("moved in the meantime");
        assertThat(visitor.openings(MAYA_ID)).doesNotContain(times.get(0));
    }

    @Test
    void the_time_of_ones_own_other_call_is_refused_in_words_that_are_true_and_not_offered_again() {
        String taken = visitor.openings(DANIEL_ID).stream()
                .filter(times::contains)
                .skip(1)
                .findFirst()
                .orElseThrow();
        assertThat(visitor.booked(DANIEL_ID, taken, "alex" + day + "@example.org"))
                .hasStatus(201);
        String confirm = links.sign(
                "confirm-call",
                calls.events().getLast().call().id().toString(),
                clock.instant().plusSeconds(60));
        assertThat(visitor.form("/calls/confirm/" + confirm)).hasStatus(302);
        MvcTestResult answer = visitor.form("/calls/" + token + "/move", "start", taken, "revision", "0");
        assertThat(answer).hasStatus(409);
        assertThat(text(answer))
                .contains("This time cannot be had", "aria-label=\"Move the call to ")
                .doesNotContain("value=\"" + taken + "\"", "Somebody else");
    }

    @Test
    void what_is_no_call_is_not_there_to_be_moved_by_a_host() {
        String start = visitor.openings(MAYA_ID).stream()
                .filter(visitor.openings(DANIEL_ID)::contains)
                .findFirst()
                .orElseThrow();
        assertThat(visitor.booked(DANIEL_ID, start, "alex" + day + "@example.org"))
                .hasStatus(201);
        assertThat(visitor.booked(MAYA_ID, start, "alex" + day + "@example.org"))
                .hasStatus(201);
        CallEvent asked = calls.events().getLast();
        assertThat(asked).isInstanceOf(CallEvent.CallUnconfirmed.class);
        Cookie maya = Visitor.signedIn(tokens, MAYA_ID, StaffRole.COORDINATOR);
        String address = "/staff/calls/" + asked.call().id() + "/move";
        assertThat(visitor.get(maya, address)).hasStatus(404);
        assertThat(visitor.form(maya, address, "start", times.get(4), "revision", "0"))
                .hasStatus(404);
    }

    @Test
    void the_api_moves_answers_the_same_again_and_names_what_is_wrong() {
        String link = "/api/booking/calls/by-link/" + token;
        List<String> open =
                JsonPath.read(text(http.get().uri(link + "/openings").exchange()), "$[*].start");
        assertThat(open).doesNotContain(times.get(0)).contains(times.get(4));
        String body = "{\"start\": \"%s\", \"revision\": 0}".formatted(times.get(4));
        MvcTestResult moved = visitor.json(link + "/move", body);
        assertThat(moved).hasStatusOk().bodyJson().extractingPath("$.revision").isEqualTo(1);
        assertThat(visitor.json(link + "/move", body)).hasStatusOk().bodyText().isEqualTo(text(moved));
        assertThat(visitor.json(link + "/move", body.replace(times.get(4), times.get(9))))
                .hasStatus(409)
                .bodyText()
                .contains("call-changed");
        assertThat(visitor.json(link + "/move", "{\"start\": \"soon\"}"))
                .hasStatus(422)
                .bodyText()
                .contains("\"field\":\"start\"");
        visitor.booked(MAYA_ID, times.get(9), "robin" + day + "@example.org");
        assertThat(visitor.json(link + "/move", "{\"start\": \"%s\"}".formatted(times.get(9))))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.alternatives[2].start")
                .isNotNull();
        clock.set(Instant.parse(times.get(4)));
        assertThat(visitor.json(link + "/move", "{\"start\": \"%s\"}".formatted(times.get(12))))
                .hasStatus(409)
                .bodyText()
                .contains("too-late");
        assertThat(visitor.page("/calls/" + token)).contains("can no longer be changed here");
        assertThat(http.get().uri("/calls/" + token + "/move")).hasStatus(302);
    }

    @Test
    void a_call_that_moves_stays_with_its_host_whoever_stands_in() {
        Host maya = hosts.find(MAYA).orElseThrow();
        LocalDate away = LocalDate.parse(times.get(0).substring(0, 10)).plusDays(1);
        HostHours onLeave =
                new HostHours(maya.hours().week(), List.of(), List.of(new Leave(away, away.plusDays(1), DANIEL)));
        hosts.save(maya.with(maya.version(), onLeave, maya.terms(), true));
        List<String> open = JsonPath.read(
                text(http.get()
                        .uri("/api/booking/calls/by-link/" + token + "/openings")
                        .exchange()),
                "$[*].start");
        List<String> openToAll = visitor.openings(MAYA_ID);
        hosts.save(maya.with(maya.version() + 1, maya.hours(), maya.terms(), true));
        assertThat(openToAll).anyMatch(start -> start.startsWith(away.toString()));
        assertThat(open).isNotEmpty().noneMatch(start -> start.startsWith(away.toString()));
    }

    @Test
    void a_host_moves_an_own_call_and_no_colleague_can() {
        Cookie maya = Visitor.signedIn(tokens, MAYA_ID, StaffRole.COORDINATOR);
        String address = "/staff/calls/" + callId + "/move";
        assertThat(text(visitor.get(maya, "/staff/calls"))).contains(address);
        assertThat(text(visitor.get(maya, address))).contains("The call with Alex", "Denver time", "Chicago time");
        for (StaffRole role : List.of(StaffRole.COORDINATOR, StaffRole.THERAPIST)) {
            Cookie daniel = Visitor.signedIn(tokens, DANIEL_ID, role);
            assertThat(visitor.get(daniel, address)).hasStatus(404);
            assertThat(visitor.form(daniel, address, "start", times.get(4), "revision", "0"))
                    .hasStatus(404);
        }
        assertThat(visitor.get(Visitor.signedIn(tokens, MAYA_ID, StaffRole.ADMINISTRATOR), address))
                .hasStatus(403);
        assertThat(visitor.form(maya, address, "start", times.get(4), "revision", "0"))
                .hasStatus(302)
                .hasRedirectedUrl("/staff/calls#" + callId);
        assertThat(lastMove().by()).isEqualTo(Mover.HOST);
    }

    private CallEvent.CallMoved lastMove() {
        assertThat(calls.events()).last().isInstanceOf(CallEvent.CallMoved.class);
        return (CallEvent.CallMoved) calls.events().getLast();
    }
}
