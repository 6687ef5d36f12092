package org.rapport.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoSocketOpenException;
import com.mongodb.ServerAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapport.contracts.MatchingReferrals;
import org.rapport.contracts.Topics;
import org.rapport.testkit.TestServers;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.messaging.Message;

/** The way of an event through Spring Cloud Stream: handled, tried again, or set aside with its reason. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EventConsumersIT {
    private static final String TYPE = "org.rapport.matching.referral-opened.v1";
    private static final Queue<Received<MatchingReferrals>> handled = new ConcurrentLinkedQueue<>();
    private static final Map<UUID, Fault> faults = new ConcurrentHashMap<>();
    private static String group = "";
    private static @Nullable ConfigurableApplicationContext application;
    private static @Nullable KafkaProducer<String, byte[]> producer;

    /** Thrown by the handler so many times. */
    private record Fault(RuntimeException failure, AtomicInteger left) {}

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Listener {
        @Bean
        Consumer<Message<byte[]>> matchingReferrals(EventConsumers consumers) {
            return consumers.of(MatchingReferrals.class, received -> {
                Fault fault = faults.get(received.event().inquiryId());
                if (fault != null && fault.left().getAndDecrement() > 0) {
                    throw fault.failure();
                }
                handled.add(received);
            });
        }
    }

    @BeforeAll
    static void start() {
        group = "listener-" + UUID.randomUUID().toString().substring(0, 8);
        application = new SpringApplicationBuilder(Listener.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.application.name=" + group,
                        "--rapport.delivery.mongodb-uri=" + TestServers.store(),
                        "--rapport.delivery.kafka=" + TestServers.broker(),
                        "--spring.cloud.function.definition=matchingReferrals",
                        "--spring.cloud.stream.bindings.matchingReferrals-in-0.destination="
                                + Topics.MATCHING_REFERRALS);
        producer = TestDelivery.producer(TestServers.broker());
    }

    @AfterAll
    static void stop() {
        if (producer != null) {
            producer.close();
        }
        if (application != null) {
            application.close();
        }
    }

    @Test
    void an_event_reaches_its_handler_as_it_was_sent() {
        UUID inquiry = UUID.randomUUID();
        send(inquiry, body(inquiry), headers());

        Received<MatchingReferrals> received = awaitHandled(inquiry);
        assertThat(received.event()).isEqualTo(TestDelivery.event(inquiry));
        assertThat(received.eventId()).isEqualTo("subject/7");
        assertThat(received.subject()).isEqualTo("subject");
        assertThat(received.sequence()).isEqualTo(7);
        assertThat(received.time()).isEqualTo(Instant.parse("2026-11-22T10:00:00Z"));
    }

    static Stream<Arguments> poison() {
        UUID inquiry = UUID.randomUUID();
        return Stream.of(
                Arguments.of("not JSON", "}{".getBytes(StandardCharsets.UTF_8), headers(), "body is no ReferralOpened"),
                Arguments.of("no body", null, headers(), "no body"),
                Arguments.of("a megabyte of noise", new byte[900_000], headers(), "body is no ReferralOpened"),
                Arguments.of(
                        "unknown type", body(inquiry), with(CloudEventHeaders.TYPE, "org.example.v9"), "unknown type"),
                Arguments.of(
                        "type of another topic",
                        body(inquiry),
                        with(CloudEventHeaders.TYPE, "org.rapport.intake.response-begun.v1"),
                        "ResponseBegun without responseId"),
                Arguments.of("no type", body(inquiry), without(CloudEventHeaders.TYPE), "no header ce_type"),
                Arguments.of("no id", body(inquiry), without(CloudEventHeaders.ID), "no header ce_id"),
                Arguments.of(
                        "no sequence", body(inquiry), without(CloudEventHeaders.SEQUENCE), "no header ce_sequence"),
                Arguments.of(
                        "sequence no number",
                        body(inquiry),
                        with(CloudEventHeaders.SEQUENCE, "seven"),
                        "ce_sequence is no number"),
                Arguments.of("time no time", body(inquiry), with(CloudEventHeaders.TIME, "noon"), "ce_time is no time"),
                Arguments.of(
                        "a Java class asked for",
                        "{}".getBytes(StandardCharsets.UTF_8),
                        with("__TypeId__", "java.lang.Runtime"),
                        "ReferralOpened without inquiryId"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("poison")
    void poison_is_set_aside_at_once_with_its_reason_and_the_next_event_is_handled(
            String name, byte @Nullable [] body, Map<String, String> headers, String reason) {
        String key = UUID.randomUUID().toString();
        UUID next = UUID.randomUUID();
        send(key, body, headers);
        send(next, body(next), headers());

        awaitHandled(next);
        ConsumerRecord<String, byte[]> dead = awaitDeadLetter(key);
        assertThat(TestDelivery.header(dead, DeadLetters.REASON)).contains(reason);
        assertThat(dead.value()).isEqualTo(body);
    }

    @Test
    void a_handler_that_fails_for_good_sets_the_event_aside_after_a_few_attempts_and_its_message_is_not_told() {
        UUID inquiry = UUID.randomUUID();
        Fault fault = new Fault(new IllegalStateException("Ana Ruiz, ana@example.org"), new AtomicInteger(1_000));
        faults.put(inquiry, fault);
        send(inquiry, body(inquiry), headers());

        ConsumerRecord<String, byte[]> dead = awaitDeadLetter(inquiry.toString());
        assertThat(1_000 - fault.left().get()).isEqualTo(DeadLetters.ATTEMPTS);
        List<String> told = new ArrayList<>();
        dead.headers().forEach(header -> told.add(new String(header.value(), StandardCharsets.UTF_8)));
        assertThat(told).noneMatch(value -> value.contains("Ana") || value.contains("example.org"));
        assertThat(TestDelivery.header(dead, DeadLetters.REASON)).isEqualTo("java.lang.IllegalStateException");
    }

    @Test
    void a_dead_letter_sent_again_as_a_line_of_text_is_handled() {
        UUID inquiry = UUID.randomUUID();
        faults.put(inquiry, new Fault(new IllegalStateException(), new AtomicInteger(DeadLetters.ATTEMPTS)));
        send(inquiry, body(inquiry), headers());
        ConsumerRecord<String, byte[]> dead = awaitDeadLetter(inquiry.toString());
        Map<String, String> headers = new HashMap<>();
        dead.headers().forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));

        assertThat(headers.values()).allMatch(value -> value.matches("[^\\p{Cntrl},]+"));
        send(dead.key(), dead.value(), headers);
        awaitHandled(inquiry);
    }

    @Test
    void while_the_store_is_away_the_event_waits_and_is_not_set_aside() {
        UUID inquiry = UUID.randomUUID();
        MongoSocketOpenException away =
                new MongoSocketOpenException("away", new ServerAddress(), new IOException("refused"));
        faults.put(inquiry, new Fault(away, new AtomicInteger(DeadLetters.ATTEMPTS + 2)));
        send(inquiry, body(inquiry), headers());

        awaitHandled(inquiry);
        assertThat(deadLetters()).noneMatch(dead -> inquiry.toString().equals(dead.key()));
    }

    private static Received<MatchingReferrals> awaitHandled(UUID inquiry) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> handled.stream()
                                .filter(received -> received.event().inquiryId().equals(inquiry))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static ConsumerRecord<String, byte[]> awaitDeadLetter(String key) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> deadLetters().stream()
                                .filter(dead -> key.equals(dead.key()))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static List<ConsumerRecord<String, byte[]>> deadLetters() {
        return TestDelivery.records(TestServers.broker(), DeadLetters.topicOf(Topics.MATCHING_REFERRALS, group));
    }

    private static void send(Object key, byte @Nullable [] body, Map<String, String> headers) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(Topics.MATCHING_REFERRALS, key.toString(), body);
        headers.forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        var _ = Objects.requireNonNull(producer).send(message);
    }

    private static byte[] body(UUID inquiry) {
        return EventJson.write(TestDelivery.event(inquiry)).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> headers() {
        return Map.of(
                CloudEventHeaders.SPEC_VERSION, "1.0",
                CloudEventHeaders.ID, "subject/7",
                CloudEventHeaders.TYPE, TYPE,
                CloudEventHeaders.SOURCE, "/test",
                CloudEventHeaders.SUBJECT, "subject",
                CloudEventHeaders.TIME, "2026-11-22T10:00:00Z",
                CloudEventHeaders.SEQUENCE, "7");
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> changed = new HashMap<>(headers());
        changed.put(name, value);
        return changed;
    }

    private static Map<String, String> without(String name) {
        Map<String, String> changed = new HashMap<>(headers());
        changed.remove(name);
        return changed;
    }
}
