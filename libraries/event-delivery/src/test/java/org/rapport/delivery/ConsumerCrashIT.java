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
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
import org.junit.jupiter.api.AfterEach;
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
    private final String group = "opener-" + UUID.randomUUID().toString().substring(0, 8);
    private final TestDelivery store =
            new TestDelivery(TestServers.store(), group, TestServers.broker(), Clock.systemUTC(), Duration.ofHours(1));
    private final List<UUID> inquiries =
            IntStream.range(0, EVENTS).mapToObj(_ -> UUID.randomUUID()).toList();

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

    @BeforeAll
    static void createTopics() {
        new TopicSetup(TestServers.broker(), 3, 1, List.of(), "test").create();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @MethodSource("points")
    void each_event_takes_effect_once(CrashPoint point) {
        sendResponses();

        List<String> handledFirst;
        try (ChildJvm first = start(Map.of(point, HANDLED_BEFORE_CRASH))) {
            first.awaitCrash();
            handledFirst = handled(first);
        }
        assertThat(handledFirst)
                .hasSize(point == CrashPoint.BEFORE_HANDLING ? HANDLED_BEFORE_CRASH - 1 : HANDLED_BEFORE_CRASH);

        List<String> handledThen;
        try (ChildJvm second = start(Map.of())) {
            await().atMost(Duration.ofSeconds(60)).until(() -> !second.isAlive() || isAllAcknowledged());
            assertThat(second.isAlive()).as("%s", second.tail()).isTrue();
            await().until(() -> referrals(Filters.exists("outbox")).isEmpty());
            handledThen = handled(second);
        }
        assertThat(Stream.concat(handledFirst.stream(), handledThen.stream()).collect(Collectors.toSet()))
                .containsAll(inquiries.stream().map(ConsumerCrashIT::eventId).toList());
        if (point == CrashPoint.AFTER_HANDLING) {
            assertThat(handledThen)
                    .as("came again, since its offset was not committed")
                    .contains(handledFirst.getLast());
        }
        assertEffectsOnce();
    }

    private void assertEffectsOnce() {
        Map<String, Set<String>> opened = new HashMap<>();
        Set<String> keys = inquiries.stream().map(UUID::toString).collect(Collectors.toSet());
        TestDelivery.records(TestServers.broker(), Topics.MATCHING_REFERRALS).stream()
                .filter(message -> keys.contains(message.key()))
                .forEach(message -> opened.computeIfAbsent(message.key(), _ -> new HashSet<>())
                        .add(TestDelivery.header(message, CloudEventHeaders.ID)));
        for (UUID inquiry : inquiries) {
            String referral = "referral|" + eventId(inquiry);
            assertThat(referrals(Filters.eq("state.note", inquiry.toString())))
                    .singleElement()
                    .satisfies(stored -> {
                        assertThat(stored.getString("_id")).isEqualTo(referral);
                        assertThat(stored.getLong("version")).isEqualTo(1);
                    });
            assertThat(opened.get(inquiry.toString())).containsExactly(referral + "/1");
        }
    }

    private ChildJvm start(Map<CrashPoint, Integer> crashAt) {
        return ChildJvm.start(
                Opener.class,
                crashAt,
                "--spring.application.name=" + group,
                "--rapport.delivery.mongodb-uri=" + TestServers.store(),
                "--rapport.delivery.kafka=" + TestServers.broker(),
                "--rapport.delivery.database=" + group,
                "--rapport.delivery.relay-lease=500ms",
                "--spring.cloud.function.definition=intakeResponses",
                "--spring.cloud.stream.bindings.intakeResponses-in-0.destination=" + Topics.INTAKE_RESPONSES,
                // With the newer protocol the broker says how long a dead member keeps its partitions: 45 s at least.
                "--spring.cloud.stream.kafka.binder.consumer-properties.group.protocol=classic",
                "--spring.cloud.stream.kafka.binder.consumer-properties.session.timeout.ms=6000",
                "--spring.cloud.stream.kafka.binder.consumer-properties.heartbeat.interval.ms=1000");
    }

    /** Ids of the events of this test a child handled, in this order. */
    private List<String> handled(ChildJvm child) {
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
                        .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
                var _ = producer.send(message);
            }
        }
    }

    private List<Document> referrals(Bson filter) {
        return store.database.getCollection("referrals").find(filter).into(new ArrayList<>());
    }

    private static String eventId(UUID inquiry) {
        return inquiry + "/1";
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
}
