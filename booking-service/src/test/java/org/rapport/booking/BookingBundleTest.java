package org.rapport.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rapport.booking.Examples.everyDay;
import static org.rapport.booking.Examples.therapist;

import com.jayway.jsonpath.JsonPath;
import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.calls.application.InMemoryCalls;
import org.rapport.booking.calls.domain.CallEvent;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.hosts.InMemoryHosts;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostHours;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.Leave;
import org.rapport.booking.requests.InMemoryRequests;
import org.rapport.contracts.BookingCalls.CallCancelled;
import org.rapport.contracts.ClientLink;
import org.rapport.web.SignedLinks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Calls with two or three therapists at once: all or none, then one is chosen. */
@OverFakes
@DisplayNameGeneration(ReplaceUnderscores.class)
class BookingBundleTest {

    private static final HostId GRACE = new HostId(new UUID(6, 1));
    private static final HostId ELENA = new HostId(new UUID(6, 2));
    private static final String BY_LINK = "/api/booking/calls/by-link/";

    @Autowired
    MockMvcTester http;

    @Autowired
    Visitor visitor;

    @Autowired
    InMemoryHosts hosts;

    @Autowired
    InMemoryCalls calls;

    @Autowired
    InMemoryRequests requests;

    @Autowired
    SignedLinks links;

    @BeforeEach
    void two_therapists() {
        hosts.save(therapist(GRACE, "Grace", everyDay("09:00", "17:00")));
        hosts.save(therapist(ELENA, "Elena", everyDay("09:00", "17:00")));
    }

    @Test
    void two_therapists_are_chosen_held_booked_and_one_is_kept_by_pages_alone() {
        assertThat(visitor.page("/book/therapists")).contains("href=\"/book/three\"");
        assertThat(visitor.page("/book/three")).contains("Grace", "Elena", "Relational work");
        String times = visitor.page("/book/three/times?host=" + GRACE + "&host=" + ELENA);
        assertThat(times).contains("<label for=\"start0\">Grace</label>", "<select id=\"start1\"", "<optgroup");
        MvcTestResult held = times(null, "2027-01-13T16:00:00Z", "2027-01-13T17:00:00Z");
        assertThat(held).hasStatus(302);
        String you = String.valueOf(held.getResponse().getRedirectedUrl());
        assertThat(visitor.page(you))
                .contains("with Grace", "with Elena", "role=\"timer\"")
                .doesNotContain("??");
        String token = you.substring("/book/".length(), you.lastIndexOf('/'));
        assertThat(visitor.booked(token, "together@example.org")).hasStatus(201);
        assertThat(visitor.page("/book/" + token + "/done")).contains("Grace", "Elena", "choose one of them");
        CallId lead = calls.events().getLast().call().id().lead();

        String manage = "/calls/" + link(lead);
        assertThat(visitor.page(manage)).contains("/choice\"");
        assertThat(visitor.page(manage + "/choice")).contains("Grace", "Elena").doesNotContain("??", "You have chosen");
        assertThat(visitor.form(manage + "/choice")).hasStatus(422);
        assertThat(visitor.form(manage + "/choice", "call", "1")).hasStatus(302);
        assertThat(visitor.page(manage + "/choice"))
                .contains("You have chosen Elena", "that were still to come are cancelled", "as booked");
        assertThat(calls.events().getLast())
                .isInstanceOfSatisfying(
                        CallEvent.CallCancelled.class,
                        cancelled -> assertThat(cancelled.call().hostId()).isEqualTo(GRACE));
        assertThat(http.get().uri(manage + "/choice?lang=es"))
                .hasStatusOk()
                .bodyText()
                .contains("Ha elegido a Elena");
    }

