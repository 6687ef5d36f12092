package org.rapport.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.DANIEL;
import static org.rapport.booking.Examples.MAYA;
import static org.rapport.booking.StaffBrowser.maya;
import static org.rapport.booking.StaffBrowser.olivia;
import static org.rapport.booking.StaffBrowser.staff;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapport.booking.hosts.InMemoryHosts;
import org.rapport.booking.hosts.InMemoryPractices;
import org.rapport.booking.hosts.domain.Holiday;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostHours;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.Leave;
import org.rapport.booking.hosts.domain.PracticeSettings;
import org.rapport.testkit.SettableClock;
import org.rapport.web.StaffRole;
import org.rapport.web.StaffTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Staff set hours, holidays and call types. */
@OverFakes
@DisplayNameGeneration(ReplaceUnderscores.class)
class BookingHoursTest {

    private static final String MAYAS = "/staff/hours/" + MAYA;
    private static final String PRACTICE = "/staff/hours/practice";

    @Autowired
    MockMvcTester http;

    @Autowired
    SettableClock clock;

    @Autowired
    InMemoryHosts hosts;

    @Autowired
    InMemoryPractices practices;

    @Autowired
    StaffTokens tokens;

    private StaffBrowser browser;

    /** A Monday. */
    @BeforeEach
    void monday_morning() {
        clock.set(Instant.parse("2027-01-11T15:00:00Z"));
        browser = new StaffBrowser(http, tokens);
    }

    @Test
    void a_host_changes_their_hours_and_people_see_the_new_times() {
        Map<String, String> form = browser.form(MAYAS, maya());
        assertThat(form).containsEntry("week.MONDAY", "9 AM - 5 PM");
        form.put("week.TUESDAY", "8-10, 1 pm - 3 pm");
        form.put("dates[0].date", "2027-01-13");
        form.put("dates[0].hours", "");
        form.put("leaves[0].first", "2027-01-14");
        form.put("leaves[0].firstDayBack", "2027-01-15");
        form.put("leaves[0].delegate", DANIEL.toString());
        form.put("terms.perDay", "4");
        MvcTestResult saved = browser.post(MAYAS, maya(), form);
        assertThat(saved).hasStatus(302).hasRedirectedUrl(MAYAS + "/week?saved");
        assertThat(browser.form(MAYAS, maya()))
                .containsEntry("week.TUESDAY", "8 AM - 10 AM, 1 PM - 3 PM")
                .containsEntry("dates[0].date", "2027-01-13")
                .containsEntry("dates[0].hours", "")
                .containsEntry("terms.perDay", "4");
        String week = browser.page(MAYAS + "/week", maya());
        assertThat(week).contains("8:00 AM", "Closed on this date", "On leave, back on 15 Jan 2027");
        String tuesday = StaffBrowser.text(
                http.get().uri("/book/times?host=" + MAYA + "&day=2027-01-12").exchange());
        assertThat(tuesday)
                .contains("8:00 AM", "Maya is away from", "On those days Daniel takes the calls")
                .doesNotContain("Daniel</small>");
        assertThat(StaffBrowser.text(http.get()
                        .uri("/book/times?host=" + MAYA + "&day=2027-01-14")
                        .exchange()))
                .contains("10:00 AM", "Daniel</small>");
        restore();
    }

    @Test
    void dates_that_are_over_go_with_the_next_save_and_the_page_says_so() {
        Map<String, String> form = browser.form(MAYAS, maya());
        form.put("dates[0].date", "2027-01-12");
        form.put("dates[0].hours", "8 AM - 9 AM");
        assertThat(browser.post(MAYAS, maya(), form)).hasStatus(302);
        clock.advance(Duration.ofDays(3));
        assertThat(browser.page(MAYAS, maya()))
                .contains("Dates that are over are not shown and go away when you save")
                .doesNotContain("2027-01-12");
        assertThat(browser.post(MAYAS, maya(), browser.form(MAYAS, maya()))).hasStatus(302);
        assertThat(hosts.find(Examples.MAYA).orElseThrow().hours().dates()).isEmpty();
        restore();
    }

