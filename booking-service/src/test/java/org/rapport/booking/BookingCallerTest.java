package org.rapport.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.StaffBrowser.maya;
import static org.rapport.booking.StaffBrowser.olivia;
import static org.rapport.booking.StaffBrowser.staff;
import static org.rapport.booking.StaffBrowser.text;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.calls.application.InMemoryCalls;
import org.rapport.booking.calls.domain.CallEvent;
import org.rapport.booking.inquiries.application.InMemoryInquiries;
import org.rapport.booking.inquiries.domain.Inquiry;
import org.rapport.booking.inquiries.domain.InquiryId;
import org.rapport.booking.inquiries.domain.InquiryPath;
import org.rapport.booking.inquiries.domain.PhoneEntry;
import org.rapport.booking.inquiries.domain.QuestionnaireWanted;
import org.rapport.booking.inquiries.domain.Wish;
import org.rapport.testkit.SettableClock;
import org.rapport.web.Staff;
import org.rapport.web.StaffRole;
import org.rapport.web.StaffTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Somebody phones, and staff enter them and book a call while they are on the line. */
@OverFakes
@DisplayNameGeneration(ReplaceUnderscores.class)
class BookingCallerTest {

    private static final String NEW = "/staff/inquiries/new";
    private static final Staff DANIEL = staff(Examples.DANIEL.value(), StaffRole.COORDINATOR);
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static int day;

    private final MockMvcTester http;
    private final StaffBrowser browser;

    @Autowired
    SettableClock clock;

    @Autowired
    InMemoryCalls calls;

    @Autowired
    InMemoryInquiries inquiries;

    @Autowired
    BookingCallerTest(MockMvcTester http, StaffTokens tokens) {
        this.http = http;
        this.browser = new StaffBrowser(http, tokens);
    }

    @BeforeEach
    void the_phone_rings() {
        day += 2;
        clock.set(Instant.parse("2027-03-01T15:00:00Z").plus(Duration.ofDays(day)));
    }

    @Test
    void a_coordinator_finds_the_page_and_reads_the_consent_in_both_languages() {
        assertThat(browser.page("/staff/calls", maya())).contains("href=\"/staff/inquiries/new\"");
        assertThat(browser.page(NEW, maya()))
                .contains("New by phone", "Read this to them", "I agree that", "lang=\"es\"", "Acepto")
                .doesNotContain("??");
    }

    @Test
    void a_person_is_entered_by_phone_with_the_consent_they_gave_aloud_and_a_call_is_booked() {
        MvcTestResult entered = browser.post(NEW, maya(), caller("call", "America/Denver"));
        assertThat(entered).hasStatus(302);
        String page = address(entered);
        Inquiry inquiry = inquiry(page);
        assertThat(inquiry.path()).isEqualTo(InquiryPath.BY_PHONE);
        assertThat(inquiry.entry()).isEqualTo(new PhoneEntry(maya().id(), Wish.CALL));
        assertThat(inquiry.receivedAt()).isEqualTo(clock.instant());
        assertThat(inquiry.person().consentVersion()).isEqualTo("2026-11");
        assertThat(inquiry.person().channels()).isEmpty();

        String times = browser.page(page, maya());
        assertThat(times)
                .contains("Book a call for Robin", "Denver time", " here</span> <span>Maya", "Any coordinator")
                .doesNotContain("??");
        MvcTestResult booked = browser.post(page, maya(), choice(times));
        assertThat(booked).hasStatus(302);
        assertThat(browser.page(address(booked), maya()))
                .contains("The call is booked", "Robin", "They get no message", "(312) 555-01")
                .doesNotContain("??");
        assertThat(calls.events()).last().isInstanceOf(CallEvent.CallBooked.class);
        assertThat(browser.page("/staff/inquiries/" + inquiry.id(), maya()))
                .contains("By phone", "Aloud, heard by you", "Not at all, calls only")
                .doesNotContain("??");
    }

