package org.rapport.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Visitor.problem;
import static org.rapport.booking.Visitor.text;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.booking.calls.domain.Call;
import org.rapport.testkit.SettableClock;
import org.rapport.web.SignedLinks;
import org.rapport.web.Staff;
import org.rapport.web.StaffRole;
import org.rapport.web.StaffTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@OverFakes
@DisplayNameGeneration(ReplaceUnderscores.class)
class BookingApiTest {

    private static final String PERSON = """
            {"name": "<b>Alex</b>", "email": "alex@example.org", "phone": "(312) 867-5309", "zone": "America/New_York",
             "state": "IL", "language": "en", "channels": ["EMAIL", "SMS"], "mayLeaveMessage": true,
             "consentVersion": "2026-11"}""";

    @Autowired
    MockMvcTester http;

    @Autowired
    SettableClock clock;

    @Autowired
    StaffTokens tokens;

    @Autowired
    SignedLinks links;

    /** Each test on a day of its own, so that no two want the same time. */
    private static int day;

    @BeforeEach
    void next_day() {
        day++;
        clock.set(Instant.parse("2027-01-01T15:00:00Z").plus(Duration.ofDays(day)));
    }

    @Test
    void a_call_is_booked_and_booking_again_answers_the_same() {
        String token = held("15:00");
        MvcTestResult booked = post("/api/booking/holds/" + token + "/call", person());
        assertThat(booked).hasStatus(201);
        assertThat(post("/api/booking/holds/" + token + "/call", person()))
                .hasStatus(201)
                .bodyText()
                .isEqualTo(text(booked));
        String id = JsonPath.read(text(booked), "$.inquiryId");
        assertThat(get("/api/booking/inquiries/" + id, StaffRole.SERVICE))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.name")
                .isEqualTo("<b>Alex</b>");
        assertThat(text(booked)).contains("http://localhost:8080/intake/").doesNotContain("/calls/");
    }

    @Test
    void the_second_person_gets_409_with_alternatives() {
        held("16:30", "c0000000-0000-4000-8000-000000000001");
        assertThat(post(
                        "/api/booking/holds",
                        hold("c0000000-0000-4000-8000-000000000001", tomorrow("16:30"), "Europe/Madrid")))
                .hasStatus(409)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .hasPathSatisfying("$.code", code -> assertThat(code).isEqualTo("slot-taken"))
                .hasPathSatisfying(
                        "$.alternatives[2].local", local -> assertThat(local).isNotNull());
    }

    @Test
    void a_hold_that_ran_out_answers_410_and_a_wrong_token_404() {
        String token = held("15:00");
        clock.advance(Call.HOLD);
        assertThat(problem(post("/api/booking/holds/" + token + "/call", person()), 410))
                .isEqualTo("hold-expired");
        assertThat(problem(post("/api/booking/holds/" + token + "/extension", ""), 410))
                .isEqualTo("hold-expired");
        assertThat(problem(post("/api/booking/holds/" + "A".repeat(64) + "/call", person()), 404))
                .isEqualTo("unknown-link");
        assertThat(problem(post("/api/booking/holds/x/call", person()), 404)).isEqualTo("unknown-link");
    }

    @Test
    void a_hold_is_extended_once_and_given_back_as_often_as_one_likes() {
        String token = held("15:00");
        assertThat(post("/api/booking/holds/" + token + "/extension", "")).hasStatusOk();
        assertThat(problem(post("/api/booking/holds/" + token + "/extension", ""), 409))
                .isEqualTo("already-extended");
        assertThat(http.delete().uri("/api/booking/holds/" + token)).hasStatus(204);
        assertThat(http.delete().uri("/api/booking/holds/" + token)).hasStatus(204);
        held("15:00", "c0000000-0000-4000-8000-000000000001");
    }