    @Test
    void beside_another_open_call_the_api_names_all_that_the_link_confirms() {
        visitor.booked(GRACE.toString(), "2027-01-22T20:00:00Z", "open@example.org");
        MvcTestResult held = bundle("2027-01-22T18:00:00Z", "2027-01-22T19:00:00Z");
        List<String> ids = JsonPath.read(Visitor.text(held), "$.calls[*].callId");
        assertThat(visitor.booked(JsonPath.<String>read(Visitor.text(held), "$.token"), "open@example.org"))
                .hasStatus(201);
        String path = "/api/booking/calls/to-confirm/"
                + links.sign(ClientLink.CONFIRM_CALL.purpose(), ids.get(0), Instant.parse("2027-01-30T00:00:00Z"));
        for (String shown : List.of(
                Visitor.text(http.get().uri(path).exchange()),
                Visitor.text(visitor.json(path + "/confirmation", "")))) {
            assertThat(JsonPath.<List<String>>read(shown, "$.others[*].callId")).containsExactly(ids.get(1));
            assertThat(JsonPath.<List<String>>read(shown, "$.others[*].hostName"))
                    .containsExactly("Elena");
        }
        assertThat(calls.find(new CallId(UUID.fromString(ids.get(1))))
                        .orElseThrow()
                        .state()
                        .stands())
                .isTrue();
    }

    @Test
    void what_is_missing_or_wrong_is_said_at_the_field() {
        assertThat(http.get().uri("/book/three/times?host=" + GRACE))
                .hasStatus(422)
                .bodyText()
                .contains("Choose at least two therapists", "value=\"" + GRACE + "\" checked");
        MvcTestResult missing = times(null, "2027-01-14T16:00:00Z", "");
        assertThat(missing)
                .hasStatus(422)
                .bodyText()
                .contains("href=\"#start1\"", "Elena: Choose a time", "value=\"2027-01-14T16:00:00Z\" selected");
        MvcTestResult atOnce = times(null, "2027-01-14T16:00:00Z", "2027-01-14T16:00:00Z");
        assertThat(atOnce).hasStatus(422).bodyText().contains("two calls at once");
    }