    @Test
    void a_double_click_makes_one_person_and_one_call() {
        Map<String, String> form = caller("call", "America/Chicago");
        int people = inquiries.events().size();
        int booked = calls.events().size();
        String page = address(browser.post(NEW, maya(), form));
        assertThat(address(browser.post(NEW, maya(), form))).isEqualTo(page);
        assertThat(inquiries.events()).hasSize(people + 1);

        Map<String, String> choice = choice(browser.page(page, maya()));
        String done = address(browser.post(page, maya(), choice));
        assertThat(address(browser.post(page, maya(), choice))).isEqualTo(done);
        assertThat(calls.events()).hasSize(booked + 1);
    }

    @Test
    void what_is_sent_under_an_id_that_was_used_is_not_saved_and_staff_are_told() {
        Map<String, String> form = caller("nothing-yet", "America/Chicago");
        String page = address(browser.post(NEW, maya(), form));
        form.put("name", "Somebody else");
        String again = address(browser.post(NEW, maya(), form));
        assertThat(again).isEqualTo(page + "?notice=known");
        assertThat(browser.page(again, maya())).contains("entered already").doesNotContain("Somebody else");
    }

    @Test
    void faults_stand_at_their_fields_and_what_was_typed_stays() {
        Map<String, String> form = caller("questionnaire", "America/Chicago");
        form.put("consent", "");
        form.put("state", "");
        MvcTestResult refused = browser.post(NEW, maya(), form);
        assertThat(refused).hasStatus(422);
        assertThat(text(refused))
                .contains("href=\"#consent\"", "href=\"#state\"", "href=\"#channels\"", "value=\"Robin\"")
                .contains("Read the text to them and tick the box", form.get("requestId"))
                .doesNotContain("??");
        form.remove("wish");
        assertThat(text(browser.post(NEW, maya(), form))).contains("href=\"#wish\"", "Choose what they want next");
    }

    @Test
    void two_people_at_once_on_one_time_and_the_second_is_offered_the_nearest() {
        String one = address(browser.post(NEW, maya(), caller("call", "America/Chicago")));
        String other = address(browser.post(NEW, DANIEL, caller("call", "America/Chicago")));
        String host = "?host=" + Examples.MAYA;
        Map<String, String> first = choice(browser.page(one + host, maya()));
        Map<String, String> second = choice(browser.page(other + host, DANIEL));
        assertThat(second.get("start")).isEqualTo(first.get("start"));
        assertThat(browser.post(one, maya(), first)).hasStatus(302);
        MvcTestResult taken = browser.post(other, DANIEL, second);
        assertThat(taken).hasStatus(409);
        assertThat(text(taken))
                .contains("Somebody else has just taken", "The person is in the queue", "nearest free times")
                .doesNotContain("??");
        assertThat(browser.post(other, DANIEL, choice(text(taken)))).hasStatus(302);
    }

    @Test
    void staff_are_told_that_the_person_has_a_call_then() {
        Map<String, String> form = caller("call", "America/Chicago");
        String one = address(browser.post(NEW, maya(), form));
        Map<String, String> first = choice(browser.page(one + "?host=" + Examples.MAYA, maya()));
        browser.post(one, maya(), first);
        form.put("requestId", UUID.randomUUID().toString());
        String again = address(browser.post(NEW, maya(), form));
        Map<String, String> second = choice(browser.page(again + "?host=" + Examples.DANIEL, maya()));
        second.put("start", first.get("start"));
        second.put("host", "any");
        MvcTestResult busy = browser.post(again, maya(), second);
        assertThat(busy).hasStatus(409);
        assertThat(text(busy)).contains("They have a call then", "with Maya").doesNotContain("??");
    }

    @Test
    void a_time_that_has_passed_is_refused_by_name() {
        String page = address(browser.post(NEW, maya(), caller("call", "America/Chicago")));
        Map<String, String> choice = choice(browser.page(page, maya()));
        clock.advance(Duration.ofDays(1));
        MvcTestResult refused = browser.post(page, maya(), choice);
        assertThat(refused).hasStatus(422);
        assertThat(text(refused)).contains("cannot be booked").doesNotContain("??");
    }

