package org.rapport.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.DANIEL;
import static org.rapport.booking.Examples.MAYA;
import static org.rapport.booking.StaffBrowser.maya;
import static org.rapport.booking.StaffBrowser.olivia;
import static org.rapport.booking.StaffBrowser.staff;

import com.jayway.jsonpath.JsonPath;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapport.booking.calendars.InMemoryFeeds;
import org.rapport.booking.calls.application.InMemoryCalls;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.hosts.InMemoryHosts;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.inquiries.application.InMemoryInquiries;
import org.rapport.testkit.SettableClock;
import org.rapport.web.StaffRole;
import org.rapport.web.StaffTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Pain 19 on the pages and the API: a host's feed, and the own calendar as it is read over a socket. */
@OverFakes
@TestPropertySource(
        properties = {
            "rapport.booking.calendars.trusted-hosts=localhost",
            "logging.level.root=debug",
            "logging.level.com.sun.net.httpserver=off"
        })
@ExtendWith(OutputCaptureExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class BookingCalendarTest {

    private static final String PAGE = "/staff/hours/" + MAYA + "/calendar";
    private static final String API = "/api/booking/hosts/" + MAYA;

    @Autowired
    MockMvcTester http;

    @Autowired
    SettableClock clock;

    @Autowired
    InMemoryHosts hosts;

    @Autowired
    InMemoryFeeds feeds;

    @Autowired
    InMemoryCalls calls;

    @Autowired
    InMemoryInquiries inquiries;

    @Autowired
    StaffTokens tokens;

    @Autowired
    Visitor visitor;

    private StaffBrowser browser;
    private BookedCalls booked;
    private HttpServer server;
    private volatile int status = 200;
    private volatile String file = calendar("");

    /** A Monday. */
    @BeforeEach
    void monday_morning() throws IOException {
        clock.set(Instant.parse("2027-01-11T15:00:00Z"));
        browser = new StaffBrowser(http, tokens);
        booked = new BookedCalls(calls, inquiries, hosts, clock);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                byte[] body = file.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, status == 200 ? body.length : -1);
                if (status == 200) {
                    exchange.getResponseBody().write(body);
                }
            }
        });
        server.start();
    }

    @AfterEach
    void as_every_test_found_it() {
        server.stop(0);
        browser.post(PAGE + "/stop", maya(), Map.of());
    }

    @Test
    void pain_19_an_own_calendar_is_read_at_once_and_its_address_never_shown(CapturedOutput output) {
        file = calendar("""
                BEGIN:VEVENT
                UID:1
                DTSTART;TZID=America/Chicago:20270112T100000
                DTEND;TZID=America/Chicago:20270112T110000
                SUMMARY:Dentist
                END:VEVENT
                """);
        assertThat(browser.page(PAGE, maya())).contains("Your own calendar", "While your own calendar says busy");
        assertThat(browser.post(PAGE, maya(), own("/maya.ics?secret=xyzzy"))).hasRedirectedUrl(PAGE);
        assertThat(browser.page(PAGE, maya()))
                .contains("is read", "http://localhost/...", "Tue 12 Jan, 10:00 AM", "Tue 12 Jan, 11:00 AM")
                .doesNotContain("xyzzy", "Dentist");
        assertThat(output).doesNotContain("xyzzy", "Dentist");
        String why = "/why?start=2027-01-12T16:00:00Z";
        assertThat(browser.page("/staff/hours/" + MAYA + why, maya()))
                .contains("not offered", "The own calendar of the host is free");
        MvcTestResult explained = browser.get(API + "/openings" + why, maya());
        assertThat(JsonPath.<String>read(StaffBrowser.text(explained), "$.reason"))
                .isEqualTo("busy-in-own-calendar");
        MvcTestResult held = visitor.hold(MAYA.toString(), "2027-01-12T16:00:00Z");
        assertThat(held).hasStatus(422);
        assertThat(StaffBrowser.text(held)).contains("outside-hours").doesNotContain("calendar");

        // Empty keeps the address, whatever else is chosen.
        Map<String, String> form = browser.form(PAGE, maya());
        assertThat(form).containsEntry("address", "").containsEntry("staleAfterHours", "24");
        assertThat(browser.post(PAGE, maya(), Map.of("address", "", "staleAfterHours", "4", "whenUnreadable", "GO_ON")))
                .hasStatus(302);
        String shown = StaffBrowser.text(browser.get(API + "/calendar", maya()));
        assertThat(shown).doesNotContain("xyzzy", "Dentist");
        assertThat(JsonPath.<String>read(shown, "$.own.address")).isEqualTo("http://localhost/...");
        assertThat(JsonPath.<Integer>read(shown, "$.own.staleAfterHours")).isEqualTo(4);
        assertThat(JsonPath.<List<String>>read(shown, "$.own.busy[*].start")).containsExactly("2027-01-12T16:00:00Z");
        assertThat(browser.post(PAGE + "/stop", maya(), Map.of())).hasStatus(302);
        assertThat(browser.page(PAGE, maya())).doesNotContain("Busy in the next seven days");
    }

    @ParameterizedTest
    @CsvSource({
        "401, does not let us in",
        "404, There is no calendar at this address",
        "503, has a fault",
        "200, but no calendar"
    })
    void pain_19_the_page_says_what_happened_what_to_do_and_what_it_means(int answered, String words) {
        status = answered;
        file = "<html>Sign in</html>";
        browser.post(PAGE, maya(), own("/maya.ics"));
        assertThat(browser.page(PAGE, maya()))
                .contains(words, "Cannot be read since", "Nobody can book a call with you until it can be read again");
        assertThat(visitor.openings(MAYA.toString())).isEmpty();
        status = 200;
        file = calendar("");
        assertThat(browser.post(PAGE + "/reading", maya(), Map.of())).hasStatus(302);
        assertThat(browser.page(PAGE, maya())).contains("is read").doesNotContain("Cannot be read");
        assertThat(visitor.openings(MAYA.toString())).isNotEmpty();
        status = 404;
        browser.post(PAGE + "/reading", maya(), Map.of());
        assertThat(browser.page(PAGE, maya()))
                .contains("If it cannot be read before, nobody can book a call with you from Tue 12 Jan, 9:00 AM");
    }

    @Test
    void pain_19_an_address_in_a_private_network_is_said_to_be_one() {
        browser.post(
                PAGE,
                maya(),
                Map.of("address", "https://127.0.0.1/a.ics", "staleAfterHours", "24", "whenUnreadable", "GO_ON"));
        assertThat(browser.page(PAGE, maya())).contains("leads into a private network", "goes on to count");
    }

    @Test
    void pain_19_calls_while_busy_are_shown_to_the_host() {
        booked.book("2027-01-13T16:00:00Z");
        file = calendar("BEGIN:VEVENT\nUID:1\nDTSTART:20270113T150000Z\nDURATION:PT4H\nEND:VEVENT\n");
        browser.post(PAGE, maya(), own("/maya.ics"));
        assertThat(browser.page(PAGE, maya())).contains("Calls while you are busy", "Wed 13 Jan, 10:00 AM");
    }

    @Test
    void pain_19_the_feed_read_back_makes_no_time_busy_and_blocks_no_move() {
        Call call = booked.book("2027-01-14T16:00:00Z");
        String address = FeedPages.renew(browser, feeds);
        file = StaffBrowser.text(http.get().uri(address).exchange());
        assertThat(file).contains(call.id().toString());
        browser.post(PAGE, maya(), own("/maya.ics"));
        String shown = StaffBrowser.text(browser.get(API + "/calendar", maya()));
        assertThat(JsonPath.<List<String>>read(shown, "$.own.busy")).isEmpty();
        assertThat(JsonPath.<List<String>>read(shown, "$.own.collisions")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', address, Paste the address of your calendar",
        "calendar, address, begins with https:// or webcal://",
        "http://one.example/a.ics, address, could be read on the way",
        "'https://user:secret@one.example/', address, begins with https:// or webcal://"
    })
    void what_is_wrong_is_said_at_the_field_and_what_was_typed_is_kept(String typed, String field, String words) {
        MvcTestResult answer = browser.post(
                PAGE, maya(), Map.of("address", typed, "staleAfterHours", "12", "whenUnreadable", "GO_ON"));
        assertThat(answer).hasStatus(422);
        String page = StaffBrowser.text(answer);
        assertThat(page).contains(words, "href=\"#" + field + "\"", "id=\"" + field + "-error\"");
        assertThat(StaffBrowser.fields(page)).containsEntry("address", typed).containsEntry("staleAfterHours", "12");
        MvcTestResult invalid = browser.put(
                API + "/calendar",
                maya(),
                "{\"address\": \"%s\", \"staleAfterHours\": 5, \"whenUnreadable\": \"PERHAPS\"}".formatted(typed));
        assertThat(invalid).hasStatus(422);
        assertThat(JsonPath.<List<String>>read(StaffBrowser.text(invalid), "$.errors[*].field"))
                .containsExactly("address", "staleAfterHours", "whenUnreadable");
    }

    @Test
    void nobody_touches_a_colleagues_calendars() {
        String foreign = "/staff/hours/" + DANIEL + "/calendar";
        for (String path : List.of("", "/reading", "/stop", "/feed", "/feed/stop")) {
            assertThat(browser.post(foreign + path, maya(), own("/a.ics")))
                    .as(path)
                    .hasStatus(403);
            assertThat(browser.post(
                            PAGE.replace(MAYA.toString(), new HostId(new UUID(1, 1)).toString()) + path,
                            olivia(),
                            own("/a.ics")))
                    .as(path)
                    .hasStatus(404);
        }
        String api = "/api/booking/hosts/" + DANIEL;
        assertThat(browser.put(api + "/calendar", maya(), "{}")).hasStatus(403);
        for (StaffRole role : List.of(StaffRole.COORDINATOR, StaffRole.THERAPIST, StaffRole.SERVICE)) {
            String bearer = "Bearer " + tokens.mint(staff(MAYA.value(), role), Duration.ofMinutes(1));
            assertThat(http.get().uri(api + "/calendar").header("Authorization", bearer))
                    .hasStatus(403);
            assertThat(http.delete().uri(api + "/calendar").header("Authorization", bearer))
                    .hasStatus(403);
            assertThat(http.delete().uri(api + "/feed").header("Authorization", bearer))
                    .hasStatus(403);
            assertThat(http.post()
                            .uri(api + "/feed")
                            .header("Authorization", bearer)
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"version\": 0}"))
                    .hasStatus(403);
        }
        assertThat(http.get().uri(api + "/calendar")).hasStatus(401);
        assertThat(feeds.find(DANIEL)).isEmpty();
    }

    @Test
    void the_api_forgets_and_switches_off() {
        String bearer = "Bearer " + tokens.mint(olivia(), Duration.ofMinutes(1));
        String body = "{\"address\": \"%s\", \"staleAfterHours\": 1, \"whenUnreadable\": \"CLOSE_HOURS\"}"
                .formatted(own("/a.ics").get("address"));
        assertThat(browser.put(API + "/calendar", olivia(), body)).hasStatusOk();
        assertThat(http.delete().uri(API + "/calendar").header("Authorization", bearer))
                .hasStatus(204);
        assertThat(http.delete().uri(API + "/feed").header("Authorization", bearer))
                .hasStatus(204);
        assertThat(StaffBrowser.text(browser.get(API + "/calendar", olivia()))).doesNotContain("localhost");
    }

    private Map<String, String> own(String path) {
        return Map.of(
                "address",
                "http://localhost:" + server.getAddress().getPort() + path,
                "staleAfterHours",
                "24",
                "whenUnreadable",
                "CLOSE_HOURS");
    }

    private static String calendar(String events) {
        return "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Test//EN\n" + events + "END:VCALENDAR\n";
    }
}
