package org.rapport.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapport.contracts.EventTypes;
import org.rapport.contracts.IntakeResponses;
import org.rapport.contracts.IntakeResponses.ResponseBegun;
import org.rapport.contracts.MatchingReferrals.ReferralOpened;
import org.rapport.contracts.Topics;
import org.rapport.delivery.TestDelivery.Counter;
import org.rapport.testkit.TestServers;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.messaging.Message;

/** A service dies while it handles an event, and comes back. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConsumerCrashIT {
    static final Set<CrashPoint> POINTS = EnumSet.of(CrashPoint.BEFORE_HANDLING, CrashPoint.AFTER_HANDLING);

    private static final int EVENTS = 30;
    private static final int HANDLED_BEFORE_CRASH = 10;
    private static final Map<CrashPoint, Life> lives = new EnumMap<>(CrashPoint.class);

    /** Opens one referral for each response, with an event of its own in the same write. */
    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Opener {
        public static void main(String[] arguments) {
            ChildJvm.endWithParent();
            new SpringApplicationBuilder(Opener.class)
                    .web(WebApplicationType.NONE)
                    .run(arguments);
        }

        @Bean
        Documents<Counter> referrals(DocumentStore store) {
            return store.collection("referrals", Counter.class);
        }

        @Bean
        Consumer<Message<byte[]>> intakeResponses(EventConsumers consumers, Documents<Counter> referrals) {
            return consumers.of(IntakeResponses.class, received -> {
                UUID inquiry = received.event().inquiryId();
                Saved saved = referrals.save(
                        "referral|" + received.eventId(),
                        0,
                        new Counter(1, inquiry.toString()),
                        Change.of(new ReferralOpened(inquiry, received.time())));
                ChildJvm.tell("handled " + received.eventId() + " " + saved);
            });
        }
    }

    static Collection<CrashPoint> points() {
        return POINTS;
    }

    /** Starting takes longest, so all points die and come back side by side. */
    @BeforeAll
    static void crashAndComeBack() {
        new TopicSetup(TestServers.broker(), 3, 1, List.of(), "test").create();
        POINTS.forEach(point -> lives.put(point, new Life()));
        lives.forEach((point, life) -> life.start(Map.of(point, HANDLED_BEFORE_CRASH)));
        lives.values().forEach(Life::awaitCrash);
        lives.values().forEach(life -> life.start(Map.of()));
    }

    @AfterAll
    static void close() {
        lives.values().forEach(Life::close);
    }

    @ParameterizedTest
    @MethodSource("points")
    void each_event_takes_effect_once(CrashPoint point) {
        Life life = Objects.requireNonNull(lives.get(point));
        life.awaitEnd();

        int handledFirst = point == CrashPoint.BEFORE_HANDLING ? HANDLED_BEFORE_CRASH - 1 : HANDLED_BEFORE_CRASH;
        assertThat(life.handledFirst).hasSize(handledFirst);
        assertThat(Stream.concat(life.handledFirst.stream(), life.handledThen().stream()))
                .containsAll(
                        life.inquiries.stream().map(ConsumerCrashIT::eventId).toList());
        if (point == CrashPoint.AFTER_HANDLING) {
            assertThat(life.handledThen())
                    .as("came again, since its offset was not committed")
                    .contains(life.handledFirst.getLast());
        }
        assertEffectsOnce(life);
    }

    private static void assertEffectsOnce(Life life) {
        Map<String, Set<String>> opened = new HashMap<>();
        Set<String> keys = life.inquiries.stream().map(UUID::toString).collect(Collectors.toSet());
        TestDelivery.records(TestServers.broker(), Topics.MATCHING_REFERRALS).stream()
                .filter(message -> keys.contains(message.key()))
                .forEach(message -> opened.computeIfAbsent(message.key(), _ -> new HashSet<>())
                        .add(TestDelivery.header(message, CloudEventHeaders.ID)));
        for (UUID inquiry : life.inquiries) {
            String referral = "referral|" + eventId(inquiry);
            assertThat(life.referrals(Filters.eq("state.note", inquiry.toString())))
                    .singleElement()
                    .satisfies(stored -> {
                        assertThat(stored.getString("_id")).isEqualTo(referral);
                        assertThat(stored.getLong("version")).isEqualTo(1);
                    });
            assertThat(opened.get(inquiry.toString())).containsExactly(referral + "/1");
        }
    }

    private static String eventId(UUID inquiry) {
        return inquiry + "/1";
    }

    /** A service with its group and store, before and after its crash, and the events sent to it. */
    private static final class Life implements AutoCloseable {
        private final String group = "opener-" + UUID.randomUUID().toString().substring(0, 8);
        private final TestDelivery store = new TestDelivery(
                TestServers.store(), group, TestServers.broker(), Clock.systemUTC(), Duration.ofHours(1));
        private final List<UUID> inquiries =
                IntStream.range(0, EVENTS).mapToObj(_ -> UUID.randomUUID()).toList();
        private List<String> handledFirst = List.of();
        private @Nullable ChildJvm child;

        Life() {
            sendResponses();
        }

        void start(Map<CrashPoint, Integer> crashAt) {
            child = ChildJvm.start(
                    Opener.class,
                    crashAt,
                    "--spring.application.name=" + group,
                    "--rapport.delivery.mongodb-uri=" + TestServers.store(),
                    "--rapport.delivery.kafka=" + TestServers.broker(),
                    "--rapport.delivery.database=" + group,
                    "--rapport.delivery.relay-lease=500ms",
                    "--spring.cloud.function.definition=intakeResponses",
                    "--spring.cloud.stream.bindings.intakeResponses-in-0.destination=" + Topics.INTAKE_RESPONSES);
        }

        void awaitCrash() {
            ChildJvm first = Objects.requireNonNull(child);
            first.awaitCrash();
            handledFirst = handled(first);
            first.close();
        }

        void awaitEnd() {
            ChildJvm second = Objects.requireNonNull(child);
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(500))
                    .untilAsserted(() -> assertThat(isAllAcknowledged())
                            .as("the second life handled everything; it said %s", second.tail())
                            .isTrue());
            await().until(() -> referrals(Filters.exists("outbox")).isEmpty());
        }

        List<String> handledThen() {
            return handled(Objects.requireNonNull(child));
        }

        /** Ids of the events a child handled, in this order. */
        private static List<String> handled(ChildJvm child) {
            return child.told("handled ").stream()
                    .map(line -> line.split(" ", -1)[1])
                    .toList();
        }

        private void sendResponses() {
            try (KafkaProducer<String, byte[]> producer = TestDelivery.producer(TestServers.broker())) {
                for (UUID inquiry : inquiries) {
                    ResponseBegun event = new ResponseBegun(inquiry, inquiry, Instant.parse("2026-11-22T10:00:00Z"));
                    ProducerRecord<String, byte[]> message = new ProducerRecord<>(
                            Topics.INTAKE_RESPONSES,
                            inquiry.toString(),
                            EventJson.write(event).getBytes(StandardCharsets.UTF_8));
                    Map.of(
                                    CloudEventHeaders.ID, eventId(inquiry),
                                    CloudEventHeaders.TYPE, EventTypes.nameOf(event),
                                    CloudEventHeaders.SUBJECT, inquiry.toString(),
                                    CloudEventHeaders.TIME, event.begunAt().toString(),
                                    CloudEventHeaders.SEQUENCE, "1")
                            .forEach((name, value) ->
                                    message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
                    var _ = producer.send(message);
                }
            }
        }

        List<Document> referrals(Bson filter) {
            return store.database.getCollection("referrals").find(filter).into(new ArrayList<>());
        }

        private boolean isAllAcknowledged() throws ExecutionException, InterruptedException {
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestServers.broker()))) {
                Map<TopicPartition, OffsetSpec> parts = IntStream.range(0, 3)
                        .mapToObj(part -> new TopicPartition(Topics.INTAKE_RESPONSES, part))
                        .collect(Collectors.toMap(part -> part, _ -> OffsetSpec.latest()));
                Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .get();
                Map<TopicPartition, ListOffsetsResultInfo> ends =
                        admin.listOffsets(parts).all().get();
                return ends.entrySet().stream().allMatch(end -> {
                    OffsetAndMetadata done = committed.get(end.getKey());
                    return end.getValue().offset() == 0
                            || (done != null && done.offset() == end.getValue().offset());
                });
            }
        }

        @Override
        public void close() {
            store.close();
            if (child != null) {
                child.close();
            }
        }
    }
}