    @Test
    void the_questionnaire_goes_out_once_it_is_wanted() {
        Map<String, String> form = caller("call-back", "America/Chicago");
        form.put("email", "robin" + day + "@example.org");
        form.put("channels", "EMAIL");
        String page = address(browser.post(NEW, maya(), form));
        assertThat(browser.page(page, maya())).contains("Send the questionnaire");
        for (int click = 0; click < 2; click++) {
            assertThat(browser.post(page + "/questionnaire", maya(), Map.of())).hasStatus(302);
        }
        assertThat(inquiries.events().stream()
                        .filter(QuestionnaireWanted.class::isInstance)
                        .filter(event -> page.endsWith(event.inquiry().id().toString())))
                .hasSize(1);
        assertThat(browser.page(page, maya()))
                .contains("The questionnaire is sent to them")
                .doesNotContain("Send the questionnaire");
    }

    @Test
    void every_page_is_for_coordinators_and_for_the_administrator_who_entered_them() {
        String callPage = address(browser.post(NEW, olivia(), caller("call", "America/Chicago")));
        String page = callPage.substring(0, callPage.length() - "/call".length());
        String byMaya = address(browser.post(NEW, maya(), caller("nothing-yet", "America/Chicago")));
        Staff therapist = staff(UUID.randomUUID(), StaffRole.THERAPIST);
        Staff stranger = staff(UUID.randomUUID(), StaffRole.ADMINISTRATOR);
        for (String path : List.of(page, callPage)) {
            assertThat(browser.get(path, olivia())).hasStatusOk();
            assertThat(browser.get(path, maya())).hasStatusOk();
            assertThat(browser.get(path, stranger)).hasStatus(404);
            assertThat(browser.get(path, therapist)).hasStatus(403);
            assertThat(http.get().uri(path)).hasStatus(302);
        }
        assertThat(browser.get(byMaya, olivia())).hasStatus(404);
        for (String path : List.of(callPage, page + "/questionnaire")) {
            Map<String, String> form = Map.of(
                    "start",
                    "2027-12-01T15:00:00Z",
                    "requestId",
                    UUID.randomUUID().toString());
            assertThat(browser.post(path, stranger, form)).hasStatus(404);
            assertThat(browser.post(path, therapist, form)).hasStatus(403);
        }
        assertThat(browser.get(NEW, therapist)).hasStatus(403);
        assertThat(browser.post(NEW, therapist, caller("call", "America/Chicago")))
                .hasStatus(403);
        Map<String, String> choice = choice(browser.page(callPage, olivia()));
        String done = address(browser.post(callPage, olivia(), choice));
        assertThat(browser.get(done, stranger)).hasStatus(404);
        assertThat(browser.get(byMaya + done.substring(page.length()), maya())).hasStatus(404);
    }

    /** Reached by phone alone. */
    private Map<String, String> caller(String wish, String zone) {
        Map<String, String> form = new HashMap<>(Map.of(
                "requestId",
                UUID.randomUUID().toString(),
                "name",
                "Robin",
                "phone",
                "(312) 555-01%02d".formatted(NUMBERS.incrementAndGet() % 100),
                "state",
                "IL",
                "zone",
                zone,
                "language",
                "en",
                "consent",
                "true",
                "wish",
                wish));
        return form;
    }

    /** The first time on the page, with what the form sends along. */
    private static Map<String, String> choice(String page) {
        Map<String, String> form = StaffBrowser.fields(page);
        Matcher start =
                Pattern.compile("<button name=\"start\" value=\"([^\"]+)\"").matcher(page);
        assertThat(start.find()).isTrue();
        Map<String, String> choice = new HashMap<>(Map.of("start", start.group(1)));
        choice.put("host", form.getOrDefault("host", "any"));
        choice.put("requestId", Objects.requireNonNull(form.get("requestId")));
        return choice;
    }

    private Inquiry inquiry(String page) {
        UUID id = UUID.fromString(
                page.substring(page.indexOf("/inquiries/") + "/inquiries/".length(), page.lastIndexOf('/')));
        return inquiries.find(new InquiryId(id)).orElseThrow();
    }

    private static String address(MvcTestResult answer) {
        assertThat(answer).hasStatus(302);
        return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    }
}
