package org.rapport.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.booking.hosts.domain.Practices;
import org.rapport.booking.hosts.mongo.SamplePractice;
import org.rapport.contracts.Topics;
import org.rapport.testkit.TestServers;
import org.rapport.web.SignedLinks;
import org.rapport.web.Staff;
import org.rapport.web.StaffRole;
import org.rapport.web.StaffTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningBooking
class BookingIT {

    private static final String PERSON = """
            {"name": "Alex Rivera", "email": "alex@example.org", "zone": "America/Chicago", "state": "IL",
             "language": "en", "channels": ["EMAIL"], "mayLeaveMessage": false, "consentVersion": "2026-11"}""";

    @Autowired
    private Hosts hosts;

    @Autowired
    private SignedLinks links;

    @Autowired
    private Practices practices;

    @Autowired
    private StaffTokens tokens;

    @LocalServerPort
    private int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void a_call_booked_over_http_is_told_on_the_topics_without_a_name() throws Exception {
        String openings = send("GET", "/api/booking/openings?days=14", "");
        String start = JsonPath.read(openings, "$.openings[0].start");
        String held = send(
                "POST",
                "/api/booking/holds",
                "{\"host\": \"any\", \"start\": \"%s\", \"zone\": \"America/Chicago\"}".formatted(start));
        String token = JsonPath.read(held, "$.token");
        String booked = send("POST", "/api/booking/holds/" + token + "/call", PERSON);
        String inquiryId = JsonPath.read(booked, "$.inquiryId");
        String callId = JsonPath.read(booked, "$.callId");
        String manage = links.sign("manage-call", callId, Instant.now().plusSeconds(60));
        send("POST", "/api/booking/calls/by-link/" + manage + "/cancellation", "{\"reason\": \"time-does-not-fit\"}");

        List<ConsumerRecord<String, String>> records = recordsOf(inquiryId, 3);
        assertThat(records)
                .extracting(one -> header(one, "ce_type"))
                .containsExactlyInAnyOrder(
                        "org.rapport.booking.inquiry-received.v1",
                        "org.rapport.booking.call-booked.v1",
                        "org.rapport.booking.call-cancelled.v1");
        assertThat(records).extracting(ConsumerRecord::value).noneMatch(body -> body.contains("Alex"));
        assertThat(records)
                .filteredOn(one -> one.topic().equals(Topics.BOOKING_CALLS))
                .extracting(one -> JsonPath.<Integer>read(one.value(), "$.revision"))
                .containsExactly(0, 1);
    }

    @Test
    void who_phones_is_told_on_the_topics_by_phone_and_without_a_name() throws Exception {
        String start = JsonPath.read(send("GET", "/api/booking/openings?days=14", ""), "$.openings[3].start");
        String body = "{\"host\": \"any\", \"start\": \"%s\", \"requestId\": \"%s\", \"person\": %s}"
                .formatted(start, UUID.randomUUID(), PERSON.replace("alex@", "robin@"));
        Staff maya = new Staff(UUID.randomUUID(), "Maya", Set.of(StaffRole.COORDINATOR));
        String token = tokens.mint(maya, Duration.ofMinutes(1));
        String inquiryId = JsonPath.read(send("POST", "/api/booking/calls", body, token), "$.inquiryId");
        String again = send("POST", "/api/booking/calls", body, token);
        assertThat(JsonPath.<String>read(again, "$.inquiryId")).isEqualTo(inquiryId);
        send("POST", "/api/booking/inquiries/" + inquiryId + "/questionnaire", "", token);

        List<ConsumerRecord<String, String>> records = recordsOf(inquiryId, 2);
        assertThat(records)
                .extracting(one -> header(one, "ce_type"))
                .containsExactlyInAnyOrder(
                        "org.rapport.booking.inquiry-received.v1", "org.rapport.booking.call-booked.v1");
        assertThat(records).extracting(ConsumerRecord::value).noneMatch(value -> value.contains("Alex"));
        assertThat(records)
                .filteredOn(one -> one.topic().equals(Topics.BOOKING_INQUIRIES))
                .singleElement()
                .satisfies(one -> assertThat(one.value())
                        .contains("\"path\":\"BY_PHONE\"", "\"wish\":\"CALL\"")
                        .doesNotContain(maya.id().toString()));
    }

    @Test
    void who_phoned_and_wanted_nothing_yet_is_sent_the_questionnaire_because_a_call_was_booked() throws Exception {
        Staff maya = new Staff(UUID.randomUUID(), "Maya", Set.of(StaffRole.COORDINATOR));
        String token = tokens.mint(maya, Duration.ofMinutes(1));
        String entered = send(
                "POST",
                "/api/booking/inquiries",
                "{\"path\": \"BY_PHONE\", \"wish\": \"NOTHING_YET\", \"requestId\": \"%s\", \"person\": %s}"
                        .formatted(UUID.randomUUID(), PERSON.replace("alex@", "sam@")),
                token);
        String inquiryId = JsonPath.read(entered, "$.inquiryId");
        String start = JsonPath.read(send("GET", "/api/booking/openings?days=14", ""), "$.openings[6].start");
        send(
                "POST",
                "/api/booking/calls",
                "{\"host\": \"any\", \"start\": \"%s\", \"requestId\": \"%s\", \"inquiryId\": \"%s\"}"
                        .formatted(start, UUID.randomUUID(), inquiryId),
                token);
        assertThat(recordsOf(inquiryId, 3))
                .extracting(one -> header(one, "ce_type"))
                .containsExactlyInAnyOrder(
                        "org.rapport.booking.inquiry-received.v1",
                        "org.rapport.booking.call-booked.v1",
                        "org.rapport.booking.questionnaire-wanted.v1");
    }

    @Test
    void loading_the_sample_practice_again_changes_nothing() {
        var before = hosts.all();
        var settings = practices.current();
        assertThat(settings.holidays()).isNotEmpty();
        SamplePractice.load(hosts, practices);
        assertThat(hosts.all()).isEqualTo(before).hasSize(17);
        assertThat(practices.current()).isEqualTo(settings);
    }

    private List<ConsumerRecord<String, String>> recordsOf(String key, int expected) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, TestServers.broker(),
                ConsumerConfig.GROUP_ID_CONFIG, "booking-it",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(Topics.BOOKING_INQUIRIES, Topics.BOOKING_CALLS));
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(one -> {
                    if (key.equals(one.key())) {
                        records.add(one);
                    }
                });
                return records.size() >= expected;
            });
        }
        return records;
    }

    private static String header(ConsumerRecord<String, String> one, String name) {
        return new String(one.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private String send(String method, String path, String body) throws Exception {
        return send(method, path, body, "");
    }

    private String send(String method, String path, String body, String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
        return answer.body();
    }
}
