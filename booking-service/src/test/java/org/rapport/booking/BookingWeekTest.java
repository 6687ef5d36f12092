package org.rapport.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.MAYA;
import static org.rapport.booking.Examples.inquiryId;
import static org.rapport.booking.Examples.person;
import static org.rapport.booking.Examples.schedule;
import static org.rapport.booking.Examples.token;
import static org.rapport.booking.StaffBrowser.maya;
import static org.rapport.booking.StaffBrowser.olivia;
import static org.rapport.booking.StaffBrowser.staff;

import com.jayway.jsonpath.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.calls.application.InMemoryCalls;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.hosts.InMemoryHosts;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.inquiries.application.InMemoryInquiries;
import org.rapport.booking.inquiries.domain.Inquiry;
import org.rapport.booking.inquiries.domain.InquiryPath;
import org.rapport.booking.inquiries.domain.InquiryReceived;
import org.rapport.testkit.SettableClock;
import org.rapport.web.StaffRole;
import org.rapport.web.StaffTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Staff see a week as people will see it, and ask why a time is not offered. */
@OverFakes
@DisplayNameGeneration(ReplaceUnderscores.class)
class BookingWeekTest {

    private static final String MAYAS = "/staff/hours/" + MAYA;

    @Autowired
    MockMvcTester http;

    @Autowired
    SettableClock clock;

    @Autowired
    InMemoryHosts hosts;

    @Autowired
    InMemoryCalls calls;

    @Autowired
    InMemoryInquiries inquiries;

    @Autowired
    StaffTokens tokens;

    private static int number = 700;
    private StaffBrowser browser;

    /** A Monday. */
    @BeforeEach
    void monday_morning() {
        clock.set(Instant.parse("2027-01-11T15:00:00Z"));
        browser = new StaffBrowser(http, tokens);
    }

    @Test
    void why_a_time_is_not_offered_is_said_rule_by_rule() {
        assertThat(browser.page(MAYAS + "/why?date=2027-01-12&time=09:07", maya()))
                .contains("not offered", "Calls start every 15 minutes by the clock");
        assertThat(browser.page(MAYAS + "/why?start=2027-01-12T15:00:00Z", maya()))
                .contains("Tue 12 Jan, 9:00 AM, Chicago time", "<span>offered</span>");
        assertThat(browser.page(MAYAS + "/why?date=2027-02-30&time=9", maya()))
                .contains("Enter a date and a time", "aria-invalid=\"true\" aria-describedby=\"why-error\"");

        String why = StaffBrowser.text(browser.get(
                "/api/booking/hosts/" + MAYA + "/openings/why?start=2027-01-12T03:00:00Z",
                staff(UUID.randomUUID(), StaffRole.SERVICE)));
        assertThat(JsonPath.<String>read(why, "$.reason")).isEqualTo("outside-hours");
        assertThat(JsonPath.<List<String>>read(why, "$.rules[?(@.answer == 'NOT_ASKED')].code"))
                .containsExactly("day-full", "week-full", "taken");
        assertThat(browser.get("/api/booking/hosts/" + MAYA + "/openings/why?start=never", olivia()))
                .hasStatus(422);
        assertThat(browser.get(
                        "/api/booking/hosts/" + UUID.randomUUID() + "/openings/why?start=2027-01-12T03:00:00Z",
                        olivia()))
                .hasStatus(404);
    }

    @Test
    void who_has_taken_a_time_is_named_only_to_those_who_may_know() {
        book("2027-01-20T16:00:00Z", "Zelda");
        String path = MAYAS + "/why?start=2027-01-20T16:00:00Z";
        assertThat(browser.page(path, maya())).contains("Zelda", "takes the time");
        assertThat(browser.page(path, olivia())).contains("a booked call").doesNotContain("Zelda");
        String why = StaffBrowser.text(
                browser.get("/api/booking/hosts/" + MAYA + "/openings/why?start=2027-01-20T16:00:00Z", maya()));
        assertThat(JsonPath.<String>read(why, "$.reason")).isEqualTo("taken");
        assertThat(why).doesNotContain("Zelda");
    }

    @Test
    void a_time_kept_for_nobody_is_shown_as_a_hold() {
        Call held = hold("2027-01-22T16:00:00Z", "Xenia");
        calls.decide(
                held.id(), call -> call.doubled(token(number), Examples.CHICAGO, held.id(), null, clock.instant()));
        assertThat(browser.page(MAYAS + "/why?start=2027-01-22T16:00:00Z", maya()))
                .contains("not offered", "held, not booked yet")
                .doesNotContain("Xenia");
    }

    @Test
    void calls_outside_new_hours_stay_and_are_listed() {
        book("2027-01-21T16:00:00Z", "Yolanda");
        assertThat(browser.page(MAYAS + "/week", maya())).doesNotContain("Still booked outside");
        Map<String, String> form = browser.form(MAYAS, maya());
        form.put("week.THURSDAY", "");
        assertThat(browser.post(MAYAS, maya(), form)).hasStatus(302);
        assertThat(browser.page(MAYAS + "/week", maya()))
                .as("no list on a day without times")
                .doesNotContainPattern("<ul>\\s*</ul>")
                .contains("Still booked outside", "Thu 21 Jan, 10:00 AM, Chicago time", "Yolanda");
        assertThat(browser.page(MAYAS + "/week", olivia()))
                .contains("Still booked outside")
                .doesNotContain("Yolanda");
        restore();
    }

    @Test
    void an_administrator_sees_everybody_and_a_host_is_sent_to_their_own() {
        assertThat(browser.page("/staff/hours", olivia())).contains("Maya", "Daniel", "takes calls", "Mon, Tue");
        assertThat(browser.get("/staff/hours", maya())).hasRedirectedUrl(MAYAS);
    }

    private void book(String start, String name) {
        Call held = hold(start, name);
        calls.decide(held.id(), call -> call.book(token(number), Examples.CHICAGO, List.of(), clock.instant()));
    }

    private Call hold(String start, String name) {
        number++;
        Instant now = clock.instant();
        Call held = Call.hold(
                token(number), inquiryId(number), schedule(host(MAYA)), Instant.parse(start), Examples.CHICAGO, now);
        Inquiry inquiry = new Inquiry(inquiryId(number), InquiryPath.CALL_WITH_COORDINATOR, person(name), now);
        inquiries.add(inquiry, new InquiryReceived(inquiry));
        calls.save(held, List.of());
        return held;
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
