package org.rapport.booking;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.HoldToken;
import org.rapport.testkit.SettableClock;
import org.rapport.web.SignedLinks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What pages promise is what happens: who calls whom, what is sent, which time is kept, in whose zone. */
@OverFakes
@DisplayNameGeneration(ReplaceUnderscores.class)
class BookingTruthTest {

    private static final String HERE = "America/Chicago";
    private static final String MAYA_ID = "c0000000-0000-4000-8000-000000000001";
    private static final String START = "name=\"start\" value=\"([^\"]+)\"";
    private static final String NUMBER = "(312) 867-5309";
    private static int day;
    private static int people;

    @Autowired
    MockMvcTester http;

    @Autowired
    SettableClock clock;

    @Autowired
    SignedLinks links;

    @Autowired
    Visitor visitor;

    private @Nullable Cookie held;

    @BeforeEach
    void next_day() {
        day++;
        clock.set(Instant.parse("2027-02-01T15:00:00Z").plus(Duration.ofDays(day)));
    }

    @Test
    void who_gave_no_number_reads_everywhere_that_they_call_us() {
        String you = hold(soonest(HERE), HERE);
        assertThat(page(you)).contains("If you leave it empty, you call us");
        told(you, "", HERE, "EMAIL");
        String done = booked(you);
        for (String shown : new String[] {page(check(hold(last(), HERE), "")), done, page(manage(you))}) {
            assertThat(shown)
                    .contains("please call us at this time. Maya expects you", "tel:+13125550142")
                    .doesNotContain("calls you");
        }
        assertThat(page(manage(you) + "?lang=es")).contains("llámenos usted a esa hora");
    }

    @Test
    void who_gave_a_number_reads_everywhere_that_we_call_it() {
        String you = hold(soonest(HERE), HERE);
        told(you, NUMBER, HERE, "EMAIL");
        String done = booked(you);
        for (String shown : new String[] {page(check(hold(last(), HERE), NUMBER)), done, page(manage(you))}) {
            assertThat(shown).contains("Maya calls you at " + NUMBER).doesNotContain("please call us at this time");
        }
    }

    @Test
    void please_call_me_asks_for_the_number_to_call() {
        MvcTestResult answer = post(
                "/call-me",
                person("", HERE, "EMAIL", "requestId", UUID.randomUUID().toString()));
        assertThat(answer).hasStatus(422);
        assertThat(text(answer)).contains("Enter the phone number we should call", "href=\"#phone\"");
    }

    @Test
    void the_last_page_promises_what_is_sent_and_nothing_else() {
        String byText = hold(last(), HERE);
        told(byText, NUMBER, HERE, "SMS");
        assertThat(booked(byText))
                .contains("confirmation by text message.", "in the daytime only, by your clock", "we remind you")
                .doesNotContain("invitation");
        String byMail = hold(last(), HERE);
        told(byMail, NUMBER, HERE, "EMAIL");
        assertThat(booked(byMail))
                .contains("by e-mail, with an invitation", "more than a day away, we remind you")
                .doesNotContain("text message");
        String byBoth = hold(soonest(HERE), HERE);
        told(byBoth, NUMBER, HERE, "SMS", "channels", "EMAIL");
        assertThat(booked(byBoth))
                .as("by mail and nothing of texts, or it would tell how many the phone has had")
                .contains("by e-mail, with an invitation")
                .doesNotContain("text message");
    }

    @Test
    void times_are_told_in_the_zone_the_person_is_in_with_the_practices_beside_it() {
        String you = hold(soonest(HERE), HERE);
        told(you, NUMBER, "America/Denver", "EMAIL");
        String both = "12:00 PM, Denver time (1:00 PM, Chicago time)";
        assertThat(page(you.replace("/you", "/check"))).contains(both, "<dd>Denver time</dd>");
        String done = booked(you);
        assertThat(done).contains(both);
        assertThat(page(manage(you))).contains(both);
    }

    @Test
    void the_holder_still_sees_the_time_in_the_list_and_another_choice_frees_it() {
        String first = soonest(HERE);
        String you = hold(first, HERE);
        String list = page("/book/times?host=" + MAYA_ID);
        assertThat(list).contains("1:00 PM, Chicago time for you until 9:10 AM", "href=\"" + you + "\"");
        assertThat(hold(first, HERE)).isEqualTo(you);

        String second = hold(last(), HERE);
        assertThat(second).isNotEqualTo(you);
        assertThat(http.get().uri(you)).hasStatus(410);
        clock.advance(Duration.ofMinutes(10));
        assertThat(page("/book/times?host=" + MAYA_ID)).doesNotContain("for you until");
    }

