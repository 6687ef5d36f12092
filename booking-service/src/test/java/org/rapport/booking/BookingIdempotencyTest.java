package org.rapport.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Visitor.text;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.calls.application.InMemoryCalls;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallEvent;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.requests.InMemoryRequests;
import org.rapport.testkit.SettableClock;
import org.rapport.web.SignedLinks;
import org.rapport.web.StaffRole;
import org.rapport.web.StaffTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A command sent again under its key is one command. */
@OverFakes
@DisplayNameGeneration(ReplaceUnderscores.class)
class BookingIdempotencyTest {

    private static final String MAYA_ID = "c0000000-0000-4000-8000-000000000001";
    private static final String PERSON = """
        {"name": "Alex", "email": "alex%d@example.org", "zone": "America/Chicago", "state": "IL", "language": "en",
         "channels": ["EMAIL"], "mayLeaveMessage": false, "consentVersion": "2026-11"}\
        """;
    private static int day;

    @Autowired
    MockMvcTester http;

    @Autowired
    SettableClock clock;

    @Autowired
    InMemoryCalls calls;

    @Autowired
    InMemoryRequests requests;

    @Autowired
    SignedLinks links;

    @Autowired
    StaffTokens tokens;

    @Autowired
    Visitor visitor;

    private String hold = "";

    @BeforeEach
    void next_day() {
        day += 2;
        clock.set(Instant.parse("2027-09-01T12:00:00Z").plus(Duration.ofDays(day)));
        hold = "{\"host\": \"any\", \"start\": \"%s\", \"zone\": \"America/Chicago\"}"
                .formatted(visitor.openings("any").get(5));
    }

    @AfterEach
    void live() {
        requests.dieBeforeAnswers(false);
    }

    @Test
    void every_command_is_answered_again_as_it_was_and_done_once() {
        int before = calls.events().size();
        MvcTestResult held = twice("/api/booking/holds", hold, 201);
        String token = JsonPath.read(text(held), "$.token");
        twice("/api/booking/holds/" + token + "/extension", "", 200);
        MvcTestResult booked = twice("/api/booking/holds/" + token + "/call", PERSON.formatted(day), 201);
        String callId = JsonPath.read(text(booked), "$.callId");
        String link = "/api/booking/calls/by-link/"
                + links.sign("manage-call", callId, Instant.parse("2028-01-01T00:00:00Z"));
        String other = visitor.openings(JsonPath.read(text(held), "$.hostId")).getLast();
        twice(link + "/move", "{\"start\": \"%s\", \"revision\": 0}".formatted(other), 200);
        twice(link + "/cancellation", "{\"reason\": \"no-longer-needed\"}", 200);
        twice("/api/booking/holds", hold.replace("2027", "2037"), 422);
        twice(
                "/api/booking/inquiries",
                "{\"path\": \"QUESTIONNAIRE_FIRST\", \"requestId\": \"%s\", \"person\": %s}"
                        .formatted(UUID.randomUUID(), PERSON.formatted(day)),
                201);
        assertThat(calls.events().subList(before, calls.events().size()))
                .extracting(event -> (Object) event.getClass())
                .containsExactly(CallEvent.CallBooked.class, CallEvent.CallMoved.class, CallEvent.CallCancelled.class);
    }

    @Test
    void a_confirmation_is_answered_again_as_it_was_and_done_once() {
        String person = PERSON.formatted(1000 + day);
        sent("/api/booking/holds/" + heldToken() + "/call", person, key());
        MvcTestResult asked = sent("/api/booking/holds/" + heldToken() + "/call", person, key());
        int before = calls.events().size();
        assertThat(calls.events()).last().isInstanceOf(CallEvent.CallUnconfirmed.class);
        String callId = JsonPath.read(text(asked), "$.callId");
        String link = "/api/booking/calls/to-confirm/"
                + links.sign("confirm-call", callId, Instant.parse("2028-01-01T00:00:00Z")) + "/confirmation";
        MvcTestResult confirmed = twice(link, "", 200);
        assertThat(calls.events()).hasSize(before + 1).last().isInstanceOf(CallEvent.CallBooked.class);
        clock.advance(Duration.ofHours(1));
        assertThat(text(sent(link, "", key()))).as("under another key").isEqualTo(text(confirmed));
    }

    private String heldToken() {
        String start = visitor.openings("any").get(5);
        String other = "{\"host\": \"any\", \"start\": \"%s\", \"zone\": \"America/Chicago\"}".formatted(start);
        String held = text(sent("/api/booking/holds", other, key()));
        assertThat(held).contains("token");
        return JsonPath.read(held, "$.token");
    }

