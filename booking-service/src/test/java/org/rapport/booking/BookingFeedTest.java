package org.rapport.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.MAYA;
import static org.rapport.booking.Examples.schedule;
import static org.rapport.booking.StaffBrowser.maya;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rapport.booking.calendars.InMemoryFeeds;
import org.rapport.booking.calls.application.InMemoryCalls;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CancelReason;
import org.rapport.booking.calls.domain.Mover;
import org.rapport.booking.hosts.InMemoryHosts;
import org.rapport.booking.inquiries.application.InMemoryInquiries;
import org.rapport.testkit.SettableClock;
import org.rapport.web.StaffTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The feed of a host's calls, as other calendars see it. */
@OverFakes
@ExtendWith(OutputCaptureExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class BookingFeedTest {

    private static final String PAGE = FeedPages.PAGE;
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

    private StaffBrowser browser;
    private BookedCalls booked;

    /** A Monday. */
    @BeforeEach
    void monday_morning() {
        clock.set(Instant.parse("2027-01-11T15:00:00Z"));
        browser = new StaffBrowser(http, tokens);
        booked = new BookedCalls(calls, inquiries, hosts, clock);
    }

    @AfterEach
    void switched_off() {
        browser.post(PAGE + "/feed/stop", maya(), Map.of());
    }

    @Test
    void a_feed_tells_other_calendars_when_and_nothing_else() throws Exception {
        Call stands = booked.book("2027-01-20T16:00:00Z");
        Call moved = booked.book("2027-01-21T16:00:00Z");
        Call cancelled = booked.book("2027-01-22T16:00:00Z");
        Call held = booked.hold("2027-01-23T16:00:00Z");
        clock.advance(Duration.ofHours(1));
        Instant movedTo = Instant.parse("2027-01-21T18:00:00Z");
        calls.decide(
                moved.id(),
                call -> call.move(
                        schedule(hosts.find(MAYA).orElseThrow()), movedTo, Mover.HOST, null, clock.instant()));
        clock.advance(Duration.ofHours(1));
        calls.decide(cancelled.id(), call -> call.cancel(CancelReason.PREFER_NOT_TO_SAY, clock.instant()));

        MvcTestResult answer = http.get().uri(FeedPages.renew(browser, feeds)).exchange();
        assertThat(answer)
                .hasStatusOk()
                .hasContentType("text/calendar;charset=UTF-8")
                .headers()
                .hasValue("Cache-Control", "no-cache, private");
        String text = StaffBrowser.text(answer);
        assertThat(text.toLowerCase(Locale.ROOT))
                .doesNotContain("alex", "maya", "therap", "psych", "intake", "lakeside", "example.org");
        Map<String, VEvent> events = events(text);
        assertThat(events.keySet().stream().map(uid -> uid.replaceFirst("@.*", "")))
                .contains(
                        stands.id().toString(),
                        moved.id().toString(),
                        cancelled.id().toString())
                .doesNotContain(held.id().toString());
        assertThat(lines(events, stands))
                .contains(
                        "DTSTART:20270120T160000Z",
                        "DTEND:20270120T162000Z",
                        "SEQUENCE:0",
                        "CLASS:PRIVATE",
                        "STATUS:CONFIRMED",
                        "SUMMARY:Call",
                        "DTSTAMP:20270111T150000Z",
                        "LAST-MODIFIED:20270111T150000Z");
        assertThat(lines(events, moved))
                .contains("DTSTART:20270121T180000Z", "SEQUENCE:1", "LAST-MODIFIED:20270111T160000Z");
        assertThat(lines(events, cancelled))
                .contains("SEQUENCE:1", "STATUS:CANCELLED", "TRANSP:TRANSPARENT", "LAST-MODIFIED:20270111T170000Z");

        clock.set(Instant.parse("2027-02-12T17:00:00Z"));
        assertThat(events(feed()).keySet().stream().map(uid -> uid.replaceFirst("@.*", "")))
                .contains(stands.id().toString(), moved.id().toString())
                .doesNotContain(cancelled.id().toString());
        clock.set(Instant.parse("2027-03-25T17:00:00Z"));
        assertThat(events(feed())).isEmpty();
    }

    @Test
    void a_feed_that_has_not_changed_is_not_sent_again() {
        String address = FeedPages.renew(browser, feeds);
        String etag = Objects.requireNonNull(
                http.get().uri(address).exchange().getResponse().getHeader("ETag"));
        clock.advance(Duration.ofMinutes(5));
        assertThat(http.get().uri(address).header("If-None-Match", etag)).hasStatus(304);
        booked.book("2027-01-27T16:00:00Z");
        assertThat(http.get().uri(address).header("If-None-Match", etag)).hasStatusOk();
        assertThat(http.head().uri(address)).hasStatusOk();
    }

    @Test
    void a_renewed_feed_leaves_its_old_address_leading_nowhere(CapturedOutput output) {
        String first = FeedPages.renew(browser, feeds);
        assertThat(browser.page(PAGE, maya()))
                .contains("The address is not shown again")
                .doesNotContain(secretOf(first));
        String second = FeedPages.renew(browser, feeds);
        assertThat(http.get().uri(first)).hasStatus(404);
        assertThat(http.get().uri(second)).hasStatusOk();
        assertThat(browser.post(PAGE + "/feed/stop", maya(), Map.of())).hasStatus(302);
        assertThat(http.get().uri(second)).hasStatus(404);
        assertThat(http.get().uri("/calendars/nothing.ics")).hasStatus(404);
        assertThat(feeds.find(MAYA).orElseThrow().toString()).doesNotContain(secretOf(second));
        assertThat(output).doesNotContain(secretOf(first), secretOf(second));
    }

    @Test
    void a_feed_is_renewed_once_however_often_the_page_is_sent() {
        Map<String, String> form = Map.of("version", FeedPages.version(feeds));
        String address = FeedPages.addressIn(StaffBrowser.text(browser.post(PAGE + "/feed", maya(), form)));
        MvcTestResult again = browser.post(PAGE + "/feed", maya(), form);
        assertThat(again).hasStatus(409);
        assertThat(StaffBrowser.text(again)).contains("No new address was made");
        assertThat(http.get().uri(address)).hasStatusOk();
    }

    @Test
    void the_api_gives_the_same_address_for_the_same_key() {
        String body = "{\"version\": %s}".formatted(FeedPages.version(feeds));
        String one = JsonPath.read(StaffBrowser.text(renew(body, "one-and-the-same-key")), "$.url");
        String two = JsonPath.read(StaffBrowser.text(renew(body, "one-and-the-same-key")), "$.url");
        assertThat(two).isEqualTo(one);
        assertThat(http.get().uri(URI.create(one).getPath())).hasStatusOk();
        assertThat(renew(body, "another-key-of-the-client")).hasStatus(409);
    }

    private MvcTestResult renew(String body, String key) {
        return http.post()
                .uri(API + "/feed")
                .header("Authorization", "Bearer " + tokens.mint(maya(), Duration.ofMinutes(1)))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private String feed() {
        return StaffBrowser.text(http.get().uri(FeedPages.renew(browser, feeds)).exchange());
    }

    private static String secretOf(String address) {
        return address.replace("/calendars/", "").replace(".ics", "");
    }

    private static Map<String, VEvent> events(String text) throws IOException, ParserException {
        Map<String, VEvent> events = new LinkedHashMap<>();
        new CalendarBuilder()
                .build(new StringReader(text))
                .<VEvent>getComponents(Component.VEVENT)
                .forEach(event -> {
                    assertThat(event.validate(true).hasErrors()).isFalse();
                    events.put(event.getUid().orElseThrow().getValue(), event);
                });
        return events;
    }

    private static List<String> lines(Map<String, VEvent> events, Call call) {
        return events.entrySet().stream()
                .filter(event -> event.getKey().startsWith(call.id().toString()))
                .findFirst()
                .orElseThrow()
                .getValue()
                .toString()
                .lines()
                .toList();
    }
}
