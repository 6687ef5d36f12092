package org.rapport.intake.responses.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.contracts.Topics;
import org.rapport.intake.StartedIntake;
import org.rapport.intake.responses.domain.ResponseId;
import org.rapport.testkit.TestServers;
import org.rapport.web.SignedLinks;
import org.rapport.web.Staff;
import org.rapport.web.StaffRole;
import org.rapport.web.StaffTokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From an inquiry on one topic to the events of its response on the other, over HTTP and the real servers. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class IntakeResponsesTopicIT {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String OWN_WORDS = "wordsThatMustNeverTravel";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final UUID inquiry = UUID.randomUUID();
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void an_inquiry_becomes_a_questionnaire_and_its_answers_become_codes() throws Exception {
        String token = StartedIntake.context()
                .getBean(SignedLinks.class)
                .sign("intake", inquiry.toString(), Instant.now().plusSeconds(3600));
        String api = StartedIntake.url() + "/api/intake/responses/" + token;
        receiveInquiry();
        try (KafkaConsumer<String, String> topic = consumer()) {
            List<ConsumerRecord<String, String>> events = new ArrayList<>();
            await().atMost(PATIENCE).until(() -> poll(topic, events).contains("questionnaire-sent"));

            JsonNode response = JSON.readTree(send("GET", api, "", ""));
            int version = 0;
            for (JsonNode page : response.get("pages")) {
                Map<String, Object> body = Map.of("version", version, "answers", answers(page));
                JsonNode saved = JSON.readTree(
                        send("PUT", api + "/pages/" + page.get("number").asInt(), JSON.writeValueAsString(body), ""));
                version = saved.get("version").asInt();
                assertThat(saved.get("crisis").asBoolean())
                        .isEqualTo(page.toString().contains("phq9-9"));
            }
            String signature =
                    "{\"consent\":\"" + response.get("consent").get("version").asString() + "\",\"signer\":\""
                            + OWN_WORDS + "\",\"relationship\":\"SELF\"}";
            String submitted = send("POST", api + "/submission", "{\"signature\":" + signature + "}", "");
            assertThat(send("POST", api + "/submission", "{}", "")).isEqualTo(submitted);
            acknowledge();

            await().atMost(PATIENCE).until(() -> poll(topic, events).contains("safety-concern-acknowledged"));
            assertThat(types(events))
                    .containsExactly(
                            "questionnaire-sent",
                            "response-begun",
                            "safety-concern-raised",
                            "response-submitted",
                            "safety-concern-acknowledged");
            assertThat(events)
                    .extracting(event -> Long.valueOf(header(event, "ce_sequence")))
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(events).allSatisfy(event -> {
                assertThat(event.key()).isEqualTo(inquiry.toString());
                assertThat(event.value()).doesNotContain(OWN_WORDS, "nearly-every-day", "Maya");
            });
            assertThat(events.get(3).value()).contains("\"EMERGENT\"", "\"ADULT\"", "\"IL\"");
        }
    }

    private void acknowledge() throws Exception {
        Staff maya = new Staff(UUID.randomUUID(), "Maya Thompson", Set.of(StaffRole.COORDINATOR));
        String bearer = StartedIntake.context().getBean(StaffTokens.class).mint(maya, Duration.ofMinutes(1));
        JsonNode read = JSON.readTree(
                send("GET", StartedIntake.url() + "/api/intake/inquiries/" + inquiry + "/response", "", bearer));
        assertThat(read.toString()).contains(OWN_WORDS);
        String concern = read.get("concerns").get(0).get("id").asString();
        send(
                "POST",
                StartedIntake.url() + "/api/intake/concerns/" + ResponseId.of(inquiry) + "/" + concern
                        + "/acknowledgement",
                "{\"action\":\"CALLED_CLIENT\"}",
                bearer);
    }

    /** To every choice its last option, which is also the gravest; to a text the words to look for. */
    private static Map<String, List<String>> answers(JsonNode page) {
        Map<String, List<String>> answers = new HashMap<>();
        for (JsonNode question : page.get("questions")) {
            boolean text = question.get("type").asString().equals("text");
            JsonNode options = question.get("options");
            String linkId = question.get("linkId").asString();
            String code = text
                    ? OWN_WORDS
                    : options.get(options.size() - 1).get("code").asString();
            answers.put(linkId, List.of(linkId.equals("state") ? "IL" : code));
        }
        return answers;
    }

    private String send(String method, String url, String body, String bearer) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private void receiveInquiry() throws Exception {
        String body = JSON.writeValueAsString(Map.of(
                "inquiryId", inquiry,
                "path", "QUESTIONNAIRE_FIRST",
                "language", "es",
                "timeZone", "America/Chicago",
                "state", "IL",
                "channels", List.of("EMAIL"),
                "receivedAt", "2026-11-22T15:00:00Z"));
        ProducerRecord<String, String> event = new ProducerRecord<>(Topics.BOOKING_INQUIRIES, inquiry.toString(), body);
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", inquiry + "/1",
                        "ce_type", "org.rapport.booking.inquiry-received.v1",
                        "ce_source", "/booking",
                        "ce_time", "2026-11-22T15:00:00Z",
                        "ce_subject", inquiry.toString(),
                        "ce_sequence", "1",
                        "content-type", "application/json")
                .forEach((name, value) -> event.headers().add(name, value.getBytes(UTF_8)));
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestServers.broker()), new StringSerializer(), new StringSerializer())) {
            producer.send(event).get();
        }
    }

    private static KafkaConsumer<String, String> consumer() {
        KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", TestServers.broker()), new StringDeserializer(), new StringDeserializer());
        Collection<TopicPartition> partitions = consumer.partitionsFor(Topics.INTAKE_RESPONSES).stream()
                .map(part -> new TopicPartition(part.topic(), part.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    private List<String> poll(KafkaConsumer<String, String> topic, List<ConsumerRecord<String, String>> events) {
        topic.poll(Duration.ofMillis(200)).forEach(event -> {
            if (inquiry.toString().equals(event.key())) {
                events.add(event);
            }
        });
        return types(events);
    }

    private static List<String> types(List<ConsumerRecord<String, String>> events) {
        return events.stream()
                .map(event -> header(event, "ce_type").replaceFirst("org.rapport.intake.(.*).v1", "$1"))
                .toList();
    }

    private static String header(ConsumerRecord<String, String> event, String name) {
        return new String(event.headers().lastHeader(name).value(), UTF_8);
    }
}