    @Test
    void who_does_not_get_another_time_keeps_the_one_they_have() {
        String taken = last();
        hold(taken, HERE);
        held = null;
        String you = hold(soonest(HERE), HERE);
        MvcTestResult answer = post("/book/times", "host", MAYA_ID, "start", taken, "zone", HERE);
        assertThat(answer).hasStatus(409);
        assertThat(text(answer)).contains("for you until", "href=\"" + you + "\"");
        page(you);
    }

    @Test
    void nobody_is_told_that_somebody_else_has_the_time_they_hold_themselves() {
        String first = soonest(HERE);
        String you = hold(first, HERE);
        String next = Instant.parse(first).plus(Duration.ofMinutes(15)).toString();
        MvcTestResult answer = post("/book/times", "host", MAYA_ID, "start", next, "zone", HERE);
        assertThat(answer).hasStatus(409);
        assertThat(text(answer))
                .contains("This time overlaps the one we keep for you", "href=\"" + you + "\"")
                .doesNotContain("Somebody else");
    }

    @Test
    void the_list_comes_back_to_the_day_and_zone_of_the_time() {
        String start = last();
        String day = start.substring(0, "2027-02-01".length());
        String you = hold(start, "America/Denver");
        MvcTestResult back = post(you.replace("/you", "/release"));
        String list = Objects.requireNonNull(back.getResponse().getRedirectedUrl());
        assertThat(list).contains("zone=America/Denver", "day=" + day);
        assertThat(current(page(list))).contains("day=" + day);

        hold(start, HERE);
        held = null;
        MvcTestResult conflict = post("/book/times", "host", MAYA_ID, "start", start, "zone", HERE);
        assertThat(conflict).hasStatus(409);
        assertThat(current(text(conflict))).contains("day=" + day);
    }

    private static String current(String list) {
        return found(list, "<a href=\"([^\"]+)\" aria-current=\"date\"");
    }

    private String soonest(String zone) {
        return found(page("/book/times?host=" + MAYA_ID + "&zone=" + zone), START);
    }

    /** A time in the middle of the last day but one that the list offers, with others on that day. */
    private String last() {
        Matcher days = Pattern.compile("href=\"([^\"]*day=[^\"#]+)").matcher(page("/book/times?host=" + MAYA_ID));
        String[] all =
                days.results().map(link -> link.group(1).replace("&amp;", "&")).toArray(String[]::new);
        Matcher times = Pattern.compile(START).matcher(page(all[all.length - 2]));
        String[] starts = times.results().map(time -> time.group(1)).toArray(String[]::new);
        return starts[starts.length / 2];
    }

    private String hold(String start, String zone) {
        MvcTestResult answer = post("/book/times", "host", MAYA_ID, "start", start, "zone", zone);
        assertThat(answer).hasStatus(302);
        Cookie cookie = answer.getResponse().getCookie("rapport_hold");
        if (cookie != null) {
            assertThat(cookie.isHttpOnly()).isTrue();
            assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
            held = cookie;
        }
        return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    }

    private String check(String you, String phone) {
        told(you, phone, HERE, "EMAIL");
        return you.replace("/you", "/check");
    }

    private void told(String you, String phone, String zone, String channel, String... more) {
        assertThat(post(you, person(phone, zone, channel, more))).hasStatus(302);
    }

    private static String[] person(String phone, String zone, String channel, String... more) {
        String[] fields = {
            "name",
            "Alex",
            "email",
            "alex" + ++people + "@example.org",
            "phone",
            phone,
            "zone",
            zone,
            "state",
            "IL",
            "language",
            "en",
            "channels",
            channel,
            "consent",
            "true"
        };
        String[] all = Arrays.copyOf(fields, fields.length + more.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        return all;
    }

    private String booked(String you) {
        assertThat(post(you.replace("/you", "/check"))).hasStatus(302);
        return page(you.replace("/you", "/done"));
    }

    /** As the mail to this person says it. */
    private String manage(String you) {
        CallId call = HoldToken.parse(you.split("/", -1)[2]).orElseThrow().callId();
        return "/calls/" + links.sign("manage-call", call.toString(), Instant.parse("2028-01-01T00:00:00Z"));
    }

    private MvcTestResult post(String path, String... parameters) {
        var request = http.post()
                .uri(path)
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .param("shown", visitor.shown());
        for (int index = 0; index < parameters.length; index += 2) {
            request = request.param(parameters[index], parameters[index + 1]);
        }
        return (held == null ? request : request.cookie(held)).exchange();
    }

    private String page(String path) {
        var request = http.get().uri(path);
        MvcTestResult answer = (held == null ? request : request.cookie(held)).exchange();
        assertThat(answer).hasStatusOk();
        return text(answer);
    }

    private static String text(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static String found(String page, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }
}