    @Test
    void what_is_wrong_is_said_at_the_field_and_nothing_typed_is_lost() {
        Map<String, String> form = browser.form(MAYAS, maya());
        form.put("week.MONDAY", "nine <b> to five");
        form.put("terms.grid", "7");
        form.put("dates[1].date", "2020-01-01");
        form.remove("hosting");
        MvcTestResult answer = browser.post(MAYAS, maya(), form);
        assertThat(answer).hasStatus(422);
        assertThat(StaffBrowser.text(answer))
                .contains(
                        "href=\"#week.MONDAY\"",
                        "id=\"week.MONDAY-error\"",
                        "nine &lt;b&gt; to five",
                        "Monday: Write hours such as",
                        "Enter a multiple of 5",
                        "name=\"dates[4].date\"",
                        "This date is over",
                        "value=\"2020-01-01\"")
                .doesNotContain("??", "name=\"dates[5].date\"", "name=\"hosting\" value=\"true\" checked");
        assertThat(host(MAYA).hours().week()).hasSize(7);
    }

    @Test
    void a_stale_page_is_told_and_overwrites_only_when_sent_again() {
        Map<String, String> mine = browser.form(MAYAS, maya());
        Map<String, String> theirs = browser.form(MAYAS, olivia());
        theirs.put("week.SUNDAY", "10-11");
        theirs.put("dates[0].date", "2027-01-13");
        theirs.put("dates[0].hours", "10-11");
        theirs.put("leaves[0].first", "2027-02-01");
        theirs.put("leaves[0].firstDayBack", "2027-02-03");
        theirs.put("leaves[0].delegate", DANIEL.toString());
        assertThat(browser.post(MAYAS, olivia(), theirs)).hasStatus(302);
        mine.put("week.MONDAY", "9-10");
        mine.put("week.TUESDAY", "9-17");
        mine.put("dates[0].date", "2027-01-14");
        MvcTestResult answer = browser.post(MAYAS, maya(), mine);
        assertThat(answer).hasStatus(409);
        assertThat(StaffBrowser.text(answer))
                .contains("Somebody else has saved", "Sunday: 10 AM - 11 AM", "value=\"9-10\"", "Monday: 9 AM")
                .contains(
                        "Hours on 2027-01-13: 10 AM - 11 AM",
                        "No other hours on 2027-01-14",
                        "Leave from 2027-02-01 until 2027-02-03 (back at work), calls taken by: Daniel")
                .doesNotContain("<li>Tuesday", "<li>" + DANIEL);
        assertThat(host(MAYA).hours().week()).hasSize(7);
        Map<String, String> again = StaffBrowser.fields(StaffBrowser.text(answer));
        assertThat(browser.post(MAYAS, maya(), again)).hasStatus(302);
        assertThat(browser.form(MAYAS, maya())).containsEntry("week.MONDAY", "9 AM - 10 AM");
        restore();
    }

    @ParameterizedTest
    @CsvSource({
        "/staff/hours/c0000000-0000-4000-8000-000000000001, 200, 403, 403, 200",
        "/staff/hours/c0000000-0000-4000-8000-000000000001/week, 200, 403, 403, 200",
        "/staff/hours/c0000000-0000-4000-8000-000000000001/why, 200, 403, 403, 200",
        "/staff/hours/c0000000-0000-4000-8000-000000000001/calendar, 200, 403, 403, 200",
        "/api/booking/hosts/c0000000-0000-4000-8000-000000000001/calendar, 200, 403, 403, 200",
        "/staff/hours/practice, 403, 403, 403, 200",
        "/staff/hours, 302, 302, 302, 200",
        "/api/booking/hosts/c0000000-0000-4000-8000-000000000001/hours, 200, 403, 403, 200",
        "/api/booking/hosts/c0000000-0000-4000-8000-000000000001/openings/why?start=2027-01-12T03:00:00Z, 200, 403,"
                + " 403, 200",
        "/api/booking/practice, 403, 403, 403, 200"
    })
    void only_a_host_and_administrators_open_the_hours(
            String path, int own, int colleague, int therapist, int administrator) {
        assertThat(browser.get(path, maya())).hasStatus(own);
        assertThat(browser.get(path, staff(DANIEL.value(), StaffRole.COORDINATOR)))
                .hasStatus(colleague);
        assertThat(browser.get(path, staff(UUID.randomUUID(), StaffRole.THERAPIST)))
                .hasStatus(therapist);
        assertThat(browser.get(path, olivia())).hasStatus(administrator);
        assertThat(http.get().uri(path)).hasStatus(path.startsWith("/api") ? 401 : 302);
    }

