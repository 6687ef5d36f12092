package org.rapport.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Visitor.problem;
import static org.rapport.booking.Visitor.text;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.inquiries.application.InMemoryInquiries;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The doors without a call, by the API. */
@OverFakes
@DisplayNameGeneration(ReplaceUnderscores.class)
class InquiriesApiTest {

    private static final String PERSON = """
        {"name": "<b>Alex</b>", "email": "alex@example.org", "phone": "(312) 867-5309", "zone": "America/New_York",
         "state": "IL", "language": "en", "channels": ["EMAIL", "SMS"], "mayLeaveMessage": true,
         "consentVersion": "2026-11"}\
        """;

    @Autowired
    InMemoryInquiries inquiries;

    @Autowired
    Visitor visitor;

    @Test
    void faults_of_a_person_come_field_by_field_and_nothing_is_stored() {
        int before = inquiries.events().size();
        MvcTestResult answer = visitor.json("/api/booking/inquiries", """
            {"path": "CALL_ME_BACK", "requestId": "%s", "person": {"name": "A\\r\\nBcc: x", "email": "a@b\\r\\nBcc: c",
             "phone": "1 900 555 1234", "zone": "EST", "state": "XX", "language": "fr", "channels": ["FAX", null],
             "consentVersion": ""}}\
            """.formatted(UUID.randomUUID()));
        assertThat(problem(answer, 422)).isEqualTo("invalid");
        assertThat(JsonPath.<List<String>>read(text(answer), "$.errors[*].field"))
                .containsExactly(
                        "person.name",
                        "person.email",
                        "person.phone",
                        "person.zone",
                        "person.state",
                        "person.language",
                        "person.channels",
                        "person.consentVersion");
        assertThat(text(answer)).doesNotContain("Bcc", "1 900");
        assertThat(inquiries.events()).hasSize(before);
    }

    @Test
    void who_asks_to_be_called_says_at_which_number() {
        String mailOnly = PERSON.replace("\"phone\": \"(312) 867-5309\", ", "").replace(", \"SMS\"", "");
        String body = "{\"path\": \"%s\", \"requestId\": \"%s\", \"person\": %s}";
        MvcTestResult answer =
                visitor.json("/api/booking/inquiries", body.formatted("CALL_ME_BACK", UUID.randomUUID(), mailOnly));
        assertThat(problem(answer, 422)).isEqualTo("invalid");
        assertThat(JsonPath.<List<String>>read(text(answer), "$.errors[*].field"))
                .containsExactly("person.phone");
        assertThat(visitor.json(
                        "/api/booking/inquiries", body.formatted("QUESTIONNAIRE_FIRST", UUID.randomUUID(), mailOnly)))
                .hasStatus(201);
    }

    @Test
    void a_request_sent_twice_is_one_inquiry_and_its_id_is_not_reused() {
        int before = inquiries.events().size();
        String body = "{\"path\": \"CALL_ME_BACK\", \"requestId\": \"%s\", \"person\": %s}";
        String id = UUID.randomUUID().toString();
        MvcTestResult first = visitor.json("/api/booking/inquiries", body.formatted(id, PERSON));
        assertThat(first).hasStatus(201);
        assertThat(visitor.json("/api/booking/inquiries", body.formatted(id, PERSON)))
                .bodyText()
                .isEqualTo(text(first));
        assertThat(problem(
                        visitor.json("/api/booking/inquiries", body.formatted(id, PERSON.replace("Alex", "Robin"))),
                        422))
                .isEqualTo("request-id-reused");
        assertThat(problem(visitor.json("/api/booking/inquiries", body.formatted("1-2-3-4-5", PERSON)), 422))
                .isEqualTo("invalid");
        assertThat(inquiries.events()).hasSize(before + 1);
    }
}
