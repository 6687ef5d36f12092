package org.rapport.booking;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.HoldToken;
import org.rapport.booking.inquiries.application.InMemoryInquiries;
import org.rapport.testkit.SettableClock;
import org.rapport.web.SignedLinks;
import org.rapport.web.Staff;
import org.rapport.web.StaffRole;
import org.rapport.web.StaffTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@OverFakes
@DisplayNameGeneration(ReplaceUnderscores.class)
class BookingPagesTest {

    private static final String MAYA_ID = "c0000000-0000-4000-8000-000000000001";
    private static final String DANIEL_ID = "c0000000-0000-4000-8000-000000000002";
    private static int day;

    @Autowired
    MockMvcTester http;

    @Autowired
    SettableClock clock;

    @Autowired
    SignedLinks links;

    @Autowired
    Visitor visitor;

    @Autowired
    InMemoryInquiries inquiries;

    @Autowired
    StaffTokens tokens;

    @BeforeEach
    void next_day() {
        day++;
        clock.set(Instant.parse("2027-01-01T15:00:00Z").plus(Duration.ofDays(day)));
    }

    @ParameterizedTest
    @CsvSource({
        "/, en, Talk to someone first",
        "/, es, Hablar primero con alguien",
        "/book/times, en, Next free time",
        "/book/times, es, Próxima hora libre",
        "/book/therapists, es, Hablar con un terapeuta",
        "/call-me, en, Please call me",
        "/start, es, Empezar el cuestionario"
    })
    void every_page_speaks_both_languages(String path, String language, String words) {
        assertThat(page(path + "?lang=" + language)).contains(words).doesNotContain("??", "booking.");
    }

    @Test
    void times_are_shown_in_the_zone_of_whoever_looks_beside_the_practices_own() {
        assertThat(page("/book/times?zone=America/New_York"))
                .contains("2:00 PM, New York time (1:00 PM, Chicago time)");
        assertThat(page("/book/times?zone=Mars/Base")).contains("1:00 PM, Chicago time");
        assertThat(http.get().uri("/book/times?host=nobody")).hasStatus(404);
    }

    @Test
    void a_person_books_in_three_pages_and_cancels_by_link() {
        String you = hold();
        assertThat(page(you)).contains("data-until=");
        assertThat(filled(you, "<b>Alex</b>", "robin@example.org"))
                .hasStatus(302)
                .hasRedirectedUrl(check(you));
        assertThat(page(check(you)))
                .contains("&lt;b&gt;Alex&lt;/b&gt;", "calls you at (312) 867-5309")
                .doesNotContain("<b>Alex");
        assertThat(post(check(you))).hasStatus(302);
        assertThat(post(check(you))).hasStatus(302);
        String done = page(you.replace("/you", "/done"));
        assertThat(done).contains("Our message to you is on its way");
        assertThat(done).doesNotContain("/calls/");
        String manage = manage(you);
        page(manage);
        page(manage + "/cancel");
        assertThat(page(manage)).contains("Cancel this call");
        assertThat(post(manage + "/cancel")).hasStatus(422);
        assertThat(post(manage + "/cancel", "reason", "no-longer-needed")).hasStatus(302);
        assertThat(post(manage + "/cancel", "reason", "no-longer-needed")).hasStatus(302);
        assertThat(page(manage)).contains("Your call is cancelled");
    }

    @Test
    void a_host_sees_who_comes_and_how_to_reach_them_and_nobody_elses_calls() {
        String you = hold(MAYA_ID);
        filled(you, "<b>Alex</b>", "alex@example.org");
        post(check(you));

        assertThat(staffPage("/staff/calls", MAYA_ID, StaffRole.COORDINATOR))
                .contains("&lt;b&gt;Alex&lt;/b&gt;", "tel:+13128675309", "alex@example.org", "/staff/referrals/")
                .doesNotContain("<b>Alex", "??", "Nobody has booked");
        assertThat(staffPage("/staff/calls", DANIEL_ID, StaffRole.THERAPIST))
                .contains("Nobody has booked")
                .doesNotContain("Alex");
        assertThat(http.get().uri("/staff/calls")).hasStatus(302);
        assertThat(http.get().uri("/staff/calls").cookie(signedIn(MAYA_ID, StaffRole.ADMINISTRATOR)))
                .hasStatus(403);
    }

    @Test
    void what_was_typed_is_kept_and_the_summary_leads_to_the_fields() {
        String answer = text(filled(hold(), "<i>Robin</i>", "robin@"));
        assertThat(answer)
                .contains("href=\"#email\"", "value=\"&lt;i&gt;Robin&lt;/i&gt;\"", "value=\"robin@\"")
                .doesNotContain("<i>Robin");
    }

