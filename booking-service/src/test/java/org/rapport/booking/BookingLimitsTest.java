package org.rapport.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Visitor.text;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.calls.application.InMemoryCalls;
import org.rapport.testkit.SettableClock;
import org.rapport.web.Staff;
import org.rapport.web.StaffRole;
import org.rapport.web.StaffTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Pain 27: thousands of bookings by programs. */
@OverFakes
@TestPropertySource(
        properties = {
            "rapport.visitors.limits.holds[0].times=4",
            "rapport.visitors.limits.holds[0].within=10m",
            "rapport.visitors.limits.api-holds[0].times=3",
            "rapport.visitors.limits.api-holds[0].within=10m",
            "rapport.visitors.limits.sends[0].times=5",
            "rapport.visitors.limits.sends[0].within=10m",
            "rapport.visitors.limits.api-sends[0].times=2",
            "rapport.visitors.limits.api-sends[0].within=10m",
            "rapport.visitors.limits.reads[0].times=30",
            "rapport.visitors.limits.reads[0].within=1m",
            "rapport.visitors.quickest-form=2s"
        })
@DisplayNameGeneration(ReplaceUnderscores.class)
class BookingLimitsTest {

    private static final String DANIEL_ID = "c0000000-0000-4000-8000-000000000002";
    private static final Pattern SHOWN = Pattern.compile("name=\"shown\" value=\"([^\"]+)\"");
    private static int day;

    @Autowired
    MockMvcTester http;

    @Autowired
    SettableClock clock;

    @Autowired
    InMemoryCalls calls;

    @Autowired
    Visitor visitor;

    @Autowired
    StaffTokens tokens;

    @BeforeEach
    void nobody_has_come_today() {
        day += 2;
        clock.set(Instant.parse("2027-05-03T12:00:00Z").plus(Duration.ofDays(day)));
    }

    @Test
    void pain_27_a_program_that_holds_every_time_is_told_to_wait() {
        List<String> times = visitor.openings(DANIEL_ID);
        for (int hold = 0; hold < 3; hold++) {
            assertThat(visitor.hold(DANIEL_ID, times.get(hold * 4))).hasStatus(201);
        }
        MvcTestResult refused = visitor.hold(DANIEL_ID, times.get(20));
        assertThat(Visitor.problem(refused, 429)).isEqualTo("too-many-requests");
        assertThat(refused).headers().hasValue("Retry-After", "201");
        clock.advance(Duration.ofSeconds(201));
        assertThat(visitor.hold(DANIEL_ID, times.get(20))).hasStatus(201);
    }

    @Test
    void a_key_is_not_used_up_by_a_refusal() {
        List<String> times = visitor.openings(DANIEL_ID);
        for (int hold = 0; hold < 3; hold++) {
            assertThat(visitor.hold(DANIEL_ID, times.get(hold * 4))).hasStatus(201);
        }
        String key = UUID.randomUUID().toString();
        assertThat(keyed(key, times.get(20))).hasStatus(429);
        clock.advance(Duration.ofMinutes(4));
        assertThat(keyed(key, times.get(20))).hasStatus(201);
    }

    @Test
    void another_visitor_behind_the_same_front_door_is_not_held_up() {
        String time = visitor.openings(DANIEL_ID).get(0);
        for (int hold = 0; hold < 4; hold++) {
            held(time, "203.0.113.7");
        }
        assertThat(held(time, "203.0.113.7")).hasStatus(429);
        assertThat(held(time, "203.0.113.8")).hasStatus(409);
    }

    @Test
    void on_a_page_the_answer_says_what_to_do_and_sends_again_what_was_typed() {
        for (int sent = 0; sent < 5; sent++) {
            assertThat(called("Alex", "en")).hasStatus(302);
        }
        MvcTestResult refused = called("Maëlle <i>", "en");
        assertThat(refused).hasStatus(429).headers().hasValue("Retry-After", "121");
        assertThat(text(refused))
                .contains("Please try again in about 3 minutes", "(312) 555-0142")
                .contains("name=\"name\" value=\"Maëlle &lt;i&gt;\"", "action=\"/call-me\"")
                .as("or it would be sent back as a program's")
                .contains("name=\"shown\" value=");
        assertThat(text(called("Alex", "es"))).contains("Inténtelo de nuevo en unos 3 minutos");
    }