    @Test
    void a_move_sent_again_after_a_crash_does_not_undo_a_later_one() {
        String token = JsonPath.read(text(sent("/api/booking/holds", hold, key())), "$.token");
        MvcTestResult booked = sent("/api/booking/holds/" + token + "/call", PERSON.formatted(day), key());
        String callId = JsonPath.read(text(booked), "$.callId");
        Call call = calls.find(new CallId(UUID.fromString(callId))).orElseThrow();
        String move = "/api/booking/calls/by-link/"
                + links.sign("manage-call", callId, Instant.parse("2028-01-01T00:00:00Z")) + "/move";
        List<String> open = visitor.openings(call.hostId().toString());
        String first = "{\"start\": \"%s\", \"revision\": 0}".formatted(open.getLast());
        String second = "{\"start\": \"%s\", \"revision\": 1}".formatted(open.get(open.size() - 5));
        MvcTestResult without = sent(move, first.replace(", \"revision\": 0", ""), key());
        assertThat(without).hasStatus(422).bodyText().contains("\"field\":\"revision\"");

        String key = key();
        requests.dieBeforeAnswers(true);
        Assertions.assertThatThrownBy(() -> assertThat(sent(move, first, key)).hasStatusOk())
                .isNotNull();
        requests.dieBeforeAnswers(false);
        assertThat(sent(move, second, key())).hasStatusOk();
        assertThat(sent(move, first, key)).hasStatus(409).bodyText().contains("call-changed");
        assertThat(calls.find(call.id()).orElseThrow().time().start())
                .isEqualTo(Instant.parse(open.get(open.size() - 5)));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    @Test
    void another_command_under_the_key_is_refused_and_so_is_a_key_that_can_be_guessed() {
        String key = UUID.randomUUID().toString();
        assertThat(sent("/api/booking/holds", hold, key)).hasStatus(201);
        MvcTestResult reused = sent("/api/booking/holds", hold.replace("Chicago", "Denver"), key);
        assertThat(reused).hasStatus(422).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(text(reused)).contains("idempotency-key-reused");
        assertThat(sent("/api/booking/inquiries", hold, key)).hasStatus(422);
        for (String weak : new String[] {"1", "", "short", "with a blank in it, long", "x".repeat(201)}) {
            assertThat(sent("/api/booking/holds", hold, weak)).hasStatus(400);
        }
    }

    @Test
    void after_a_day_the_key_is_free_again() {
        String key = UUID.randomUUID().toString();
        String first = text(sent("/api/booking/holds", hold, key));
        clock.advance(Duration.ofHours(24));
        String later = hold.replaceAll(
                "\"start\": \"[^\"]+", "\"start\": \"" + visitor.openings("any").get(9));
        MvcTestResult second = sent("/api/booking/holds", later, key);
        assertThat(second).hasStatus(201);
        assertThat(JsonPath.<String>read(text(second), "$.token")).isNotEqualTo(JsonPath.read(first, "$.token"));
    }

    /** Killed after each effect and before its answer is kept: who asks again gets the answer the first would have got. */
    @Test
    void a_crash_between_the_effect_and_the_kept_answer_leads_to_the_same_answer() {
        String holdId = JsonPath.read(text(crashed("/api/booking/holds", hold, 201)), "$.token");
        crashed("/api/booking/holds/" + holdId + "/extension", "", 200);
        int events = calls.events().size();
        String callId = JsonPath.read(
                text(crashed("/api/booking/holds/" + holdId + "/call", PERSON.formatted(day), 201)), "$.callId");
        assertThat(calls.events()).hasSize(events + 1);
        String link = "/api/booking/calls/by-link/"
                + links.sign("manage-call", callId, Instant.parse("2028-01-01T00:00:00Z"));
        crashed(link + "/cancellation", "{\"reason\": \"no-longer-needed\"}", 200);
        assertThat(calls.events()).hasSize(events + 2);
    }

    @Test
    void what_is_kept_shows_neither_key_nor_token_nor_link() {
        String key = UUID.randomUUID().toString();
        String token = JsonPath.read(text(sent("/api/booking/holds", hold, key)), "$.token");
        assertThat(requests.written()).doesNotContain(key, token, "expiresAt", "Maya", "Daniel");
    }

    @Test
    void who_may_not_is_told_so_each_time_and_nothing_is_kept() {
        int before = requests.size();
        String path = "/api/booking/calls/" + UUID.randomUUID() + "/outcome";
        String key = UUID.randomUUID().toString();
        assertThat(sent(path, "{\"outcome\": \"good-fit\"}", key)).hasStatus(401);
        assertThat(requests.size()).isEqualTo(before);
        assertThat(http.post()
                        .uri(path)
                        .header("Idempotency-Key", key)
                        .header(
                                "Authorization",
                                "Bearer "
                                        + Visitor.signedIn(tokens, MAYA_ID, StaffRole.THERAPIST)
                                                .getValue())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"outcome\": \"good-fit\"}"))
                .hasStatus(404);
    }

    private MvcTestResult twice(String path, String body, int status) {
        String key = UUID.randomUUID().toString();
        MvcTestResult first = sent(path, body, key);
        assertThat(first).as(path).hasStatus(status);
        int events = calls.events().size();
        clock.advance(Duration.ofMinutes(1));
        MvcTestResult again = sent(path, body, key);
        assertThat(again).as(path).hasStatus(status).bodyText().isEqualTo(text(first));
        assertThat(again.getResponse().getContentType())
                .isEqualTo(first.getResponse().getContentType());
        assertThat(calls.events()).as(path).hasSize(events);
        return again;
    }

    private MvcTestResult crashed(String path, String body, int status) {
        String key = UUID.randomUUID().toString();
        requests.dieBeforeAnswers(true);
        Assertions.assertThatThrownBy(() -> assertThat(sent(path, body, key)).hasStatusOk())
                .as("no answer came")
                .isNotNull();
        requests.dieBeforeAnswers(false);
        MvcTestResult again = sent(path, body, key);
        assertThat(again).as(path).hasStatus(status);
        assertThat(sent(path, body, key)).bodyText().isEqualTo(text(again));
        return again;
    }

    private MvcTestResult sent(String path, String body, String key) {
        return http.post()
                .uri(path)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
