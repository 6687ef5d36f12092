package org.rapport.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Visitor.text;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.calls.application.InMemoryCalls;
import org.rapport.booking.calls.domain.CallEvent;
import org.rapport.booking.calls.domain.ConfirmationRules;
import org.rapport.testkit.SettableClock;
import org.rapport.web.SignedLinks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Every open address, once with an e-mail address that has a call here and once with one that has none. */
@OverFakes
@DisplayNameGeneration(ReplaceUnderscores.class)
class BookingKnownAddressTest {

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
    SignedLinks links;

    @Autowired
    Visitor visitor;

    private String known = "";
    private String unknown = "";
    private List<String> times = List.of();

    @BeforeEach
    void somebody_has_a_call() {
        day += 2;
        clock.set(Instant.parse("2027-06-07T12:00:00Z").plus(Duration.ofDays(day)));
        known = "alex" + day + "@example.org";
        unknown = "robin" + day + "@example.org";
        assertThat(visitor.booked(MAYA_ID, visitor.openings(MAYA_ID).getFirst(), known))
                .hasStatus(201);
        times = visitor.openings(DANIEL_ID);
    }

    @Test
    void the_api_answers_both_alike_in_status_headers_and_body() {
        List<String> one = byApi(unknown, times.get(24));
        List<String> another = byApi(known, times.get(28));
        assertThat(calls.events()).last().isInstanceOf(CallEvent.CallUnconfirmed.class);
        assertThat(another).isEqualTo(one).hasSizeGreaterThan(8);
    }

    @Test
    void the_pages_answer_both_alike_at_once_and_when_one_of_them_has_lapsed() {
        List<String> one = byPages(unknown, times.get(24));
        List<String> another = byPages(known, times.get(28));
        assertThat(calls.events()).last().isInstanceOf(CallEvent.CallUnconfirmed.class);
        assertThat(another).isEqualTo(one).hasSizeGreaterThan(12);
    }

    @Test
    void the_link_in_the_message_shows_on_get_and_books_on_post() {
        String token = confirmation(times.get(28));
        int before = calls.events().size();
        assertThat(visitor.page("/calls/confirm/" + token)).contains("It is not booked yet");
        assertThat(http.head().uri("/calls/confirm/" + token)).hasStatusOk();
        assertThat(calls.events()).as("programs that scan mails open links").hasSize(before);
        MvcTestResult confirmed = visitor.form("/calls/confirm/" + token);
        assertThat(confirmed).hasStatus(302);
        assertThat(calls.events()).last().isInstanceOf(CallEvent.CallBooked.class);
        String manage = Objects.requireNonNull(confirmed.getResponse().getRedirectedUrl());
        assertThat(visitor.page(manage)).contains(manage + "/cancel");
        assertThat(visitor.form("/calls/confirm/" + token)).hasStatus(302).hasRedirectedUrl(manage);
        assertThat(http.get().uri("/calls/confirm/" + token)).hasStatus(302).hasRedirectedUrl(manage);
        assertThat(calls.events()).hasSize(before + 1);
    }

    @Test
    void who_comes_too_late_is_told_so_and_nothing_is_booked() {
        String token = confirmation(times.get(28));
        int before = calls.events().size();
        clock.advance(ConfirmationRules.KEPT);
        assertThat(http.get().uri("/calls/confirm/" + token)).hasStatus(410);
        assertThat(visitor.form("/calls/confirm/" + token)).hasStatus(410);
        assertThat(calls.events()).hasSize(before);
    }

    @Test
    void no_other_link_confirms_a_call() {
        confirmation(times.get(28));
        String call = calls.events().getLast().call().id().toString();
        for (String purpose : List.of("manage-call", "intake")) {
            String other = links.sign(purpose, call, clock.instant().plusSeconds(60));
            assertThat(visitor.form("/calls/confirm/" + other)).hasStatus(404);
        }
    }

    @Test
    void the_api_shows_and_confirms_by_the_same_link() {
        String token = confirmation(times.get(28));
        String path = "/api/booking/calls/to-confirm/" + token;
        int before = calls.events().size();
        String shown = text(http.get().uri(path).exchange());
        assertThat(JsonPath.<String>read(shown, "$.state")).isEqualTo("UNCONFIRMED");
        assertThat(JsonPath.<String>read(shown, "$.confirmUntil"))
                .isEqualTo(clock.instant().plus(ConfirmationRules.KEPT).toString());
        assertThat(shown).doesNotContain("/calls/");
        assertThat(calls.events()).hasSize(before);
        MvcTestResult confirmed = visitor.json(path + "/confirmation", "");
        assertThat(confirmed).hasStatusOk();
        assertThat(JsonPath.<String>read(text(confirmed), "$.state")).isEqualTo("BOOKED");
        String manage = JsonPath.read(text(confirmed), "$.manageUrl");
        assertThat(visitor.page(manage.substring(manage.indexOf("/calls/")))).contains("/cancel");
        assertThat(text(visitor.json(path + "/confirmation", ""))).isEqualTo(text(confirmed));
        assertThat(text(http.get().uri(path).exchange())).isEqualTo(text(confirmed));
        assertThat(calls.events()).hasSize(before + 1).last().isInstanceOf(CallEvent.CallBooked.class);
    }

    @Test
    void the_api_says_when_it_is_too_late_and_when_the_link_is_none() {
        String path = "/api/booking/calls/to-confirm/" + confirmation(times.get(28));
        clock.advance(ConfirmationRules.KEPT);
        assertThat(Visitor.problem(http.get().uri(path).exchange(), 410)).isEqualTo("hold-expired");
        assertThat(Visitor.problem(visitor.json(path + "/confirmation", ""), 410))
                .isEqualTo("hold-expired");
        assertThat(Visitor.problem(visitor.json("/api/booking/calls/to-confirm/x/confirmation", ""), 404))
                .isEqualTo("unknown-link");
        assertThat(http.get().uri("/api/booking/calls/to-confirm/x")).hasStatus(404);
    }