    @Test
    void reading_is_bounded_too() {
        for (int read = 0; read < 30; read++) {
            assertThat(visitor.page("/book/times")).isNotEmpty();
        }
        assertThat(http.get().uri("/book/times")).hasStatus(429);
        assertThat(http.get().uri("/api/booking/openings")).hasStatus(429);
        assertThat(http.get().uri("/health/live")).hasStatusOk();
    }

    @Test
    void services_and_staff_are_not_counted() {
        Staff service = new Staff(UUID.randomUUID(), "notification", Set.of(StaffRole.SERVICE));
        for (int read = 0; read < 40; read++) {
            assertThat(http.get()
                            .uri("/api/booking/openings")
                            .header("Authorization", "Bearer " + tokens.mint(service, Duration.ofMinutes(1))))
                    .hasStatusOk();
        }
    }

    @Test
    void pain_27_a_form_filled_in_by_a_program_books_nothing() {
        int before = calls.events().size();
        assertThat(form("referral_note", "https://buy.example")).hasStatus(422);
        assertThat(form("shown", "")).hasStatus(422);
        assertThat(form("shown", visitor.shown() + "x")).hasStatus(422);
        assertThat(calls.events()).hasSize(before);
    }

    @Test
    void whom_the_browsers_own_filling_in_caught_loses_nothing_and_passes_the_second_time() {
        MvcTestResult again = form("referral_note", "filled in by a browser", "name", "Alex Núñez");
        assertThat(text(again))
                .contains("Please send this once more", "value=\"Alex Núñez\"")
                .doesNotContain("filled in by a browser");
        clock.advance(Duration.ofSeconds(2));
        assertThat(form("shown", shown(text(again)), "name", "Alex Núñez")).hasStatus(302);
    }

    @Test
    void who_is_faster_than_a_person_or_comes_the_day_after_sends_again() {
        String shown = shown(visitor.page("/call-me"));
        clock.advance(Duration.ofMillis(1900));
        assertThat(form("shown", shown)).hasStatus(422);
        clock.advance(Duration.ofMillis(100));
        assertThat(form("shown", shown)).hasStatus(302);
        clock.advance(Duration.ofHours(24));
        assertThat(form("shown", shown)).hasStatus(422);
    }

    @Test
    void the_trap_is_out_of_the_way_of_people() {
        assertThat(visitor.page("/call-me"))
                .contains("class=\"visually-hidden\" aria-hidden=\"true\"")
                .contains("name=\"referral_note\" tabindex=\"-1\" autocomplete=\"off\"");
    }

    private static String shown(String page) {
        var found = SHOWN.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private MvcTestResult called(String name, String language) {
        return form("name", name, "spoken", language, "shown", visitor.shown());
    }

    private MvcTestResult form(String... fields) {
        var request = http.post()
                .uri("/call-me")
                .param("requestId", UUID.randomUUID().toString())
                .param("email", "alex@example.org")
                .param("phone", "(312) 867-5309")
                .param("zone", "America/Chicago")
                .param("state", "IL")
                .param("language", "en")
                .param("channels", "EMAIL")
                .param("consent", "true");
        boolean named = false;
        boolean stamped = false;
        for (int index = 0; index < fields.length; index += 2) {
            request = fields[index].equals("spoken")
                    ? request.header("Accept-Language", fields[index + 1])
                    : request.param(fields[index], fields[index + 1]);
            named |= fields[index].equals("name");
            stamped |= fields[index].equals("shown");
        }
        if (!named) {
            request = request.param("name", "Alex");
        }
        return (stamped ? request : request.param("shown", visitor.shown())).exchange();
    }

    private MvcTestResult held(String start, String from) {
        return http.post()
                .uri("/book/times")
                .header("X-Forwarded-For", from)
                .param("host", DANIEL_ID)
                .param("start", start)
                .param("zone", "America/Chicago")
                .exchange();
    }

    private MvcTestResult keyed(String key, String start) {
        return http.post()
                .uri("/api/booking/holds")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"host\": \"%s\", \"start\": \"%s\", \"zone\": \"America/Denver\"}"
                        .formatted(DANIEL_ID, start))
                .exchange();
    }
}
