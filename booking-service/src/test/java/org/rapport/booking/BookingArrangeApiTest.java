package org.rapport.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.StaffBrowser.maya;
import static org.rapport.booking.StaffBrowser.olivia;
import static org.rapport.booking.StaffBrowser.staff;
import static org.rapport.booking.Visitor.problem;
import static org.rapport.booking.Visitor.text;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.calls.application.InMemoryCalls;
import org.rapport.booking.inquiries.application.InMemoryInquiries;
import org.rapport.booking.inquiries.domain.InquiryId;
import org.rapport.booking.inquiries.domain.InquiryPath;
import org.rapport.testkit.SettableClock;
import org.rapport.web.Staff;
import org.rapport.web.StaffRole;
import org.rapport.web.StaffTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Who phones and their call, by the API. */
@OverFakes
@DisplayNameGeneration(ReplaceUnderscores.class)
class BookingArrangeApiTest {

    private static final String MAYA_ID = Examples.MAYA.toString();
    private static final String CALLS = "/api/booking/calls";
    private static final String INQUIRIES = "/api/booking/inquiries";
    private static final Staff SERVICE = staff(UUID.randomUUID(), StaffRole.SERVICE);
    private static final Staff THERAPIST = staff(UUID.randomUUID(), StaffRole.THERAPIST);
    private static int day;

    @Autowired
    MockMvcTester http;

    @Autowired
    StaffTokens tokens;

    @Autowired
    SettableClock clock;

    @Autowired
    InMemoryCalls calls;

    @Autowired
    InMemoryInquiries inquiries;

    @Autowired
    Visitor visitor;

    private String start = "";
    private String person = "";

    @BeforeEach
    void the_phone_rings() {
        day += 2;
        clock.set(Instant.parse("2027-10-01T12:00:00Z").plus(Duration.ofDays(day)));
        start = visitor.openings(MAYA_ID).getFirst();
        person = person(day);
    }

    @Test
    void a_person_and_a_call_come_of_one_request_however_often_it_is_sent() {
        int booked = calls.events().size();
        String body = body("person", person, UUID.randomUUID());
        MvcTestResult first = post(CALLS, maya(), body, null);
        assertThat(first).hasStatus(201);
        assertThat(post(CALLS, maya(), body, null)).hasStatus(201).bodyText().isEqualTo(text(first));
        assertThat(calls.events()).hasSize(booked + 1);
        UUID inquiry = UUID.fromString(JsonPath.read(text(first), "$.inquiryId"));
        assertThat(inquiries.find(new InquiryId(inquiry)).orElseThrow().path()).isEqualTo(InquiryPath.BY_PHONE);
        assertThat(text(first)).contains("\"hostName\":\"Maya\"").doesNotContain("manageUrl", "Robin");
        String other = body.replace("Robin", "Alex");
        assertThat(problem(post(CALLS, maya(), other, null), 422)).isEqualTo("request-id-reused");
    }

    @Test
    void an_idempotency_key_works_here_too() {
        String key = "key-" + UUID.randomUUID();
        String body = body("person", person, UUID.randomUUID());
        MvcTestResult first = post(CALLS, maya(), body, key);
        assertThat(first).hasStatus(201);
        assertThat(post(CALLS, maya(), body, key)).hasStatus(201).bodyText().isEqualTo(text(first));
        assertThat(problem(post(CALLS, maya(), body.replace("Robin", "Alex"), key), 422))
                .isEqualTo("idempotency-key-reused");
        String inquiry = text(post(INQUIRIES, maya(), byPhone(UUID.randomUUID()), key + "-2"));
        String page = INQUIRIES + "/" + JsonPath.read(inquiry, "$.inquiryId") + "/questionnaire";
        assertThat(post(page, maya(), "", key + "-3")).hasStatus(204);
        assertThat(post(page, maya(), "", key + "-3")).hasStatus(204);
    }

    @Test
    void two_people_on_one_time_and_the_second_is_offered_the_nearest() {
        assertThat(post(CALLS, maya(), body("person", person, UUID.randomUUID()), null))
                .hasStatus(201);
        MvcTestResult taken = post(CALLS, maya(), body("person", person(day + 40), UUID.randomUUID()), null);
        assertThat(problem(taken, 409)).isEqualTo("slot-taken");
        assertThat(JsonPath.<List<String>>read(text(taken), "$.alternatives[*].start"))
                .hasSize(3);
    }

    @Test
    void a_person_who_has_a_call_then_is_named_by_it_to_staff() {
        MvcTestResult first = post(CALLS, maya(), body("person", person, UUID.randomUUID()), null);
        String any = body("person", person, UUID.randomUUID()).replace(MAYA_ID, "any");
        MvcTestResult busy = post(CALLS, maya(), any, null);
        assertThat(problem(busy, 409)).isEqualTo("person-busy");
        assertThat(text(busy)).contains("Under the same e-mail address or phone number");
        assertThat(JsonPath.<String>read(text(busy), "$.standing.callId"))
                .isEqualTo(JsonPath.<String>read(text(first), "$.callId"));
    }