    @Test
    void a_call_is_cancelled_by_link_once_and_not_after_its_start() {
        String token = held("15:00");
        String manage = manageLink(post("/api/booking/holds/" + token + "/call", person()));
        String link = "/api/booking/calls/by-link/" + manage;
        assertThat(http.get().uri(link))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("BOOKED");
        assertThat(http.head().uri(link)).hasStatusOk();
        assertThat(http.get().uri(link)).bodyJson().extractingPath("$.state").isEqualTo("BOOKED");
        assertThat(problem(post(link + "/cancellation", "{\"reason\": \"because\"}"), 422))
                .isEqualTo("invalid");
        MvcTestResult cancelled = post(link + "/cancellation", "{\"reason\": \"no-longer-needed\"}");
        assertThat(cancelled)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.revision")
                .isEqualTo(1);
        assertThat(post(link + "/cancellation", "{\"reason\": \"no-longer-needed\"}"))
                .hasStatusOk()
                .bodyText()
                .isEqualTo(text(cancelled));

        String other = held("15:00");
        String late = manageLink(post("/api/booking/holds/" + other + "/call", person()));
        clock.set(Instant.parse(tomorrow("15:00")));
        assertThat(problem(
                        post(
                                "/api/booking/calls/by-link/" + late.substring(late.lastIndexOf('/') + 1)
                                        + "/cancellation",
                                "{\"reason\": \"no-longer-needed\"}"),
                        409))
                .isEqualTo("too-late");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027-02-30T15:00:00Z",
                "2027-01-12T24:00:00Z",
                "2027-01-12T15:60:00Z",
                "2027-01-12T15:00:60Z",
                "2027-01-12T15:00:00+19:00",
                "2027-01-12T15:00:00",
                "tomorrow",
                "{\\\"$ne\\\": null}",
                ""
            })
    void what_is_no_moment_is_a_field_error(String start) {
        MvcTestResult answer = post("/api/booking/holds", hold("any", start, "America/Chicago"));
        assertThat(problem(answer, 422)).isEqualTo("invalid");
        assertThat(text(answer)).contains("\"field\":\"start\"").doesNotContain("tomorrow", "$ne");
    }

    @ParameterizedTest
    @CsvSource({
        "9999-12-31T23:59:59Z, too-far-ahead",
        "2037-01-12T15:00:00Z, too-far-ahead",
        "1999-01-12T15:00:00Z, in-the-past"
    })
    void a_moment_that_is_not_offered_is_named(String start, String code) {
        assertThat(problem(post("/api/booking/holds", hold("any", start, "America/Chicago")), 422))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EST", "GMT+5", "Etc/GMT+5", "../../etc/localtime", "Mars/Base"})
    void a_zone_that_is_no_place_is_a_field_error(String zone) {
        assertThat(text(post("/api/booking/holds", hold("any", tomorrow("15:00"), zone))))
                .contains("\"field\":\"zone\"")
                .doesNotContain(zone);
        assertThat(http.get().uri("/api/booking/openings?zone={zone}", zone)).hasStatus(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "host=nobody",
                "host={\"$ne\":null}",
                "days=0",
                "days=62",
                "days=36500",
                "days=-1",
                "from=2027-02-30",
                "from=9999-12-31",
                "from=-999999999-01-01"
            })
    void a_range_that_is_no_range_is_refused(String query) {
        String[] pair = query.split("=", 2);
        assertThat(http.get().uri("/api/booking/openings?" + pair[0] + "={value}", pair[1]))
                .hasStatus(422);
        assertThat(http.get().uri("/api/booking/openings/days?" + pair[0] + "={value}", pair[1]))
                .hasStatus(422);
    }

    @Test
    void days_are_told_with_how_many_times_they_have_and_the_times_are_as_many() {
        String days = text(http.get()
                .uri("/api/booking/openings/days?days=61&zone=America/Denver")
                .exchange());
        String times = text(http.get()
                .uri("/api/booking/openings?days=61&zone=America/Denver")
                .exchange());
        List<String> starts = JsonPath.read(times, "$.openings[*].local");
        List<String> dates = JsonPath.read(days, "$.days[*].date");
        List<Integer> counts = JsonPath.read(days, "$.days[*].openings");
        assertThat(dates).isNotEmpty().isSorted().doesNotHaveDuplicates();
        assertThat(counts.stream().mapToInt(Integer::intValue).sum()).isEqualTo(starts.size());
        assertThat(counts.getFirst()).isEqualTo((int) starts.stream()
                .filter(start -> start.startsWith(dates.getFirst()))
                .count());
        assertThat(JsonPath.<List<String>>read(days, "$.days[*].first").getFirst())
                .isEqualTo(JsonPath.<List<String>>read(times, "$.openings[*].start")
                        .getFirst());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{\"host\": \"any\", \"host\": \"any\"}",
                "{\"host\": \"any\"} trailing",
                "{\"host\": NaN}",
                "{\"host\": \"any\", \"role\": \"ADMINISTRATOR\"}",
                "{\"host\": {\"$ne\": null}}",
                "null",
                ""
            })
    void a_broken_body_is_a_400_without_echo(String body) {
        assertThat(post("/api/booking/holds", body)).hasStatus(400).bodyText().doesNotContain("ADMINISTRATOR", "$ne");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/booking/inquiries/, SERVICE COORDINATOR",
        "/api/booking/calls/, SERVICE COORDINATOR",
        "/api/booking/hosts/, SERVICE COORDINATOR THERAPIST ADMINISTRATOR"
    })
    void staff_ends_are_closed_to_everybody_else(String path, String allowed) {
        String address = path + UUID.randomUUID();
        assertThat(http.get().uri(address)).hasStatus(401);
        for (StaffRole role : StaffRole.values()) {
            assertThat(get(address, role)).hasStatus(allowed.contains(role.name()) ? 404 : 403);
        }
    }

    @Test
    void hosts_are_listed_by_role() {
        assertThat(get("/api/booking/hosts?role=COORDINATOR", StaffRole.SERVICE))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$[*].email")
                .asArray()
                .containsExactly("daniel@lakeside.example", "maya@lakeside.example");
        assertThat(get("/api/booking/hosts?role=KING", StaffRole.SERVICE)).hasStatus(400);
    }

    private String manageLink(MvcTestResult booked) {
        return links.sign(
                "manage-call", JsonPath.read(text(booked), "$.callId"), Instant.parse("2028-01-01T00:00:00Z"));
    }

    private String held(String time) {
        return held(time, "any");
    }

    private String held(String time, String host) {
        MvcTestResult held = post("/api/booking/holds", hold(host, tomorrow(time), "America/Chicago"));
        assertThat(held).hasStatus(201);
        return JsonPath.read(text(held), "$.token");
    }

    private static String tomorrow(String time) {
        return LocalDate.of(2027, 1, 2).plusDays(day) + "T" + time + ":00Z";
    }

    private static String hold(String host, String start, String zone) {
        return "{\"host\": \"%s\", \"start\": \"%s\", \"zone\": \"%s\"}".formatted(host, start, zone);
    }

    private MvcTestResult post(String path, String body) {
        return http.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult get(String path, StaffRole role) {
        String token = tokens.mint(new Staff(UUID.randomUUID(), "Somebody", Set.of(role)), Duration.ofMinutes(1));
        return http.get().uri(path).header("Authorization", "Bearer " + token).exchange();
    }

    /** Of each test another one. */
    private static String person() {
        return PERSON.replace("alex@", "alex" + day + "@");
    }
}