    @Test
    void the_api_holds_books_and_chooses_too_and_a_repeat_changes_nothing() {
        MvcTestResult held = bundle("2027-01-15T16:00:00Z", "2027-01-15T17:00:00Z");
        assertThat(held).hasStatus(201);
        List<String> ids = JsonPath.read(Visitor.text(held), "$.calls[*].callId");
        assertThat(bundle("2027-01-15T16:00:00Z", "2027-01-15T18:00:00Z")).hasStatus(409);
        assertThat(bundle("2027-01-15T18:00:00Z", "2027-01-15T18:00:00Z"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("calls[1]");
        String token = JsonPath.read(Visitor.text(held), "$.token");
        assertThat(visitor.booked(token, "twice@example.org")).hasStatus(201);
        String first = link(new CallId(UUID.fromString(ids.get(0))));
        String choice = BY_LINK + first + "/choice";
        for (int again = 0; again < 2; again++) {
            assertThat(visitor.json(choice, "{\"callId\": \"%s\"}".formatted(ids.get(1))))
                    .hasStatusOk()
                    .bodyJson()
                    .extractingPath("$.chosen")
                    .isEqualTo(ids.get(1));
        }
        assertThat(Visitor.problem(visitor.json(choice, "{\"callId\": \"%s\"}".formatted(ids.get(0))), 409))
                .isEqualTo("already-chosen");
        assertThat(visitor.json(choice, "{\"callId\": \"%s\"}".formatted(UUID.randomUUID())))
                .hasStatus(422)
                .bodyText()
                .contains("\"field\":\"callId\"");
        Map<String, Object> read = JsonPath.read(
                Visitor.text(http.get().uri(BY_LINK + first + "/bundle").exchange()), "$.calls[0]");
        assertThat(read).containsEntry("state", "CANCELLED").containsEntry("reason", CallCancelled.OTHER_CHOSEN);
        assertThat(visitor.json(BY_LINK + first + "/cancellation", "{\"reason\": \"other-chosen\"}"))
                .hasStatus(422);
    }

    @Test
    void a_row_that_says_nothing_is_named_like_one_that_says_something_wrong() {
        MvcTestResult empty =
                visitor.json("/api/booking/bundles", "{\"zone\": \"America/Chicago\", \"calls\": [null, {}]}");
        assertThat(Visitor.problem(empty, 422)).isEqualTo("invalid");
        assertThat(JsonPath.<List<String>>read(Visitor.text(empty), "$.errors[*].field"))
                .containsExactly("calls[0].host", "calls[0].start", "calls[1].host", "calls[1].start");
    }

    @Test
    void sent_again_under_its_key_after_a_crash_the_same_times_are_held_once() {
        String key = UUID.randomUUID().toString();
        requests.dieBeforeAnswers(true);
        assertThatThrownBy(() -> assertThat(keyed(key, "2027-01-18T17:00:00Z")).hasStatusOk())
                .isNotNull();
        requests.dieBeforeAnswers(false);
        MvcTestResult again = keyed(key, "2027-01-18T17:00:00Z");
        assertThat(again).hasStatus(201);
        assertThat(Visitor.text(keyed(key, "2027-01-18T17:00:00Z"))).isEqualTo(Visitor.text(again));
        assertThat(keyed(key, "2027-01-18T18:00:00Z")).hasStatus(422).bodyText().contains("idempotency-key-reused");
        assertThat(keyed(UUID.randomUUID().toString(), "2027-01-18T17:00:00Z")).hasStatus(409);
    }

    @Test
    void without_a_link_of_a_bundle_nothing_is_shown_or_chosen() {
        MvcTestResult alone = visitor.booked(GRACE.toString(), "2027-01-19T16:00:00Z", "alone@example.org");
        String own = link(new CallId(UUID.fromString(JsonPath.read(Visitor.text(alone), "$.callId"))));
        assertThat(visitor.page("/calls/" + own)).doesNotContain("/choice\"");
        for (String token : List.of(own, "x", own.substring(1))) {
            assertThat(http.get().uri("/calls/" + token + "/choice")).hasStatus(404);
            assertThat(visitor.form("/calls/" + token + "/choice", "call", "0")).hasStatus(404);
            assertThat(http.get().uri(BY_LINK + token + "/bundle")).hasStatus(404);
            assertThat(Visitor.problem(visitor.json(BY_LINK + token + "/choice", "{}"), 404))
                    .isEqualTo("unknown-link");
        }
        assertThat(http.get().uri("/api/booking/bundles")).hasStatus(404);
    }

    @Test
    void who_goes_back_sees_their_own_times_and_can_change_one_of_them() {
        MvcTestResult first = times(null, "2027-01-20T16:00:00Z", "2027-01-20T17:00:00Z");
        Cookie held = cookie(first);
        assertThat(Visitor.text(
                        visitor.get(held, "/book/three/times?zone=America/Chicago&host=" + GRACE + "&host=" + ELENA)))
                .contains("value=\"2027-01-20T16:00:00Z\"", "value=\"2027-01-20T17:00:00Z\"");
        assertThat(times(null, "2027-01-20T16:00:00Z", "2027-01-20T18:00:00Z"))
                .hasStatus(409)
                .bodyText()
                .contains("Grace: Somebody has just taken this time");
        assertThat(times(held, "2027-01-20T16:00:00Z", "2027-01-20T18:00:00Z")).hasStatus(302);
        assertThat(visitor.openings(ELENA.toString()))
                .contains("2027-01-20T17:00:00Z")
                .doesNotContain("2027-01-20T18:00:00Z");
    }

    @Test
    void one_of_their_own_times_picked_alone_is_told_to_be_their_own() {
        Cookie held = cookie(times(null, "2027-01-21T16:00:00Z", "2027-01-21T17:00:00Z"));
        assertThat(alone(held, ELENA, "2027-01-21T17:00:00Z"))
                .hasStatus(409)
                .bodyText()
                .contains("overlaps the one we keep for you");
        assertThat(alone(held, GRACE, "2027-01-21T16:00:00Z"))
                .as("one is not both")
                .hasStatus(409)
                .bodyText()
                .contains("overlaps the one we keep for you");
        assertThat(alone(held, ELENA, "2027-01-21T19:00:00Z")).hasStatus(302);
    }

    @Test
    void the_same_times_sent_again_or_others_with_the_same_therapists_go_on_with_what_was_typed() {
        MvcTestResult first = times(null, "2027-01-22T16:00:00Z", "2027-01-22T17:00:00Z");
        for (String second : List.of("2027-01-22T17:00:00Z", "2027-01-22T17:15:00Z")) {
            assertThat(times(cookie(first), "2027-01-22T16:00:00Z", second))
                    .hasStatus(302)
                    .hasRedirectedUrl(first.getResponse().getRedirectedUrl());
        }
    }

    @Test
    void after_a_change_that_could_not_be_had_each_time_is_offered_once() {
        Cookie held = cookie(times(null, "2027-01-23T16:00:00Z", "2027-01-23T17:00:00Z"));
        assertThat(visitor.hold(ELENA.toString(), "2027-01-23T18:00:00Z")).hasStatus(201);
        String page = Visitor.text(times(held, "2027-01-23T16:00:00Z", "2027-01-23T18:00:00Z"));
        assertThat(page).contains("Elena: Somebody has just taken this time");
        assertThat(page.split("value=\"2027-01-23T16:00:00Z\"", -1))
                .as("once with each therapist")
                .hasSize(3);
        assertThat(visitor.openings(GRACE.toString()))
                .as("they keep what they have")
                .doesNotContain("2027-01-23T16:00:00Z");
    }

    @Test
    void who_has_a_time_with_somebody_who_stands_in_sees_it_as_their_own() {
        Host grace = hosts.find(GRACE).orElseThrow();
        Leave away = new Leave(LocalDate.parse("2027-01-26"), LocalDate.parse("2027-01-27"), ELENA);
        HostHours hours = new HostHours(List.of(everyDay("09:00", "17:00")), List.of(), List.of(away));
        hosts.save(grace.with(grace.version(), hours, grace.terms(), true));
        HostId third = new HostId(new UUID(6, 3));
        hosts.save(therapist(third, "Hannah", everyDay("09:00", "17:00")));
        Cookie held = cookie(times(null, GRACE, third, "2027-01-26T16:00:00Z", "2027-01-26T17:00:00Z"));
        assertThat(times(held, GRACE, third, "2027-01-26T16:00:00Z", "2027-01-26T18:00:00Z"))
                .as("their own time is not in their way")
                .hasStatus(302);
    }

    private static Cookie cookie(MvcTestResult held) {
        assertThat(held).hasStatus(302);
        return Objects.requireNonNull(held.getResponse().getCookie("rapport_hold"));
    }

    private MvcTestResult alone(Cookie held, HostId host, String start) {
        return visitor.form(held, "/book/times", "host", host.toString(), "zone", "America/Chicago", "start", start);
    }

    private MvcTestResult times(@Nullable Cookie held, String first, String second) {
        return times(held, GRACE, ELENA, first, second);
    }

    private MvcTestResult times(@Nullable Cookie held, HostId one, HostId other, String first, String second) {
        String[] fields = {
            "host",
            one.toString(),
            "host",
            other.toString(),
            "zone",
            "America/Chicago",
            "start0",
            first,
            "start1",
            second
        };
        return held == null
                ? visitor.form("/book/three/times", fields)
                : visitor.form(held, "/book/three/times", fields);
    }

    private MvcTestResult keyed(String key, String second) {
        return http.post()
                .uri("/api/booking/bundles")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"zone": "America/Chicago", "calls": [{"host": "%s", "start": "2027-01-18T16:00:00Z"},
                         {"host": "%s", "start": "%s"}]}""".formatted(GRACE, ELENA, second))
                .exchange();
    }

    private MvcTestResult bundle(String first, String second) {
        return visitor.json("/api/booking/bundles", """
                {"zone": "America/Chicago", "calls": [{"host": "%s", "start": "%s"}, {"host": "%s", "start": "%s"}]}""".formatted(GRACE, first, ELENA, second));
    }

    private String link(CallId id) {
        return links.sign(
                ClientLink.MANAGE_CALL.purpose(),
                id.toString(),
                calls.find(id).orElseThrow().time().end().plus(java.time.Duration.ofDays(7)));
    }
}