    @Test
    void nobody_writes_a_colleagues_hours_nor_those_of_nobody() {
        Map<String, String> form = browser.form(MAYAS, maya());
        assertThat(browser.post("/staff/hours/" + DANIEL, maya(), form)).hasStatus(403);
        assertThat(browser.post("/staff/hours/" + UUID.randomUUID(), olivia(), form))
                .hasStatus(404);
        assertThat(browser.put(
                        "/api/booking/hosts/" + DANIEL + "/hours", maya(), "{\"version\": 1, \"hosting\": true}"))
                .hasStatus(403);
        assertThat(browser.put("/api/booking/practice", maya(), "{\"version\": 0}"))
                .hasStatus(403);
        MvcTestResult without = http.post()
                .uri(MAYAS)
                .cookie(browser.cookie(maya()))
                .param("version", "1")
                .exchange();
        assertThat(without).hasStatus(403);
    }

    @Test
    void the_api_reads_and_sets_the_same_hours() {
        String path = "/api/booking/hosts/" + MAYA + "/hours";
        String read = StaffBrowser.text(browser.get(path, maya()));
        assertThat(JsonPath.<String>read(read, "$.week.MONDAY")).isEqualTo("09:00-17:00");
        assertThat(JsonPath.<Integer>read(read, "$.terms.bufferAfter")).isEqualTo(10);
        assertThat(browser.put(path, maya(), read.replace("\"grid\":15", "\"grid\":20")))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.terms.grid")
                .isEqualTo(20);
        assertThat(browser.put(path, maya(), read))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("stale");
        String faulty = StaffBrowser.text(
                browser.put(path, maya(), "{\"version\": 2, \"hosting\": true, \"week\": {\"MONDAY\": \"x\"}}"));
        assertThat(JsonPath.<List<String>>read(faulty, "$.errors[*].field")).contains("week.MONDAY", "terms.grid");
        restore();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hosts/c0000000-0000-4000-8000-000000000001/hours | ^week^: {^MONDAY^: null} | week.MONDAY",
                "hosts/c0000000-0000-4000-8000-000000000001/hours | ^dates^: [null]          | dates[0].date",
                "hosts/c0000000-0000-4000-8000-000000000001/hours | ^leaves^: [null]         | leaves[0].first",
                "practice                                         | ^holidays^: [null]       | holidays[0].date",
                "practice                                         | ^callTypes^: [null]      | callTypes[0].code"
            })
    void what_json_leaves_out_is_named_like_any_other_fault(String path, String part, String field) {
        String hosting = path.startsWith("hosts") ? "\"hosting\": true, " : "";
        String body = "{\"version\": 1, " + hosting + part.replace('^', '"') + "}";
        MvcTestResult answer = browser.put("/api/booking/" + path, olivia(), body);
        assertThat(answer).hasStatus(422);
        assertThat(JsonPath.<List<String>>read(StaffBrowser.text(answer), "$.errors[*].field"))
                .contains(field);
    }

    @Test
    void an_administrator_sets_holidays_and_the_length_of_calls() {
        Map<String, String> form = browser.form(PRACTICE, olivia());
        assertThat(form).containsEntry("callTypes[0].minutes", "20");
        form.put("holidays[0].date", "2027-01-18");
        form.put("holidays[0].name", "Martin Luther King Day");
        form.put("callTypes[0].minutes", "25");
        assertThat(browser.post(PRACTICE, olivia(), form)).hasStatus(302);
        assertThat(StaffBrowser.text(browser.post(PRACTICE, olivia(), form)))
                .contains(
                        "Somebody else has saved", "min, </span><span>Coordinator</span><span>, Everybody may book it")
                .doesNotContain("min, COORDINATOR");
        assertThat(browser.page("/staff/hours/" + MAYA + "/week?from=2027-01-18", maya()))
                .contains("Holiday: Martin Luther King Day", "a call of 25 minutes");
        assertThat(StaffBrowser.text(http.get().uri("/").exchange())).contains("A free call of 25 minutes");

        Map<String, String> wrong = browser.form(PRACTICE, olivia());
        wrong.put("holidays[1].date", "2027-02-15");
        wrong.remove("callTypes[0].offeredToAll");
        MvcTestResult answer = browser.post(PRACTICE, olivia(), wrong);
        assertThat(answer).hasStatus(422);
        assertThat(StaffBrowser.text(answer)).contains("href=\"#holidays[1].name\"", "value=\"2027-02-15\"");
        wrong.put("holidays[1].name", "Presidents Day");
        wrong.put("callTypes[0].offeredToAll", "true");
        wrong.put("callTypes[2].offeredToAll", "true");
        assertThat(StaffBrowser.text(browser.post(PRACTICE, olivia(), wrong)))
                .contains(
                        "Tick exactly one type",
                        "href=\"#callTypes[2].offeredToAll\"",
                        "<span class=\"visually-hidden\">Error:</span> <span>Tick exactly",
                        "aria-invalid=\"true\" aria-describedby=\"callTypes[2].offeredToAll-error\"");

        String read = StaffBrowser.text(browser.get("/api/booking/practice", olivia()));
        assertThat(browser.put("/api/booking/practice", olivia(), read)).hasStatusOk();
        assertThat(browser.put("/api/booking/practice", olivia(), read)).hasStatus(409);
        practices.save(new PracticeSettings(
                practices.current().version(),
                List.of(),
                PracticeSettings.initial().callTypes()));
    }

    @Test
    void services_learn_when_nobody_works_and_which_coordinator_is_away() {
        String path = "/api/booking/practice/days";
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Host maya = host(MAYA);
        HostHours away = new HostHours(
                maya.hours().week(),
                List.of(),
                List.of(
                        new Leave(today.minusDays(9), today.minusDays(5), null),
                        new Leave(today.plusDays(1), today.plusDays(8), DANIEL)));
        hosts.save(maya.with(maya.version(), away, maya.terms(), true));
        practices.save(new PracticeSettings(
                practices.current().version(),
                List.of(new Holiday(today.plusDays(3), "Closed")),
                PracticeSettings.initial().callTypes()));

        assertThat(browser.get(path, maya())).hasStatus(403);
        assertThat(browser.get(path, olivia())).hasStatus(403);
        String days = StaffBrowser.text(browser.get(path, staff(UUID.randomUUID(), StaffRole.SERVICE)));
        assertThat(JsonPath.<List<String>>read(days, "$.holidays"))
                .containsExactly(today.plusDays(3).toString());
        assertThat(JsonPath.<List<String>>read(days, "$.absences[?(@.hostId=='" + MAYA + "')].first"))
                .containsExactly(today.plusDays(1).toString());
        practices.save(new PracticeSettings(
                practices.current().version(),
                List.of(),
                PracticeSettings.initial().callTypes()));
        restore();
    }

    /** As every test found it. */
    private void restore() {
        Host example = Examples.coordinator(MAYA, "Maya", Examples.everyDay("09:00", "17:00"));
        hosts.save(example.with(host(MAYA).version(), example.hours(), example.terms(), true));
    }

    private Host host(HostId id) {
        return hosts.find(id).orElseThrow();
    }
}