    @Test
    void a_time_at_which_another_call_stands_is_not_confirmed_before_that_is_cancelled() {
        String first = confirmation(times.get(28));
        String second = links.sign(
                "confirm-call", asked(MAYA_ID, times.get(28)), clock.instant().plus(Duration.ofDays(30)));
        assertThat(visitor.form("/calls/confirm/" + second)).hasStatus(302);
        int before = calls.events().size();
        MvcTestResult refused = visitor.form("/calls/confirm/" + first);
        assertThat(refused).hasStatus(409);
        assertThat(text(refused))
                .contains("as long as another call stands then", "role=\"alert\"")
                .doesNotContain("??");
        MvcTestResult byApi = visitor.json("/api/booking/calls/to-confirm/" + first + "/confirmation", "");
        assertThat(Visitor.problem(byApi, 409)).isEqualTo("person-busy");
        assertThat(text(byApi)).contains("as long as another call stands then");
        assertThat(calls.events()).hasSize(before);
    }

    private String asked(String host, String start) {
        assertThat(visitor.booked(host, start, known)).hasStatus(201);
        CallEvent asked = calls.events().getLast();
        assertThat(asked).isInstanceOf(CallEvent.CallUnconfirmed.class);
        return asked.call().id().toString();
    }

    private String confirmation(String start) {
        return links.sign(
                "confirm-call", asked(DANIEL_ID, start), clock.instant().plus(Duration.ofDays(30)));
    }

    private List<String> byApi(String email, String start) {
        List<String> answers = new ArrayList<>();
        MvcTestResult held = visitor.hold(DANIEL_ID, start);
        String token = JsonPath.read(text(held), "$.token");
        String hold = "/api/booking/holds/" + token;
        answers.add(plain(held));
        answers.add(plain(visitor.booked(token, email)));
        answers.add(plain(visitor.booked(token, email)));
        answers.add(plain(visitor.booked(token, "sam@example.org")));
        answers.add(plain(visitor.json(hold + "/extension", "")));
        answers.add(plain(http.delete().uri(hold).exchange()));
        for (String path : List.of("CALL_ME_BACK", "QUESTIONNAIRE_FIRST")) {
            answers.add(plain(visitor.json("/api/booking/inquiries", """
                {"path": "%s", "requestId": "%s", "person": {"name": "Alex", "email": "%s",
                 "phone": "(312) 867-5309", "zone": "America/Denver", "state": "IL", "language": "en",
                 "channels": ["EMAIL"], "mayLeaveMessage": false, "consentVersion": "2026-11"}}\
                """.formatted(path, UUID.randomUUID(), email))));
        }
        answers.add(plain(visitor.hold(DANIEL_ID, start)));
        answers.add(plain(http.get().uri("/api/booking/openings?host=x").exchange()));
        return answers;
    }

    private List<String> byPages(String email, String start) {
        List<String> answers = new ArrayList<>();
        MvcTestResult held = visitor.form("/book/times", "host", DANIEL_ID, "start", start, "zone", "America/Chicago");
        answers.add(plain(held));
        String hold =
                Objects.requireNonNull(held.getResponse().getRedirectedUrl()).replace("/you", "");
        answers.add(plain(visitor.form(hold + "/you", person(email))));
        answers.add(plain(http.get().uri(hold + "/check").exchange()).replace(email, "address"));
        answers.add(plain(visitor.form(hold + "/check")));
        for (Duration later : List.of(Duration.ZERO, Duration.ofMinutes(15), ConfirmationRules.KEPT)) {
            clock.advance(later);
            for (String page : List.of("/you", "/check", "/done")) {
                answers.add(plain(http.get().uri(hold + page).exchange()));
            }
            for (String form : List.of("/you", "/check", "/release", "/extension")) {
                answers.add(plain(visitor.form(hold + form, person(email))));
            }
        }
        clock.advance(Duration.ofMinutes(-15).minus(ConfirmationRules.KEPT));
        for (String door : List.of("/call-me", "/start")) {
            List<String> fields = new ArrayList<>(List.of(person(email)));
            fields.addAll(List.of("requestId", UUID.randomUUID().toString(), "phone", "(312) 867-5309"));
            answers.add(plain(visitor.form(door, fields.toArray(String[]::new))));
        }
        return answers;
    }

    private static String[] person(String email) {
        return new String[] {
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
            "true"
        };
    }

    /** Status, headers and body, without what differs from one call to the next: ids, tokens, times. */
    private static String plain(MvcTestResult answer) {
        var headers = new TreeMap<String, Collection<String>>();
        for (String name : answer.getResponse().getHeaderNames()) {
            headers.put(name, answer.getResponse().getHeaders(name));
        }
        return (answer.getResponse().getStatus() + "\n" + headers + "\n" + text(answer))
                .replaceAll("[A-Za-z0-9_-]{40,}", "token")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "id")
                .replaceAll("occurrence:[0-9a-f]+", "occurrence")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "instant")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:]+", "local")
                .replaceAll("\\d{4}-\\d\\d-\\d\\d", "date")
                .replaceAll("Expires=\\w{3}, [^;]*GMT", "expires")
                .replaceAll("Content-Length=\\[\\d+]", "length")
                .replaceAll("[^<>\"]*\\d{1,2}:\\d\\d\u202f?\\s?[AP]M[^<>\"]*", "time");
    }
}