    @Test
    void faults_are_named_field_by_field_and_rules_by_their_code() {
        MvcTestResult nothing = post(CALLS, maya(), "{}", null);
        assertThat(problem(nothing, 422)).isEqualTo("invalid");
        assertThat(JsonPath.<List<String>>read(text(nothing), "$.errors[*].field"))
                .containsExactly("host", "start", "requestId", "who");
        String nameless = body("person", person.replace("Robin", " "), UUID.randomUUID());
        assertThat(JsonPath.<List<String>>read(text(post(CALLS, maya(), nameless, null)), "$.errors[*].field"))
                .containsExactly("person.name");
        String past = body("person", person, UUID.randomUUID()).replace(start, "2020-01-01T15:00:00Z");
        assertThat(problem(post(CALLS, maya(), past, null), 422)).isEqualTo("in-the-past");
        String wishless = byPhone(UUID.randomUUID()).replace("\"wish\": \"NOTHING_YET\",", "");
        assertThat(JsonPath.<List<String>>read(text(post(INQUIRIES, maya(), wishless, null)), "$.errors[*].field"))
                .containsExactly("wish");
        String visitors = byPhone(UUID.randomUUID()).replace("BY_PHONE", "CALL_ME_BACK");
        assertThat(problem(visitor.json(INQUIRIES, visitors), 422)).isEqualTo("invalid");
    }

    @Test
    void only_staff_enter_people_and_services_book_for_those_who_are_there() {
        String unknown = body("inquiryId", "\"" + UUID.randomUUID() + "\"", UUID.randomUUID());
        assertThat(problem(visitor.json(CALLS, unknown), 401)).isEqualTo("sign-in-required");
        assertThat(problem(post(CALLS, THERAPIST, unknown, null), 403)).isEqualTo("forbidden");
        for (Staff allowed : List.of(maya(), olivia(), SERVICE)) {
            assertThat(problem(post(CALLS, allowed, unknown, null), 404)).isEqualTo("not-found");
        }
        assertThat(problem(post(CALLS, SERVICE, body("person", person, UUID.randomUUID()), null), 403))
                .isEqualTo("forbidden");

        String byPhone = byPhone(UUID.randomUUID());
        assertThat(problem(visitor.json(INQUIRIES, byPhone), 401)).isEqualTo("sign-in-required");
        assertThat(problem(post(INQUIRIES, THERAPIST, byPhone, null), 403)).isEqualTo("forbidden");
        assertThat(problem(post(INQUIRIES, SERVICE, byPhone, null), 403)).isEqualTo("forbidden");
        MvcTestResult entered = post(INQUIRIES, maya(), byPhone, null);
        assertThat(entered).hasStatus(201);
        String inquiry = JsonPath.read(text(entered), "$.inquiryId");

        String known = body("inquiryId", "\"" + inquiry + "\"", UUID.randomUUID());
        String questionnaire = INQUIRIES + "/" + inquiry + "/questionnaire";
        assertThat(problem(post(CALLS, olivia(), known, null), 404)).isEqualTo("not-found");
        assertThat(problem(post(questionnaire, olivia(), "", null), 404)).isEqualTo("not-found");
        assertThat(problem(post(questionnaire, THERAPIST, "", null), 403)).isEqualTo("forbidden");
        assertThat(problem(post(questionnaire, SERVICE, "", null), 403)).isEqualTo("forbidden");
        assertThat(problem(visitor.json(questionnaire, ""), 401)).isEqualTo("sign-in-required");
        assertThat(post(CALLS, SERVICE, known, null)).hasStatus(201);
    }

    private String body(String who, String value, UUID requestId) {
        return "{\"host\": \"%s\", \"start\": \"%s\", \"%s\": %s, \"requestId\": \"%s\"}"
                .formatted(MAYA_ID, start, who, value, requestId);
    }

    private String byPhone(UUID requestId) {
        return "{\"path\": \"BY_PHONE\", \"wish\": \"NOTHING_YET\", \"person\": %s, \"requestId\": \"%s\"}"
                .formatted(person, requestId);
    }

    private static String person(int number) {
        return """
            {"name": "Robin", "phone": "(312) 867-5%03d", "zone": "America/Chicago", "state": "IL", "language": "en",
             "mayLeaveMessage": true, "consentVersion": "2026-11"}\
            """.formatted(number);
    }

    private MvcTestResult post(String path, Staff staff, String body, @Nullable String key) {
        var request = http.post()
                .uri(path)
                .header("Authorization", "Bearer " + tokens.mint(staff, Duration.ofMinutes(1)))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        return (key == null ? request : request.header("Idempotency-Key", key)).exchange();
    }
}