    @Test
    void what_was_typed_is_there_again_after_going_back_from_the_check_page() {
        String you = hold();
        filled(you, "Sam", "sam@example.org");
        assertThat(page(you)).contains("value=\"Sam\"", "value=\"sam@example.org\"");
    }

    @Test
    void going_back_frees_the_time_and_a_hold_that_ran_out_says_so() {
        String you = hold();
        assertThat(post(you.replace("/you", "/release"))).hasStatus(302);
        assertThat(http.get().uri(you)).hasStatus(410);
        String late = hold();
        clock.advance(Call.HOLD);
        assertThat(filled(late, "Sam", "sam@example.org")).hasStatus(410);
        assertThat(http.get().uri(check(late))).hasStatus(410);
    }

    @Test
    void a_time_that_somebody_took_comes_back_with_the_nearest_others() {
        String times = page("/book/times?host=" + MAYA_ID);
        String start = found(times, "name=\"start\" value=\"([^\"]+)\"");
        assertThat(post("/book/times", "host", MAYA_ID, "start", start)).hasStatus(302);
        MvcTestResult second = post("/book/times", "host", MAYA_ID, "start", start);
        assertThat(second).hasStatus(409);
        assertThat(text(second)).contains("Somebody else has just taken this time", "nearest free times");
    }

    @Test
    void links_that_are_not_ours_are_answered_kindly() {
        assertThat(http.get().uri("/book/x/you")).hasStatus(404);
        assertThat(http.get().uri("/calls/x")).hasStatus(404);
        assertThat(http.get().uri("/start/x/done")).hasStatus(404);
    }

    @Test
    void the_api_reads_json_only() {
        assertThat(http.post()
                        .uri("/api/booking/holds")
                        .contentType(MediaType.TEXT_PLAIN)
                        .content("{}"))
                .hasStatus(415);
    }

    @Test
    void please_call_me_is_one_inquiry_however_often_it_is_sent() {
        int before = inquiries.events().size();
        String id = UUID.randomUUID().toString();
        MvcTestResult first = send("/call-me", id);
        assertThat(first).hasStatus(302);
        String done = Objects.requireNonNull(first.getResponse().getRedirectedUrl());
        assertThat(done).doesNotContain("alex");
        assertThat(send("/call-me", id)).hasStatus(302).hasRedirectedUrl(done);
        assertThat(page(done)).contains("We will call you", "http://localhost:8080/intake/");
        assertThat(inquiries.events()).hasSize(before + 1);
    }

    /** As the mail to this person says it. */
    private String manage(String you) {
        CallId call = HoldToken.parse(you.split("/", -1)[2]).orElseThrow().callId();
        return "/calls/" + links.sign("manage-call", call.toString(), Instant.parse("2028-01-01T00:00:00Z"));
    }

    private String hold() {
        return hold("any");
    }

    private String hold(String host) {
        String start = found(page("/book/times?host=" + host), "name=\"start\" value=\"([^\"]+)\"");
        MvcTestResult held = post("/book/times", "host", host, "start", start, "zone", "America/Chicago");
        assertThat(held).hasStatus(302);
        return Objects.requireNonNull(held.getResponse().getRedirectedUrl());
    }

    private static String check(String you) {
        return you.replace("/you", "/check");
    }

    private MvcTestResult filled(String you, String name, String email) {
        return post(
                you,
                "name",
                name,
                "email",
                email,
                "phone",
                "(312) 867-5309",
                "zone",
                "America/Chicago",
                "state",
                "IL",
                "language",
                "en",
                "channels",
                "EMAIL",
                "consent",
                "true");
    }

    private MvcTestResult send(String path, String requestId) {
        return post(
                path,
                "requestId",
                requestId,
                "name",
                "Alex",
                "email",
                "alex@example.org",
                "phone",
                "(312) 867-5309",
                "zone",
                "America/Chicago",
                "state",
                "IL",
                "language",
                "en",
                "channels",
                "EMAIL",
                "consent",
                "true");
    }

    private MvcTestResult post(String path, String... parameters) {
        var request = http.post()
                .uri(path)
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .param("shown", visitor.shown());
        for (int index = 0; index < parameters.length; index += 2) {
            request = request.param(parameters[index], parameters[index + 1]);
        }
        return request.exchange();
    }

    private String page(String path) {
        MvcTestResult answer = http.get().uri(path).exchange();
        assertThat(answer).hasStatusOk();
        return text(answer);
    }

    private String staffPage(String path, String id, StaffRole role) {
        MvcTestResult answer = http.get().uri(path).cookie(signedIn(id, role)).exchange();
        assertThat(answer).hasStatusOk();
        return text(answer);
    }

    private Cookie signedIn(String id, StaffRole role) {
        Staff staff = new Staff(UUID.fromString(id), "Somebody", Set.of(role));
        return new Cookie("rapport_staff", tokens.mint(staff, Duration.ofMinutes(1)));
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
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
